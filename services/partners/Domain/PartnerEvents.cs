namespace Reseau.Partners.Domain;

/// <summary>
/// What happened in the directory. A published record carries its whole content: the last one wins, so a reader that missed some
/// still ends up right.
/// </summary>
public abstract record PartnerEvent;

public sealed record InstitutionRegistered(Institution Institution) : PartnerEvent;

public sealed record StructurePublished(Structure Structure) : PartnerEvent;

public sealed record ServicePublished(Service Service) : PartnerEvent;

public sealed record ServiceArchived(string ServiceId) : PartnerEvent;
