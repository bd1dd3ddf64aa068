using Reseau.Partners.Domain;

namespace Reseau.Partners.Search;

/// <summary>The latest content of every record, for the writer: a structure that moves must move its services.</summary>
internal sealed class DirectoryFacts
{
    private readonly Dictionary<string, Institution> _institutions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Structure> _structures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Service> _services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _servicesOfInstitution = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _servicesOfStructure = new(StringComparer.Ordinal);

    /// <summary>Takes one event; gives the services whose entry is no longer the same.</summary>
    public IEnumerable<string> Apply(PartnerEvent happened) => happened switch
    {
        InstitutionRegistered(var institution) => Changes(_institutions, institution.Id, institution) ? Linked(_servicesOfInstitution, institution.Id) : [],
        StructurePublished(var structure) => Changes(_structures, structure.Id, structure) ? Linked(_servicesOfStructure, structure.Id) : [],
        ServicePublished(var service) => Publish(service),
        ServiceArchived(var id) => Archive(id),
        _ => [],
    };

    public DirectoryEntry? Find(string serviceId) =>
        _services.TryGetValue(serviceId, out var service)
        && _structures.TryGetValue(service.StructureId, out var structure)
        && _institutions.TryGetValue(service.InstitutionId, out var institution)
            ? new(service, structure, institution)
            : null;

    public IReadOnlyCollection<DirectoryEntry> Entries() => [.. _services.Keys.Select(Find).OfType<DirectoryEntry>()];

    private string[] Publish(Service service)
    {
        var before = _services.GetValueOrDefault(service.Id);
        if (!Changes(_services, service.Id, service)) return [];
        if (before is not null) Unlink(before);
        Linked(_servicesOfInstitution, service.InstitutionId).Add(service.Id);
        Linked(_servicesOfStructure, service.StructureId).Add(service.Id);
        return [service.Id];
    }

    private string[] Archive(string id)
    {
        if (!_services.Remove(id, out var service)) return [];
        Unlink(service);
        return [id];
    }

    private void Unlink(Service service)
    {
        Linked(_servicesOfInstitution, service.InstitutionId).Remove(service.Id);
        Linked(_servicesOfStructure, service.StructureId).Remove(service.Id);
    }

    private static bool Changes<T>(Dictionary<string, T> records, string id, T record)
        where T : class, IEquatable<T>
    {
        if (records.TryGetValue(id, out var known) && known.Equals(record)) return false;
        records[id] = record;
        return true;
    }

    private static HashSet<string> Linked(Dictionary<string, HashSet<string>> links, string id)
    {
        if (!links.TryGetValue(id, out var services)) links[id] = services = new(StringComparer.Ordinal);
        return services;
    }
}
