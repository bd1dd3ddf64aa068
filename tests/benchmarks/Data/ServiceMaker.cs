using System.Globalization;
using Reseau.Kernel;
using Reseau.Kernel.Vocabularies;
using Reseau.Partners.Domain;
using Reseau.Partners.Territory;

namespace Reseau.Benchmarks.Data;

/// <summary>Makes the services of places: what a reader of the national repository would find there, with its gaps.</summary>
internal sealed class ServiceMaker(ulong seed)
{
    private static readonly DateOnly Newest = new(2026, 9, 1);

    /// <summary>A few themes make most of a directory: weights fall as 1, 1/2, 1/3 in an order that is not the vocabulary's.</summary>
    private readonly Weighted<Theme> _themes = new(
        [.. Vocabulary.Themes.OrderBy(theme => SplitMix.For(seed, theme.Code, 0).Below(1_000_000))], RankWeights());

    private static readonly string[] Specific = [.. Vocabulary.Publics.Select(term => term.Code).Where(code => code != Vocabulary.Everyone)];

    private static Func<Theme, long> RankWeights()
    {
        var rank = 0;
        return _ => 10_000 / ++rank;
    }

    public (Service Service, Capacity? Capacity) Make(int number, MadePlace place)
    {
        var random = SplitMix.For(seed, "service", number);
        var main = MainTheme(place.Kind, random);
        var service = new Service
        {
            Id = $"service-{number.ToString("D7", CultureInfo.InvariantCulture)}",
            StructureId = place.Structure.Id,
            InstitutionId = place.Institution.Id,
            Name = NameOf(main, place, random),
            Description = DescriptionOf(main, place, random),
            Type = random.Percent(80) ? random.Of(Vocabulary.ServiceTypes).Code : null,
            Themes = ThemesOf(main, random),
            Publics = PublicsOf(random),
            AccessConditions = random.Percent(35) ? random.Of(Phrases.All.Names("condition")) : null,
            Fees = random.Share(75, 10) switch { 0 => "gratuit", 1 => "payant", _ => null },
            ReceptionModes = random.Share(62, 23, 10) switch
            {
                0 => [Vocabulary.OnSite],
                1 => [Vocabulary.OnSite, Vocabulary.Remote],
                2 => [Vocabulary.Remote],
                _ => [],
            },
            EligibilityZones = ZonesOf(place.Commune, random),
            MobilisationModes = [.. random.Some(Vocabulary.MobilisationModes, 1 + random.Below(2)).Select(term => term.Code)],
            MobilisableBy = random.Percent(70) ? ["usagers", "professionnels"] : ["professionnels"],
            Phone = random.Percent(50) ? PlaceMaker.PhoneOf(random) : null,
            Email = random.Percent(40) ? $"contact@service-{number}.example" : null,
            Languages = random.Percent(12) ? [.. random.Some(Vocabulary.Languages, 1 + random.Below(3)).Select(term => term.Code)] : [],
            AcceptsReferrals = random.Percent(30),
            Origin = new() { Source = "banc-d-essai", UpdatedOn = Newest.AddDays(-random.Below(900)) },
        };
        return (service, CapacityOf(random));
    }

    private Theme MainTheme(PlaceKind kind, SplitMix random)
    {
        if (kind.Families.Length == 0 || random.Percent(25)) return _themes.Pick(random);
        var family = random.Of(kind.Families);
        // The first themes of a family come more often.
        Theme[] themes = [.. Vocabulary.Themes.Where(theme => theme.Family == family)];
        return themes[Math.Min(random.Below(themes.Length), random.Below(themes.Length))];
    }

    private ValueList<string> ThemesOf(Theme main, SplitMix random)
    {
        var count = random.Share(50, 30, 15);
        var themes = new List<string> { main.Code };
        for (var i = 0; i < count; i++)
        {
            var other = random.Percent(70) ? random.Of([.. Vocabulary.Themes.Where(theme => theme.Family == main.Family)]) : _themes.Pick(random);
            if (!themes.Contains(other.Code, StringComparer.Ordinal)) themes.Add(other.Code);
        }

        return [.. themes];
    }

    private static string NameOf(Theme main, MadePlace place, SplitMix random)
    {
        var name = random.Percent(40) ? main.Label : random.Of(Phrases.All.Names(main.Family));
        return random.Share(50, 15, 15, 10) switch
        {
            0 => name,
            1 => $"{name} à {place.Commune.Name}",
            2 => $"{name} ({random.Of(Phrases.All.Names("quartier"))})",
            3 => $"{name} pour {Vocabulary.Publics.LabelOf(random.Of(Specific)).ToLowerInvariant()}",
            _ => $"{name} – {random.Of(Phrases.All.Names(main.Family)).ToLowerInvariant()}",
        };
    }

    private static string DescriptionOf(Theme main, MadePlace place, SplitMix random)
    {
        IEnumerable<string> sentences =
        [
            .. random.Percent(30) ? [$"{main.Label} : une réponse proche de chez vous, à {place.Commune.Name} et alentour."] : (string[])[],
            .. random.Some(Phrases.All.Sentences(main.Family), 1 + random.Below(3)),
            .. random.Some(Phrases.All.Sentences("accueil"), random.Below(4)),
        ];
        return string.Join(' ', sentences);
    }

    private static ValueList<string> PublicsOf(SplitMix random) => random.Share(35, 15) switch
    {
        0 => [Vocabulary.Everyone],
        1 => [],
        _ => [.. random.Some(Specific, 1 + random.Below(3))],
    };

    private static ValueList<string> ZonesOf(Commune commune, SplitMix random) => random.Share(10, 5, 8, 40, 20, 12) switch
    {
        0 => [],
        1 => [EligibilityZone.France],
        2 => [commune.Region],
        3 => [commune.Departement],
        4 when commune.Epci is { } epci => [epci],
        5 => [commune.Insee, commune.Departement],
        _ => [commune.Insee],
    };

    private static Capacity? CapacityOf(SplitMix random) => random.Share(70, 15, 8) switch
    {
        0 => null,
        1 => new() { State = CapacityState.Open, Seats = random.Below(9) },
        2 => new() { State = CapacityState.WaitingList, Until = Newest.AddDays(random.Below(200)) },
        _ => new() { State = CapacityState.Closed, Until = random.Percent(80) ? Newest.AddDays(random.Below(200)) : null },
    };
}
