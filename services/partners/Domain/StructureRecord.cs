namespace Reseau.Partners.Domain;

/// <summary>A place with its fate: what its stream folds to.</summary>
/// <param name="Content">The latest content.</param>
/// <param name="MergedInto">Id of the place that shows its services; null when it shows itself.</param>
/// <param name="NotTheSameAs">Ids of places that look alike and were said to be others.</param>
public sealed record StructureRecord(Structure Content, string? MergedInto, CodeList NotTheSameAs);
