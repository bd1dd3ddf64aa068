namespace Reseau.Partners.Search;

/// <summary>
/// Counts what each value of each filter would give: the bits that its set and the set of what is found without that filter have in common.
/// The cost does not depend on how much was found.
/// </summary>
internal sealed class FacetCounter
{
    private readonly int[] _themes = new int[Vocabulary.Themes.Count];
    private readonly int[] _families = new int[Vocabulary.ThemeFamilies.Count];
    private readonly int[] _publics = new int[Vocabulary.Publics.Count];
    private readonly bool[] _publicsGiven = new bool[Vocabulary.Publics.Count];
    private readonly int[] _fees = new int[Vocabulary.Fees.Count];
    private readonly int[] _types = new int[Vocabulary.ServiceTypes.Count];
    private readonly int[] _typologies = new int[Vocabulary.Typologies.Count];
    private readonly int[] _languages = new int[Vocabulary.Languages.Count];
    private readonly int[] _accessibility = new int[Vocabulary.Accessibility.Count];
    private readonly int[] _flags = new int[4];

    public void Add(SegmentSearch search)
    {
        var segment = search.Segment;
        AddThemes(search);
        AddPublics(search);
        Add(_fees, segment.Fees, search.FoundWithout(FacetKind.Fees));
        Add(_types, segment.Types, search.FoundWithout(FacetKind.Types));
        Add(_typologies, segment.Typologies, search.FoundWithout(FacetKind.Typologies));
        Add(_languages, segment.Languages, search.FoundWithout(FacetKind.Languages));
        // All the values asked for are needed, so another one comes on top of them.
        Add(_accessibility, segment.Accessibility, search.Found);
        Add(_flags, [search.Near], search.FoundWithout(FacetKind.OnSite));
        Add(_flags.AsSpan(1), [segment.Remote], search.FoundWithout(FacetKind.Remote));
        Add(_flags.AsSpan(2), [search.Part.Today.Room], search.FoundWithout(FacetKind.Room));
        Add(_flags.AsSpan(3), [segment.AcceptsReferrals], search.FoundWithout(FacetKind.Referrals));
    }

    /// <summary>The facets that have a value.</summary>
    public IReadOnlyList<FacetCounts> ToFacets()
    {
        FacetCounts[] all =
        [
            new(FacetKind.Themes, [.. Themes()]),
            Facet(FacetKind.Publics, Vocabulary.Publics, [.. _publics.Select((count, i) => _publicsGiven[i] ? count : 0)]),
            Facet(FacetKind.Fees, Vocabulary.Fees, _fees),
            Flag(FacetKind.OnSite, _flags[0]),
            Flag(FacetKind.Remote, _flags[1]),
            Facet(FacetKind.Types, Vocabulary.ServiceTypes, _types),
            Facet(FacetKind.Typologies, Vocabulary.Typologies, _typologies),
            Facet(FacetKind.Languages, Vocabulary.Languages, _languages),
            Facet(FacetKind.Accessibility, Vocabulary.Accessibility, _accessibility),
            Flag(FacetKind.Room, _flags[2]),
            Flag(FacetKind.Referrals, _flags[3]),
        ];
        return [.. all.Where(facet => facet.Values.Count > 0)];
    }

    private static void Add(Span<int> counts, ReadOnlySpan<Bitset> values, Bitset found)
    {
        for (var i = 0; i < values.Length; i++) counts[i] += values[i].CountWith(found);
    }

    private void AddThemes(SegmentSearch search)
    {
        var found = search.FoundWithout(FacetKind.Themes);
        Add(_themes, search.Segment.Themes, found);
        var family = search.Take();
        for (var i = 0; i < _families.Length; i++)
        {
            family.Words.Clear();
            for (var theme = 0; theme < _themes.Length; theme++)
            {
                if (Vocabulary.Themes[theme].Family == Vocabulary.ThemeFamilies[i].Code) family.Or(search.Segment.Themes[theme]);
            }

            _families[i] += family.CountWith(found);
        }
    }

    /// <summary>Who asks for a public is given what is for everyone as well.</summary>
    private void AddPublics(SegmentSearch search)
    {
        var found = search.FoundWithout(FacetKind.Publics);
        var given = search.Take();
        for (var i = 0; i < _publics.Length; i++)
        {
            search.Segment.Publics[i].CopyTo(given);
            _publicsGiven[i] |= given.CountWith(found) > 0;
            given.Or(search.NotForOthers);
            _publics[i] += given.CountWith(found);
        }
    }

    /// <summary>Each family before its themes.</summary>
    private IEnumerable<(string Code, int Count)> Themes()
    {
        for (var i = 0; i < _families.Length; i++)
        {
            if (_families[i] == 0) continue;
            yield return (Vocabulary.ThemeFamilies[i].Code, _families[i]);
            for (var theme = 0; theme < _themes.Length; theme++)
            {
                if (_themes[theme] > 0 && Vocabulary.Themes[theme].Family == Vocabulary.ThemeFamilies[i].Code) yield return (Vocabulary.Themes[theme].Code, _themes[theme]);
            }
        }
    }

    private static FacetCounts Facet<T>(FacetKind kind, TermSet<T> terms, int[] counts)
        where T : Term => new(kind, [.. terms.Select((term, i) => (term.Code, counts[i])).Where(value => value.Item2 > 0)]);

    private static FacetCounts Flag(FacetKind kind, int count) => new(kind, count == 0 ? [] : [(FacetCounts.Yes, count)]);
}
