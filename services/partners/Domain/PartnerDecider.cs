using Reseau.Kernel;

namespace Reseau.Partners.Domain;

/// <summary>All decisions about the directory: pure. Publishing what already is changes nothing, so an import may be repeated.</summary>
public static class PartnerDecider
{
    /// <summary>Registers an institution or replaces what is known of it.</summary>
    public static Decision<PartnerEvent> Register(InstitutionRecord? current, Institution wanted)
    {
        if (wanted.Equals(current?.Content)) return Decision.Nothing<PartnerEvent>();
        return current?.ArchivedAt is null ? new InstitutionRegistered(wanted) : HasLeft(wanted.Id);
    }

    /// <summary>Records that an institution has left the network.</summary>
    public static Decision<PartnerEvent> Leave(InstitutionRecord? current, string id)
    {
        if (current is null) return InstitutionNotFound(id);
        return current.ArchivedAt is null ? new InstitutionArchived(id) : Decision.Nothing<PartnerEvent>();
    }

    /// <summary>Brings an institution back.</summary>
    public static Decision<PartnerEvent> Restore(InstitutionRecord? current, string id)
    {
        if (current is null) return InstitutionNotFound(id);
        return current.ArchivedAt is null ? Decision.Nothing<PartnerEvent>() : new InstitutionRestored(id);
    }

    /// <summary>Why nothing of an institution is written any more.</summary>
    public static Refusal HasLeft(string institutionId) => new("INSTITUTION_ARCHIVED", "The institution has left the network.", ("institution", institutionId));

    /// <summary>Publishes a place or replaces what is known of it.</summary>
    public static Decision<PartnerEvent> Publish(Structure? current, Structure wanted, bool institutionExists)
    {
        if (!institutionExists) return InstitutionNotFound(wanted.InstitutionId);
        return wanted.Equals(current) ? Decision.Nothing<PartnerEvent>() : new StructurePublished(wanted);
    }

    /// <summary>Publishes a service or replaces what is known of it; an archived one comes back.</summary>
    public static Decision<PartnerEvent> Publish(ServiceRecord? current, Service wanted, Structure? place)
    {
        if (place is null) return StructureNotFound(wanted.StructureId);
        return current is { State: RecordState.Published } && wanted.Equals(current.Content) ? Decision.Nothing<PartnerEvent>() : new ServicePublished(wanted);
    }

    /// <summary>Writes a service down without showing it.</summary>
    public static Decision<PartnerEvent> Draft(ServiceRecord? current, Service wanted, Structure? place)
    {
        if (place is null) return StructureNotFound(wanted.StructureId);
        if (current is { State: RecordState.Published })
            return new Refusal("SERVICE_PUBLISHED", "The service is published: archive it first, or publish the change.", ("service", wanted.Id));
        return current is { State: RecordState.Draft } && wanted.Equals(current.Content) ? Decision.Nothing<PartnerEvent>() : new ServiceDrafted(wanted);
    }

    /// <summary>Says that a service is still true as it stands.</summary>
    public static Decision<PartnerEvent> Confirm(ServiceRecord? current, string id, DateOnly today)
    {
        if (current is null) return ServiceNotFound(id);
        if (current.State != RecordState.Published) return new Refusal("SERVICE_NOT_PUBLISHED", "Only what is published can be confirmed.", ("service", id));
        return current.FreshOn >= today ? Decision.Nothing<PartnerEvent>() : new ServiceConfirmed(id);
    }

    /// <summary>Takes a service out of the searches.</summary>
    public static Decision<PartnerEvent> Archive(ServiceRecord? current, string id)
    {
        if (current is null) return ServiceNotFound(id);
        return current.State == RecordState.Archived ? Decision.Nothing<PartnerEvent>() : new ServiceArchived(id);
    }

    /// <summary>Says whether a service has room.</summary>
    public static Decision<PartnerEvent> State(ServiceRecord? current, string id, Capacity wanted)
    {
        if (current is null) return ServiceNotFound(id);
        return wanted.Equals(current.Capacity) ? Decision.Nothing<PartnerEvent>() : new CapacityStated(id, wanted);
    }

    /// <summary>Shows a place as another. Chains are refused: what is merged stays where one can find it.</summary>
    /// <param name="place">The place to hide.</param>
    /// <param name="into">The place that stays.</param>
    /// <param name="holdsOthers">Whether others were merged into the place to hide.</param>
    public static Decision<PartnerEvent> Merge(StructureRecord? place, StructureRecord? into, bool holdsOthers)
    {
        if (place is null || into is null) return StructureNotFound("");
        var (hidden, kept) = (place.Content.Id, into.Content.Id);
        if (place.MergedInto == kept) return Decision.Nothing<PartnerEvent>();
        if (place.MergedInto is not null || into.MergedInto is not null || holdsOthers || hidden == kept)
            return new Refusal("STRUCTURE_MERGED", "One of the places is merged already.", ("structure", hidden));
        return new StructureMerged(hidden, kept);
    }

    /// <summary>Undoes a merge.</summary>
    public static Decision<PartnerEvent> Separate(StructureRecord? place)
    {
        if (place is null) return StructureNotFound("");
        return place.MergedInto is null ? Decision.Nothing<PartnerEvent>() : new StructureSeparated(place.Content.Id);
    }

    /// <summary>Says that two places are not the same.</summary>
    public static Decision<PartnerEvent> Dismiss(StructureRecord? place, StructureRecord? other)
    {
        if (place is null || other is null) return StructureNotFound("");
        // Said once for the pair, whichever was named first.
        return place.NotTheSameAs.Contains(other.Content.Id, StringComparer.Ordinal) || other.NotTheSameAs.Contains(place.Content.Id, StringComparer.Ordinal)
            ? Decision.Nothing<PartnerEvent>()
            : new DuplicateDismissed(place.Content.Id, other.Content.Id);
    }

    private static Refusal InstitutionNotFound(string id) => new("INSTITUTION_NOT_FOUND", "The institution is not in the directory.", ("institution", id));

    private static Refusal StructureNotFound(string id) => new("STRUCTURE_NOT_FOUND", "The structure is not in the directory.", ("structure", id));

    private static Refusal ServiceNotFound(string id) => new("SERVICE_NOT_FOUND", "The service is not in the directory.", ("service", id));
}
