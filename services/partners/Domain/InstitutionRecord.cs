namespace Reseau.Partners.Domain;

/// <summary>
/// An institution with its fate: what its stream folds to. One that left keeps its record, so that what it once signed and answered still
/// has a name; nothing of it is found or written any more.
/// </summary>
/// <param name="Content">The latest content.</param>
/// <param name="ArchivedAt">When it left the network; null while it is part of it.</param>
public sealed record InstitutionRecord(Institution Content, DateTimeOffset? ArchivedAt);
