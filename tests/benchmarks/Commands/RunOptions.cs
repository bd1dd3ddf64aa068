namespace Reseau.Benchmarks.Commands;

/// <summary>What a run was asked to do.</summary>
internal sealed record RunOptions
{
    public required int Services { get; init; }

    public required int Questions { get; init; }

    public required ulong Seed { get; init; }

    public required int Rounds { get; init; }

    public required int Seconds { get; init; }

    public required int Callers { get; init; }

    /// <summary>Parts left out.</summary>
    public required IReadOnlyCollection<string> Without { get; init; }

    /// <summary>Whether PostgreSQL says how it works.</summary>
    public required bool Plans { get; init; }

    /// <summary>Folder of a published local edition.</summary>
    public required string Program { get; init; }

    /// <summary>Folder that is removed after.</summary>
    public required string Folder { get; init; }
}
