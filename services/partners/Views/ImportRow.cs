namespace Reseau.Partners.Views;

/// <summary>How an import stands. Written with each batch, so that one that was interrupted goes on where it was.</summary>
public sealed class ImportRow
{
    /// <summary><c>imports/{import}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Institution of whoever imports; empty for an administrator of the platform.</summary>
    public required string Importer { get; set; }

    /// <summary>Institution that holds what is new.</summary>
    public required string Institution { get; set; }

    /// <summary>Number of the format in the contract.</summary>
    public int Format { get; set; }

    /// <summary>Whether nothing is kept.</summary>
    public bool DryRun { get; set; }

    /// <summary>Number of the state in the contract.</summary>
    public int State { get; set; }

    /// <summary>Records done, in the order in which they are done: where to go on.</summary>
    public int Records { get; set; }

    /// <summary>Structures and services that were new.</summary>
    public int Created { get; set; }

    /// <summary>Those that changed.</summary>
    public int Updated { get; set; }

    /// <summary>Those that were the same.</summary>
    public int Unchanged { get; set; }

    /// <summary>Records that could not be kept.</summary>
    public int Refused { get; set; }

    /// <summary>Remarks made, kept or not.</summary>
    public int RemarkCount { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last kept something.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}
