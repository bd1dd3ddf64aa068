namespace Reseau.Partners.Search;

/// <summary>What the public lists show, kept in their order: a page costs two binary searches and its rows.</summary>
internal sealed class PublishedLists
{
    private readonly Dictionary<string, StructureFact> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StructureFact> _giving = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _servicesOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _placesOf = new(StringComparer.Ordinal);

    /// <summary>Published services by name.</summary>
    public SortedRows<ServiceFact> Services { get; } = new(ServiceFact.ByName);

    /// <summary>Published services by institution, then name.</summary>
    public SortedRows<ServiceFact> ServicesByInstitution { get; } = new(ServiceFact.ByInstitution);

    /// <summary>Places with a published service, by name.</summary>
    public SortedRows<StructureFact> Places { get; } = new(StructureFact.ByName);

    /// <summary>Places that are not merged, by institution, then name.</summary>
    public SortedRows<StructureFact> PlacesByInstitution { get; } = new(StructureFact.ByInstitution);

    /// <summary>How many published services an institution has.</summary>
    public int CountServices(string institutionId) => _servicesOf.GetValueOrDefault(institutionId);

    /// <summary>How many places an institution has.</summary>
    public int CountPlaces(string institutionId) => _placesOf.GetValueOrDefault(institutionId);

    /// <summary>Lists everything at once.</summary>
    /// <param name="services">Published services by name.</param>
    /// <param name="places">Places that are not merged, by name.</param>
    /// <param name="gives">Whether a place, or one merged into it, has a published service.</param>
    public void Fill(IReadOnlyList<ServiceFact> services, IReadOnlyList<StructureFact> places, Func<StructureFact, bool> gives)
    {
        Services.Fill(services);
        ServicesByInstitution.Fill(services.OrderBy(service => service.InstitutionId, StringComparer.Ordinal));
        foreach (var service in services) _servicesOf[service.InstitutionId] = CountServices(service.InstitutionId) + 1;

        PlacesByInstitution.Fill(places.OrderBy(place => place.InstitutionId, StringComparer.Ordinal));
        foreach (var place in places)
        {
            _shown.Add(place.Id, place);
            _placesOf[place.InstitutionId] = CountPlaces(place.InstitutionId) + 1;
            if (gives(place)) _giving.Add(place.Id, place);
        }

        Places.Fill(places.Where(place => _giving.ContainsKey(place.Id)));
    }

    public void Add(ServiceFact service)
    {
        Services.Add(service);
        ServicesByInstitution.Add(service);
        _servicesOf[service.InstitutionId] = CountServices(service.InstitutionId) + 1;
    }

    public void Remove(ServiceFact service)
    {
        if (service.State != Domain.RecordState.Published) return;
        Services.Remove(service);
        ServicesByInstitution.Remove(service);
        _servicesOf[service.InstitutionId]--;
    }

    /// <summary>Shows a place as it is now.</summary>
    public void Set(StructureFact place, bool gives)
    {
        if (_shown.GetValueOrDefault(place.Id) != place)
        {
            Hide(place.Id);
            _shown.Add(place.Id, place);
            PlacesByInstitution.Add(place);
            _placesOf[place.InstitutionId] = CountPlaces(place.InstitutionId) + 1;
        }

        if (gives == _giving.ContainsKey(place.Id)) return;
        if (gives)
        {
            _giving.Add(place.Id, place);
            Places.Add(place);
        }
        else if (_giving.Remove(place.Id, out var listed))
        {
            Places.Remove(listed);
        }
    }

    public void Hide(string placeId)
    {
        if (_giving.Remove(placeId, out var gave)) Places.Remove(gave);
        if (!_shown.Remove(placeId, out var shown)) return;
        PlacesByInstitution.Remove(shown);
        _placesOf[shown.InstitutionId]--;
    }
}
