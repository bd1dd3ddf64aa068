using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>One question to one snapshot: read the text → find in each segment → rank → merge → explain the page.</summary>
internal sealed class DirectorySearch
{
    private readonly Snapshot _snapshot;
    private readonly SearchQuery _query;
    private readonly Func<Shown, DirectoryEntry> _open;
    private readonly PreparedQuery _prepared;
    private readonly IReadOnlyList<WordCorrection> _corrections;
    private readonly Commune? _named;

    public DirectorySearch(Snapshot snapshot, SearchQuery query, Func<Shown, DirectoryEntry> open, France france)
    {
        (_snapshot, _query, _open) = (snapshot, query, open);
        var (typed, named) = ReadText(query, france);
        (var words, _corrections) = Speller.Read(typed, snapshot);
        _named = named;
        _prepared = new(query, new(words), named?.Insee, france);
    }

    public SearchResult Run()
    {
        var searches = _snapshot.Parts.Select(part => new SegmentSearch(part, _prepared)).ToList();
        try
        {
            var total = searches.Sum(search => search.Match(anyWord: false));
            var widened = total == 0 && _prepared.Text.Words.Length > 1;
            if (widened) total = searches.Sum(search => search.Match(anyWord: true));
            var (hits, end) = Page(searches);
            return new(total, widened && total > 0, hits)
            {
                End = end,
                Facets = _query.WithFacets ? Facets(searches) : [],
                Corrections = _corrections,
                CommuneInText = _named?.Insee,
            };
        }
        finally
        {
            foreach (var search in searches) search.Dispose();
        }
    }

    /// <summary>A commune in the text is the place of the question, unless the question has one; the same one again is no word either.</summary>
    private static (IReadOnlyList<Word> Words, Commune? Named) ReadText(SearchQuery query, France france)
    {
        if (query.Text.Length == 0) return ([], null);
        if (query.CommuneInsee is null && query.Point is not null) return (FrenchText.Words(query.Text), null);
        var (words, named) = PlaceInText.Read(query.Text, france);
        if (named is null || query.CommuneInsee is null) return (words, named);
        return MunicipalDistrict.CityOf(query.CommuneInsee) == named.Insee ? (words, null) : (FrenchText.Words(query.Text), null);
    }

    private (IReadOnlyList<SearchHit> Hits, PagePosition? End) Page(List<SegmentSearch> searches)
    {
        if (_query.Limit == 0) return ([], null);
        // One more than the page, to know whether there is another.
        var wanted = (int)Math.Min(int.MaxValue, (long)_query.Offset + _query.Limit + 1);
        var found = new List<(Ranking Ranking, Segment Segment, TopHits.Match Match)>();
        var floor = 0;
        foreach (var search in searches)
        {
            var ranking = new Ranking(search);
            var top = new TopHits(wanted, floor);
            ranking.Collect(top, _query.After);
            floor = top.Floor;
            found.AddRange(top.InOrder().Select(match => (ranking, search.Segment, match)));
        }

        if (searches.Count > 1) found.Sort(static (x, y) => Compare(x.Match, x.Segment, y.Match, y.Segment));
        var page = found.Skip(_query.Offset).Take(_query.Limit).ToList();
        var isLast = found.Count - _query.Offset <= _query.Limit;
        var end = isLast || page.Count == 0 ? (PagePosition?)null : new(page[^1].Match.Order, page[^1].Segment.Entries[page[^1].Match.Document].Service.Id);
        return ([.. page.Select(hit => hit.Ranking.ToHit(hit.Match, _open))], end);
    }

    private static int Compare(TopHits.Match x, Segment ofX, TopHits.Match y, Segment ofY) =>
        x.Order != y.Order ? y.Order.CompareTo(x.Order) : string.CompareOrdinal(ofX.Entries[x.Document].Service.Id, ofY.Entries[y.Document].Service.Id);

    private static IReadOnlyList<FacetCounts> Facets(List<SegmentSearch> searches)
    {
        var counter = new FacetCounter();
        foreach (var search in searches) counter.Add(search);
        return counter.ToFacets();
    }
}
