using Reseau.Kernel;

namespace Reseau.Partners.Domain;

/// <summary>A record of the directory with its fate: what its stream folds to.</summary>
/// <param name="Content">The latest content.</param>
/// <param name="Archived">Taken out of the searches.</param>
public sealed record Published<T>(T Content, bool Archived) where T : class;

/// <summary>All decisions about the directory: pure. Publishing what already is changes nothing, so an import may be repeated.</summary>
public static class PartnerDecider
{
    /// <summary>Registers an institution or replaces what is known of it.</summary>
    public static Decision<PartnerEvent> Register(Institution? current, Institution wanted) =>
        wanted.Equals(current) ? Decision.Nothing<PartnerEvent>() : new InstitutionRegistered(wanted);

    /// <summary>Publishes a place or replaces what is known of it.</summary>
    public static Decision<PartnerEvent> Publish(Structure? current, Structure wanted, bool institutionExists)
    {
        if (!institutionExists) return new Refusal("INSTITUTION_NOT_FOUND", "The institution is not in the directory.", ("institution", wanted.InstitutionId));
        return wanted.Equals(current) ? Decision.Nothing<PartnerEvent>() : new StructurePublished(wanted);
    }

    /// <summary>Publishes a service or replaces what is known of it; an archived one comes back.</summary>
    public static Decision<PartnerEvent> Publish(Published<Service>? current, Service wanted, Structure? place)
    {
        if (place is null) return new Refusal("STRUCTURE_NOT_FOUND", "The structure is not in the directory.", ("structure", wanted.StructureId));
        return current is { Archived: false } && wanted.Equals(current.Content) ? Decision.Nothing<PartnerEvent>() : new ServicePublished(wanted);
    }

    /// <summary>Takes a service out of the searches.</summary>
    public static Decision<PartnerEvent> Archive(Published<Service>? current, string id)
    {
        if (current is null) return new Refusal("SERVICE_NOT_FOUND", "The service is not in the directory.", ("service", id));
        return current.Archived ? Decision.Nothing<PartnerEvent>() : new ServiceArchived(id);
    }
}
