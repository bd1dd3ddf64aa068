namespace Reseau.Gateway.Portal.Labels;

/// <summary>A piece of a line of a clause.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words; the key of the variable, for a value.</param>
/// <param name="Address">Where a link leads; empty for anything else.</param>
public sealed record ClausePiece(ClausePiece.Shape Kind, string Text, string Address = "")
{
    /// <summary>What a piece may be.</summary>
    public enum Shape
    {
        /// <summary>Words.</summary>
        Text,

        /// <summary>Words that matter.</summary>
        Strong,

        /// <summary>Words said otherwise.</summary>
        Emphasis,

        /// <summary>A link.</summary>
        Link,

        /// <summary>What a variable is worth.</summary>
        Value,
    }
}
