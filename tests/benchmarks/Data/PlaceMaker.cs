using System.Globalization;
using Reseau.Kernel.Vocabularies;
using Reseau.Partners.Domain;
using Reseau.Partners.Territory;

namespace Reseau.Benchmarks.Data;

/// <summary>Makes places and the institutions behind them, where people live.</summary>
internal sealed class PlaceMaker(ulong seed, France france)
{
    private const int AssociationsPerDepartement = 400;

    /// <summary>Half-widths of the square a place is drawn in, in degrees: about three kilometres.</summary>
    private const double Spread = 0.027;

    private static readonly string[] Mornings = ["08:30-12:00", "09:00-12:00", "09:00-12:30", "08:00-12:00", "10:00-12:30"];
    private static readonly string[] Afternoons = ["13:30-17:00", "14:00-17:00", "14:00-18:00", "13:30-17:30", "15:00-19:00"];
    private static readonly string[] Days = ["Mo-Fr", "Mo-Th", "Tu-Sa", "Mo,We,Fr", "Tu,Th"];

    /// <summary>Beginnings of telephone numbers that are never given to anybody.</summary>
    private static readonly string[] Fictions = ["019900", "026191", "035301", "046571", "053649"];

    private readonly Weighted<Commune> _communes = new(france.Communes, commune => commune.Population);
    private readonly Weighted<PlaceKind> _kinds = new(PlaceKind.All, kind => kind.Weight);

    public MadePlace Make(int number)
    {
        var random = SplitMix.For(seed, "place", number);
        var kind = _kinds.Pick(random);
        var commune = _communes.Pick(random);
        var institution = InstitutionOf(kind, commune, random);
        var quartier = random.Of(Phrases.All.Names("quartier"));
        var structure = new Structure
        {
            Id = $"place-{number.ToString("D6", CultureInfo.InvariantCulture)}",
            InstitutionId = institution.Id,
            Name = string.Format(CultureInfo.InvariantCulture, kind.PlaceName, commune.Name, quartier, institution.Name),
            Description = random.Percent(60) ? random.Of(Phrases.All.Sentences("accueil")) : null,
            Siret = random.Percent(70) ? MadeSiret.Of(number, random) : null,
            Typology = kind.Typology,
            Address = AddressIn(commune, random),
            Phone = random.Percent(85) ? PhoneOf(random) : null,
            Email = random.Percent(70) ? $"accueil@place-{number}.example" : null,
            Website = random.Percent(50) ? $"https://place-{number}.example/" : null,
            OpeningHours = random.Percent(60) ? $"{random.Of(Days)} {random.Of(Mornings)},{random.Of(Afternoons)}" : null,
            Accessibility = random.Percent(20) ? [.. random.Some(Vocabulary.Accessibility, 1 + random.Below(3)).Select(term => term.Code)] : [],
        };
        return new(kind, commune, institution, structure, 1 + random.Share(30, 28, 20, 12, 6));
    }

    public static string PhoneOf(SplitMix random) => $"{random.Of(Fictions)}{random.Below(10_000).ToString("D4", CultureInfo.InvariantCulture)}";

    private Institution InstitutionOf(PlaceKind kind, Commune commune, SplitMix random)
    {
        var departement = france.FindDepartement(commune.Departement)!;
        var association = random.Below(AssociationsPerDepartement);
        var (territory, key) = kind.Holder switch
        {
            Holder.Commune => (commune.Name, commune.Insee),
            Holder.Departement => (departement.Name, departement.Code),
            _ => ($"{Phrases.All.Names("association")[association % Phrases.All.Names("association").Count]} {departement.Code}-{association}", $"{departement.Code}-{association}"),
        };
        return new()
        {
            Id = $"{kind.Typology.Replace('_', '-')}-{key}".ToLowerInvariant(),
            Name = string.Format(CultureInfo.InvariantCulture, kind.InstitutionName, territory),
            Typology = kind.Typology,
        };
    }

    private static Address AddressIn(Commune commune, SplitMix random)
    {
        var point = commune.Point is { } centre && random.Percent(90)
            ? new GeoPoint(Math.Round(centre.Latitude + Near(random), 5), Math.Round(centre.Longitude + Near(random), 5))
            : (GeoPoint?)null;
        return new()
        {
            Line = string.Create(CultureInfo.InvariantCulture, $"{1 + random.Below(150)} {random.Of(Phrases.All.Names("rue"))}"),
            PostalCode = commune.PostalCodes.Count > 0 ? random.Of(commune.PostalCodes) : null,
            CommuneName = commune.Name,
            CommuneInsee = commune.Insee,
            Point = point,
        };
    }

    // More often near the middle: the sum of two throws.
    private static double Near(SplitMix random) => Spread * (random.Below(1001) + random.Below(1001) - 1000) / 1000;
}

/// <summary>A place, and how many services it gives.</summary>
internal sealed record MadePlace(PlaceKind Kind, Commune Commune, Institution Institution, Structure Structure, int Services);
