using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>One record of a file, understood: what it wants to be in the directory, and what there is to say about it.</summary>
internal sealed record FileRecord
{
    public required int Line { get; init; }

    /// <summary>Id as the file writes it.</summary>
    public required string Id { get; init; }

    /// <summary>The place; null for a record that describes a service only, or a refused one.</summary>
    public Structure? Structure { get; init; }

    public IReadOnlyList<Service> Services { get; init; } = [];

    /// <summary>Services that this place may have had from an earlier file and no longer has.</summary>
    public IReadOnlyList<string> Withdrawn { get; init; } = [];

    public required IReadOnlyList<FileRemark> Remarks { get; init; }

    public bool Refused => Structure is null && Services.Count == 0;
}
