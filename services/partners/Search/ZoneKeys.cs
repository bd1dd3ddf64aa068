using Reseau.Partners.Domain;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>
/// Eligibility zones as index keys: the code with its level in front, because départements and régions share theirs ("53" is Mayenne and
/// Bretagne). Such a code is a région only when the structure stands in that région and not in that département; otherwise the narrower
/// reading wins, since a wrong "yes" costs the person a useless trip.
/// </summary>
internal static class ZoneKeys
{
    public const string Everywhere = "france";

    public static IEnumerable<string> Of(Service service, Commune? place, France france) =>
        service.EligibilityZones.Count == 0 ? [Everywhere] : service.EligibilityZones.Select(code => KeyOf(code, place, france));

    /// <summary>The zones a commune belongs to, narrowest first, each with its weight: a service made for these people comes before one for the whole country.</summary>
    public static IEnumerable<(string Key, double Weight)> Around(Commune commune)
    {
        yield return ($"commune:{commune.Insee}", Weights.ZoneCommune);
        if (commune.Epci is { } epci) yield return ($"epci:{epci}", Weights.ZoneEpci);
        yield return ($"departement:{commune.Departement}", Weights.ZoneDepartement);
        yield return ($"region:{commune.Region}", Weights.ZoneRegion);
    }

    /// <summary>The code inside a key, as the service states it.</summary>
    public static string CodeOf(string key) => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string KeyOf(string code, Commune? place, France france) => code switch
    {
        EligibilityZone.France or EligibilityZone.FranceCountryCode => Everywhere,
        { Length: 9 } => $"epci:{code}",
        { Length: 5 } => $"commune:{MunicipalDistrict.CityOf(code)}",
        _ when place is not null && place.Region == code && place.Departement != code => $"region:{code}",
        _ when france.FindDepartement(code) is null => $"region:{code}",
        _ => $"departement:{code}",
    };
}
