namespace Reseau.Partners.Views;

/// <summary>One of the first thousand remarks of an import.</summary>
public sealed class ImportRemarkRow
{
    /// <summary><c>imports/{import}</c>.</summary>
    public required string Import { get; set; }

    /// <summary>Rank among the remarks of the import, from 0.</summary>
    public int Rank { get; set; }

    /// <summary>Line of the file.</summary>
    public int Line { get; set; }

    /// <summary>Id as the file writes it.</summary>
    public required string Record { get; set; }

    /// <summary>Field as the file calls it.</summary>
    public required string Field { get; set; }

    /// <summary>Stable reason.</summary>
    public required string Reason { get; set; }

    /// <summary>French sentence.</summary>
    public required string Text { get; set; }

    /// <summary>What to write instead; may be empty.</summary>
    public required string Suggestion { get; set; }

    /// <summary>Whether the record was refused.</summary>
    public bool Refused { get; set; }
}
