using Reseau.Partners.Domain;
using Reseau.Partners.Duplicates;

namespace Reseau.Partners.Search;

/// <summary>
/// The latest state of every record, for the writer and for lists: a structure that moves must move its services, and those merged into it.
/// Records are kept packed; see <see cref="RecordPacker"/>. Not safe for several threads: the index holds a lock.
/// </summary>
internal sealed class DirectoryFacts(RecordPacker packer)
{
    private readonly Dictionary<string, Institution> _institutions = new(StringComparer.Ordinal);
    /// <summary>Ids of those that have left the network: nothing they give is shown.</summary>
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);

    private readonly Dictionary<string, StructureFact> _structures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServiceFact> _services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _mergedInto = new(StringComparer.Ordinal);

    /// <summary>How many services an institution wrote.</summary>
    private readonly Dictionary<string, int> _written = new(StringComparer.Ordinal);

    /// <summary>All services, by institution then freshness: drafts and archives included.</summary>
    private readonly SortedRows<ServiceFact> _byFreshness = new(ServiceFact.ByFreshness);

    /// <summary>All services, by the place that gives them.</summary>
    private readonly SortedRows<ServiceFact> _byStructure = new(ServiceFact.ByStructure);

    public PublishedLists Lists { get; } = new();

    /// <summary>A whole log is being read: nothing is listed before <see cref="Arrange"/>, which sorts once instead of at each event.</summary>
    private bool _gathering;

    /// <summary>Announces a whole log.</summary>
    public void Gather() => _gathering = true;

    /// <summary>Lists everything that was gathered; gives the services.</summary>
    public IEnumerable<string> Arrange()
    {
        _gathering = false;
        // Sorted by name once: the other orders are by something else first, and a stable sort keeps the names in theirs.
        var services = SortedRows.ByKey(_services.Values, service => SortedRows.KeyOf(service.SortName), ServiceFact.ByName);
        _byFreshness.Fill(services.OrderBy(service => service.InstitutionId, StringComparer.Ordinal).ThenBy(service => service.FreshOn));
        _byStructure.Fill(services.OrderBy(service => service.StructureId, StringComparer.Ordinal));
        foreach (var service in services) _written[service.InstitutionId] = CountOfInstitution(service.InstitutionId) + 1;
        var published = services.Where(IsShown).ToList();
        var giving = published.Select(service => service.StructureId).ToHashSet(StringComparer.Ordinal);
        var places = SortedRows.ByKey(_structures.Values.Where(place => place.MergedInto is null), place => SortedRows.KeyOf(place.SortName), StructureFact.ByName);
        Lists.Fill(published, places, place => giving.Contains(place.Id) || MergedInto(place.Id).Overlaps(giving));
        return published.Select(service => service.Id);
    }

    /// <summary>Takes one event; gives the services whose entry is no longer the same.</summary>
    public IEnumerable<string> Apply(DirectoryChange change) => change.Event switch
    {
        InstitutionRegistered(var institution) => Register(institution),
        InstitutionArchived(var id) => Leave(id),
        InstitutionRestored(var id) => Return(id),
        StructurePublished(var structure) => Structure(structure.Id, change),
        StructureMerged(var id, _) => Structure(id, change),
        StructureSeparated(var id) => Structure(id, change),
        DuplicateDismissed(var id, _) => Structure(id, change),
        ServiceDrafted(var service) => Service(service.Id, change),
        ServicePublished(var service) => Service(service.Id, change),
        ServiceConfirmed(var id) => Service(id, change),
        ServiceArchived(var id) => Service(id, change),
        CapacityStated(var id, _) => Service(id, change),
        _ => [],
    };

    /// <summary>The entry of a published service, at the place that shows it; null while something is not known.</summary>
    public Shown? Find(string serviceId) =>
        _services.TryGetValue(serviceId, out var service) && IsShown(service)
        && _structures.TryGetValue(service.StructureId, out var own)
        && _structures.TryGetValue(own.MergedInto ?? own.Id, out var shown)
        && _institutions.TryGetValue(service.InstitutionId, out var institution)
            ? new(service, shown, institution)
            : null;

    public ServiceRecord Unpack(ServiceFact service) => packer.Unpack(service);

    public StructureRecord Unpack(StructureFact structure) => packer.Unpack(structure);

    /// <summary>All places, with what they give.</summary>
    public IReadOnlyList<Place> Places() => [.. _structures.Values.Select(structure =>
    {
        var services = ServicesOf(structure.Id).Where(IsShown).ToList();
        return new Place(packer.Unpack(structure), services.Count, services.Count == 0 ? DateOnly.MinValue : services.Max(service => service.FreshOn));
    })];

    /// <summary>The ids of all records.</summary>
    public (IReadOnlyList<string> Institutions, IReadOnlyList<string> Structures, IReadOnlyList<string> Services) Ids() =>
        ([.. _institutions.Keys], [.. _structures.Keys], [.. _services.Keys]);

    /// <summary>Whether other places are shown as this one.</summary>
    public bool HoldsOthers(string structureId) => _mergedInto.TryGetValue(structureId, out var others) && others.Count > 0;

    /// <summary>The place that shows a service; null while it is not known.</summary>
    public StructureRecord? PlaceOf(ServiceFact service) =>
        _structures.TryGetValue(service.StructureId, out var own) && _structures.TryGetValue(own.MergedInto ?? own.Id, out var shown) ? packer.Unpack(shown) : null;

    /// <summary>The published services a place shows, by name: its own and those of the places merged into it.</summary>
    public IReadOnlyList<ServiceFact> ShownAt(string structureId)
    {
        if (!_structures.TryGetValue(structureId, out var structure) || structure.MergedInto is not null) return [];
        var services = MergedInto(structureId).Prepend(structureId).SelectMany(ServicesOf).Where(IsShown).ToList();
        services.Sort(ServiceFact.ByName);
        return services;
    }

    /// <summary>Everything an institution wrote, in every state, the least fresh first.</summary>
    public IEnumerable<ServiceFact> OfInstitution(string institutionId, Func<ServiceFact, int> isBefore) =>
        _byFreshness.From(service => string.CompareOrdinal(service.InstitutionId, institutionId) is not 0 and var order ? order : isBefore(service))
            .TakeWhile(service => service.InstitutionId == institutionId);

    /// <summary>Whether an institution has left the network.</summary>
    public bool HasLeft(string institutionId) => _left.Contains(institutionId);

    public int CountOfInstitution(string institutionId) => _written.GetValueOrDefault(institutionId);

    private IEnumerable<ServiceFact> ServicesOf(string structureId) =>
        _byStructure.From(service => string.CompareOrdinal(service.StructureId, structureId)).TakeWhile(service => service.StructureId == structureId);

    private HashSet<string> MergedInto(string structureId) => _mergedInto.TryGetValue(structureId, out var merged) ? merged : [];

    private List<string> Register(Institution institution)
    {
        if (_institutions.TryGetValue(institution.Id, out var known) && known.Equals(institution)) return [];
        _institutions[institution.Id] = institution;
        if (_gathering) return [];
        return [.. OfInstitution(institution.Id, _ => 0).Select(service => service.Id)];
    }

    private List<string> Leave(string institutionId)
    {
        if (!_left.Add(institutionId) || _gathering) return [];
        var services = OfInstitution(institutionId, _ => 0).ToList();
        foreach (var service in services) Lists.Remove(service);
        return Relist(services);
    }

    private List<string> Return(string institutionId)
    {
        if (!_left.Remove(institutionId) || _gathering) return [];
        var services = OfInstitution(institutionId, _ => 0).ToList();
        foreach (var service in services.Where(IsShown)) Lists.Add(service);
        return Relist(services);
    }

    private List<string> Relist(List<ServiceFact> services)
    {
        foreach (var place in services.Select(service => service.StructureId).Distinct(StringComparer.Ordinal)) Relist(place);
        return services.ConvertAll(service => service.Id);
    }

    private bool IsShown(ServiceFact service) => service.State == RecordState.Published && !_left.Contains(service.InstitutionId);

    private List<string> Structure(string id, DirectoryChange change)
    {
        var before = _structures.GetValueOrDefault(id);
        if (RecordFold.Structure(before is null ? null : packer.Unpack(before), change.Event, change.At) is not { } record) return [];
        var after = new StructureFact(record, packer.Pack(record), OneOf(record.Content.InstitutionId));
        if (before is not null && before.MergedInto == after.MergedInto && before.InstitutionId == after.InstitutionId && before.Packed.AsSpan().SequenceEqual(after.Packed)) return [];
        _structures[id] = after;
        if (before?.MergedInto is { } left && _mergedInto.TryGetValue(left, out var others)) others.Remove(id);
        if (after.MergedInto is { } into) (_mergedInto.TryGetValue(into, out var merged) ? merged : _mergedInto[into] = new(StringComparer.Ordinal)).Add(id);
        if (_gathering) return [];
        foreach (var place in (IEnumerable<string?>)[id, before?.MergedInto, after.MergedInto]) Relist(place);
        return [.. MergedInto(id).Prepend(id).SelectMany(ServicesOf).Select(service => service.Id)];
    }

    private string[] Service(string id, DirectoryChange change)
    {
        var before = _services.GetValueOrDefault(id);
        if (RecordFold.Service(before is null ? null : packer.Unpack(before), change.Event, change.At) is not { } record) return [];
        var structureId = _structures.TryGetValue(record.Content.StructureId, out var known) ? known.Id : record.Content.StructureId;
        var after = new ServiceFact(record, packer.Pack(record), structureId, OneOf(record.Content.InstitutionId));
        if (before is not null && before.StructureId == after.StructureId && before.InstitutionId == after.InstitutionId && before.Packed.AsSpan().SequenceEqual(after.Packed)) return [];
        _services[id] = after;
        if (_gathering) return [];
        if (before is not null)
        {
            _byFreshness.Remove(before);
            _byStructure.Remove(before);
            if (IsShown(before)) Lists.Remove(before);
            _written[before.InstitutionId]--;
        }

        _byFreshness.Add(after);
        _written[after.InstitutionId] = CountOfInstitution(after.InstitutionId) + 1;
        _byStructure.Add(after);
        if (IsShown(after)) Lists.Add(after);
        if (before is not null && before.StructureId != after.StructureId) Relist(before.StructureId);
        Relist(after.StructureId);
        return [id];
    }

    /// <summary>Lists or hides a place, and the one it was merged into, now that it or its services changed.</summary>
    private void Relist(string? structureId)
    {
        if (structureId is null || !_structures.TryGetValue(structureId, out var structure)) return;
        if (structure.MergedInto is null)
        {
            Lists.Set(structure, MergedInto(structureId).Prepend(structureId).SelectMany(ServicesOf).Any(IsShown));
            return;
        }

        Lists.Hide(structureId);
        if (_structures.TryGetValue(structure.MergedInto, out var into) && into.MergedInto is null) Relist(into.Id);
    }

    /// <summary>Ids are many times the same: one string is kept of each.</summary>
    private string OneOf(string institutionId) => _institutions.TryGetValue(institutionId, out var known) ? known.Id : institutionId;
}
