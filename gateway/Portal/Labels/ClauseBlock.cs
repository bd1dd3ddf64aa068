namespace Reseau.Gateway.Portal.Labels;

/// <summary>A part of a clause as it is shown.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Rows">Its paragraphs, items or rows; the cells of a row, a single one for anything but a table.</param>
public sealed record ClauseBlock(ClauseBlock.Shape Kind, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The shapes that texts of conventions have.</summary>
    public enum Shape
    {
        /// <summary>Words.</summary>
        Paragraph,

        /// <summary>A list with dots.</summary>
        Bullets,

        /// <summary>A list with numbers.</summary>
        Numbers,

        /// <summary>A heading in a clause.</summary>
        Heading,

        /// <summary>A table; its first row names the columns.</summary>
        Table,
    }
}
