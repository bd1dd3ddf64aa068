namespace Reseau.Partners.Domain;

/// <summary>
/// What happened in the directory. A published record carries its whole content: the last one wins, so a reader that missed some
/// still ends up right.
/// </summary>
public abstract record PartnerEvent;

public sealed record InstitutionRegistered(Institution Institution) : PartnerEvent;

/// <summary>It left the network: its services are no longer shown. They are not archived one by one, so that they come back as they were.</summary>
public sealed record InstitutionArchived(string InstitutionId) : PartnerEvent;

/// <summary>It came back.</summary>
public sealed record InstitutionRestored(string InstitutionId) : PartnerEvent;

public sealed record StructurePublished(Structure Structure) : PartnerEvent;

/// <summary>Two records were one place: <paramref name="StructureId"/> is hidden, and its services show at <paramref name="IntoId"/>.</summary>
public sealed record StructureMerged(string StructureId, string IntoId) : PartnerEvent;

/// <summary>The merge was a mistake: the place shows again, with its services.</summary>
public sealed record StructureSeparated(string StructureId) : PartnerEvent;

/// <summary>Somebody looked: these two places are not the same. Said once for the pair.</summary>
public sealed record DuplicateDismissed(string StructureId, string OtherId) : PartnerEvent;

/// <summary>Written down, not shown yet: a service that is not published, or no longer.</summary>
public sealed record ServiceDrafted(Service Service) : PartnerEvent;

public sealed record ServicePublished(Service Service) : PartnerEvent;

/// <summary>Its institution says that what is published is still true.</summary>
public sealed record ServiceConfirmed(string ServiceId) : PartnerEvent;

public sealed record ServiceArchived(string ServiceId) : PartnerEvent;

public sealed record CapacityStated(string ServiceId, Capacity Capacity) : PartnerEvent;
