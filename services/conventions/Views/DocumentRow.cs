namespace Reseau.Conventions.Views;

/// <summary>
/// The canonical document of a version, written with the event that names its hash. Not a view: a later release may draw the same text
/// otherwise, and what was signed are these bytes.
/// </summary>
public sealed class DocumentRow
{
    /// <summary><c>conventions/{convention}</c>.</summary>
    public required string Convention { get; set; }

    /// <summary>Version of what it says.</summary>
    public int TextVersion { get; set; }

    /// <summary>The bytes.</summary>
    public required byte[] Content { get; set; }
}
