using System.Text.Json;
using Reseau.Benchmarks.Data;
using Reseau.Kernel.Vocabularies;
using Reseau.Partners.Domain;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;

namespace Reseau.Benchmarks.Engines;

/// <summary>
/// Reads services for the engines beside ours. They get the words as we read them, so that what they find can be compared, and are spared what
/// an application would do before or after: the room of the day, the weights of a record, the meaning of zone codes.
/// </summary>
internal sealed class FlatReader(France france, DateOnly today)
{
    private const double EarthRadiusMeters = 6_371_008.8;
    private const int Everywhere = 0;

    private readonly Dictionary<string, int> _zones = new(StringComparer.Ordinal) { ["france"] = Everywhere };

    public FlatService Read(MadeService made)
    {
        var (service, structure, institution) = (made.Service, made.Place.Structure, made.Place.Institution);
        var address = service.Address ?? structure.Address;
        var name = Stems([service.Name], []);
        var labels = Stems(
        [
            structure.Name, address.CommuneName, institution.Name,
            .. service.Themes.Select(Vocabulary.Themes.LabelOf), .. service.Publics.Select(Vocabulary.Publics.LabelOf),
        ], name);
        var remote = service.ReceptionModes.Contains(Vocabulary.Remote, StringComparer.Ordinal);
        return new()
        {
            Number = made.Number,
            Name = [.. name],
            Labels = [.. labels],
            Description = [.. Stems([service.Description, service.AccessConditions, service.PublicsDetails], [.. name, .. labels])],
            Themes = Positions(Vocabulary.Themes, service.Themes),
            Publics = service.Publics.Count == 0 ? [FlatService.NoPublic] : Positions(Vocabulary.Publics, service.Publics),
            Zones = service.EligibilityZones.Count == 0 ? [Everywhere] : [.. service.EligibilityZones.Select(code => NumberOf(KeyOf(code, made.Place.Commune)))],
            Typologies = Positions(Vocabulary.Typologies, structure.Typology is { } typology ? [institution.Typology, typology] : [institution.Typology]),
            Languages = Positions(Vocabulary.Languages, service.Languages),
            Accessibility = Positions(Vocabulary.Accessibility, structure.Accessibility),
            Fee = service.Fees is { } fees ? Vocabulary.Fees.PositionOf(fees) : -1,
            Type = service.Type is { } type ? Vocabulary.ServiceTypes.PositionOf(type) : -1,
            Remote = remote,
            OnSite = !remote || service.ReceptionModes.Contains(Vocabulary.OnSite, StringComparer.Ordinal),
            AcceptsReferrals = service.AcceptsReferrals,
            HasRoom = Capacity.HasRoom(made.Capacity, today),
            Weight = WeightOf(made),
            Position = (address.Point ?? france.FindCommune(address.CommuneInsee!)?.Point) is { } point ? Vector(point) : null,
            Record = JsonSerializer.Serialize(new { service, structure, institution = institution.Name }),
        };
    }

    /// <summary>The zones a commune is in, narrowest first.</summary>
    public int[] ZonesAround(string insee)
    {
        var commune = france.FindCommune(insee)!;
        string[] keys = [$"commune:{commune.Insee}", .. commune.Epci is { } epci ? [$"epci:{epci}"] : (string[])[], $"departement:{commune.Departement}", $"region:{commune.Region}"];
        return [.. keys.Select(NumberOf), Everywhere];
    }

    /// <summary>Where a commune is, in metres from the Earth's centre.</summary>
    public (double X, double Y, double Z) Origin(string insee) => Vector(france.FindCommune(insee)!.Point!.Value);

    /// <summary>The straight line between two points so far apart along the ground.</summary>
    public static double ChordOf(double meters) => 2 * EarthRadiusMeters * Math.Sin(meters / (2 * EarthRadiusMeters));

    public static int[] Positions<T>(TermSet<T> terms, IEnumerable<string> codes) where T : Term => [.. codes.Select(terms.PositionOf).Distinct()];

    private static (double X, double Y, double Z) Vector(GeoPoint point)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        var (sinLongitude, cosLongitude) = Math.SinCos(double.DegreesToRadians(point.Longitude));
        return (EarthRadiusMeters * cosLatitude * cosLongitude, EarthRadiusMeters * cosLatitude * sinLongitude, EarthRadiusMeters * sinLatitude);
    }

    private static HashSet<string> Stems(IEnumerable<string?> texts, HashSet<string> known)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts) stems.UnionWith(FrenchText.Words(text ?? "").Select(word => word.Stem));
        stems.ExceptWith(known);
        return stems;
    }

    private double WeightOf(MadeService made)
    {
        var quality = Quality.Of(made.Service, made.Place.Structure, made.Service.Origin.UpdatedOn ?? today, today).Score;
        return (made.Capacity is { } capacity && Capacity.HasRoom(capacity, today) ? 6 : 0) + Math.Max(0, 8 * (quality - 0.5));
    }

    private int NumberOf(string key)
    {
        if (!_zones.TryGetValue(key, out var number)) _zones.Add(key, number = _zones.Count);
        return number;
    }

    // Départements and régions share codes: such a code is a région only for a place that is in that région and not in that département.
    private string KeyOf(string code, Commune place) => code switch
    {
        EligibilityZone.France => "france",
        { Length: 9 } => $"epci:{code}",
        { Length: 5 } => $"commune:{code}",
        _ when (place.Region == code && place.Departement != code) || france.FindDepartement(code) is null => $"region:{code}",
        _ => $"departement:{code}",
    };
}
