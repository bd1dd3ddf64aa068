namespace Reseau.Conventions.Documents;

/// <summary>What became of a piece of a text.</summary>
public enum TextChange
{
    /// <summary>In both versions.</summary>
    Kept = 1,

    /// <summary>Only in the version after.</summary>
    Inserted = 2,

    /// <summary>Only in the version before.</summary>
    Deleted = 3,
}

/// <summary>A piece of a compared text.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Text">The words, with the spaces between them.</param>
public sealed record TextPiece(TextChange Change, string Text);
