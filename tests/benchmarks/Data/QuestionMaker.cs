using Reseau.Kernel.Vocabularies;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;

namespace Reseau.Benchmarks.Data;

/// <summary>
/// Makes the mixed questions of a reception desk, in the proportions of <see cref="QuestionKind"/>. Communes are asked for as often as people
/// live there. Words come from the texts of the services, as somebody who knows what exists would type them, and some are what people say.
/// Left out: what only our engine answers (typing errors, communes named in the text, "open at that hour").
/// </summary>
internal sealed class QuestionMaker
{
    private static readonly int[] Radii = [10_000, 20_000, 20_000, 30_000, 50_000];
    private static readonly string[] Families = [.. Vocabulary.ThemeFamilies.Select(family => family.Code)];
    private static readonly string[] Publics = [.. Vocabulary.Publics.Select(term => term.Code).Where(code => code != Vocabulary.Everyone)];

    /// <summary>They would announce the name of a commune.</summary>
    private static readonly HashSet<string> Announcing = new(["cote", "secteur", "commune", "ville", "vers", "pres", "autour", "environs", "habite"], StringComparer.Ordinal);

    private readonly ulong _seed;
    private readonly Weighted<Commune> _communes;
    private readonly string[] _said = [.. Phrases.All.Names("besoin")];
    private readonly Dictionary<string, string[]> _words;

    public QuestionMaker(ulong seed, France france)
    {
        (_seed, _communes) = (seed, new(france.Communes, commune => commune.Point is null ? 0 : commune.Population));
        _words = Families.ToDictionary(family => family, WordsOf, StringComparer.Ordinal);
    }

    /// <summary>So many questions; the first ones of more are the same.</summary>
    public IReadOnlyList<Question> Make(int count) => [.. Enumerable.Range(0, count).Select(One)];

    private Question One(int number)
    {
        var random = SplitMix.For(_seed, "question", number);
        var kind = (QuestionKind)random.Share(25, 10, 20, 10, 15, 5);
        var place = _communes.Pick(random).Insee;
        var near = new SearchQuery { Themes = [random.Of(Vocabulary.Themes).Code], CommuneInsee = place, RadiusMeters = random.Of(Radii) };
        var query = kind switch
        {
            QuestionKind.ThemeNear => near,
            QuestionKind.Family => new() { ThemeFamily = random.Of(Families), CommuneInsee = place },
            QuestionKind.TextAndPlace => new() { Text = Text(random), CommuneInsee = place },
            QuestionKind.TextOnly => new() { Text = Text(random) },
            QuestionKind.PublicNear => near with { Publics = [random.Of(Publics)] },
            QuestionKind.Remote => near with { RadiusMeters = null, RemoteOnly = true },
            _ => Filter(Filter(near, random), random),
        };
        return new(kind, query, WordsOf(query));
    }

    private static SearchQuery Filter(SearchQuery query, SplitMix random) => random.Below(7) switch
    {
        0 => query with { Fees = ["gratuit"] },
        1 => query with { Languages = [random.Of(Vocabulary.Languages).Code, "en"] },
        2 => query with { Accessibility = [random.Of(Vocabulary.Accessibility).Code] },
        3 => query with { Types = [random.Of(Vocabulary.ServiceTypes).Code] },
        4 => query with { WithRoomOnly = true },
        5 => query with { AcceptsReferralsOnly = true },
        _ => query with { OnSiteOnly = true },
    };

    private string Text(SplitMix random)
    {
        var words = _words[random.Of(Families)];
        return string.Join(' ', random.Some(words, 1 + random.Share(25, 40, 25)).Select(word => random.Percent(15) ? random.Of(_said) : word));
    }

    private static string[] WordsOf(string family)
    {
        string[] texts = [.. Phrases.All.Names(family), .. Phrases.All.Sentences(family)];
        return [.. texts.SelectMany(FrenchText.Words).Select(word => word.Typed)
            .Where(word => word.Length > 3 && !Announcing.Contains(word)).Distinct(StringComparer.Ordinal)];
    }

    private static AskedWord[] WordsOf(SearchQuery query) =>
    [
        .. FrenchText.Words(query.Text).DistinctBy(word => word.Stem, StringComparer.Ordinal)
            .Select(word => new AskedWord([[word.Stem], .. Synonyms.Of(word.Stem)], !Synonyms.IsAboutThePerson(word.Stem))),
    ];
}
