using Reseau.Kernel.Calendar;

namespace Reseau.Partners.Domain;

/// <summary>What the events of a record lead to, one event after the other; the streams and the index in memory fold the same way.</summary>
public static class RecordFold
{
    public static InstitutionRecord? Institution(InstitutionRecord? current, PartnerEvent happened, DateTimeOffset at) => happened switch
    {
        InstitutionRegistered(var institution) => new(institution, current?.ArchivedAt),
        InstitutionArchived => current is null ? null : current with { ArchivedAt = at },
        InstitutionRestored => current is null ? null : current with { ArchivedAt = null },
        _ => current,
    };

    public static StructureRecord? Structure(StructureRecord? current, PartnerEvent happened, DateTimeOffset at) => happened switch
    {
        StructurePublished(var structure) => (current ?? new(structure, null, [])) with { Content = structure },
        StructureMerged(_, var into) => current is null ? null : current with { MergedInto = into },
        StructureSeparated => current is null ? null : current with { MergedInto = null },
        DuplicateDismissed(_, var other) => current is null ? null : current with { NotTheSameAs = [.. current.NotTheSameAs, other] },
        _ => current,
    };

    public static ServiceRecord? Service(ServiceRecord? current, PartnerEvent happened, DateTimeOffset at) => happened switch
    {
        ServiceDrafted(var service) => Written(current, service, RecordState.Draft, at),
        ServicePublished(var service) => Written(current, service, RecordState.Published, at),
        ServiceConfirmed => current is null ? null : current with { FreshOn = Later(current.FreshOn, FrenchDay.Of(at)), ChangedAt = at },
        ServiceArchived => current is null ? null : current with { State = RecordState.Archived, ChangedAt = at },
        CapacityStated(_, var capacity) => current is null ? null : current with { Capacity = capacity, CapacityAt = at, ChangedAt = at },
        _ => current,
    };

    private static ServiceRecord Written(ServiceRecord? current, Service service, RecordState state, DateTimeOffset at) =>
        new(service, state, current?.Capacity, FreshOn(service, at)) { CapacityAt = current?.CapacityAt, ChangedAt = at };

    // A source says since when its record is true; what is written here is true today.
    private static DateOnly FreshOn(Service service, DateTimeOffset at) => service.Origin.UpdatedOn ?? FrenchDay.Of(at);

    private static DateOnly Later(DateOnly x, DateOnly y) => x > y ? x : y;
}
