using System.Collections.Frozen;
using Reseau.Partners.Domain;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>
/// The directory in memory, for search. It is a view like another: it folds partner events, and can be rebuilt from them.
/// <code>
/// events ──Apply──▶ facts (writer only) ──▶ new Snapshot ──one reference write──▶ Search (any number of readers, no lock)
/// </code>
/// A batch rebuilds only the small recent segment; when that has grown past a share of the main one, both are merged.
/// </summary>
public sealed class DirectoryIndex
{
    private const int SmallestMerge = 512;
    private const int MergeShare = 64;

    private readonly France _france;
    private readonly Lock _writing = new();
    private readonly DirectoryFacts _facts = new();
    private FrozenDictionary<string, TimeSpan> _delays = FrozenDictionary<string, TimeSpan>.Empty;
    private volatile Snapshot _snapshot;

    public DirectoryIndex(France france)
    {
        _france = france;
        _snapshot = new(Part([]), Part([]));
    }

    /// <summary>Services that a search can find.</summary>
    public int Count => _snapshot.Main.Segment.Count - _snapshot.Main.Hidden.Count(hidden => hidden) + _snapshot.Recent.Segment.Count;

    /// <summary>Takes events in their order; all become visible together. A repeated event changes nothing. A service shows once its structure and institution are known.</summary>
    public void Apply(IReadOnlyCollection<PartnerEvent> events)
    {
        lock (_writing)
        {
            var touched = new HashSet<string>(StringComparer.Ordinal);
            foreach (var happened in events) touched.UnionWith(_facts.Apply(happened));
            if (touched.Count > 0) _snapshot = With(touched);
        }
    }

    /// <summary>How long each service usually takes to answer, by service id; replaces what was known.</summary>
    public void SetUsualDelays(IReadOnlyDictionary<string, TimeSpan> delays)
    {
        lock (_writing)
        {
            _delays = delays.ToFrozenDictionary(StringComparer.Ordinal);
            _snapshot = new(_snapshot.Main.With(_delays), _snapshot.Recent.With(_delays));
        }
    }

    public DirectoryEntry? Find(string serviceId)
    {
        var now = _snapshot;
        if (now.Recent.Segment.DocumentOf.TryGetValue(serviceId, out var document)) return now.Recent.Segment.Entries[document];
        return now.Main.Segment.DocumentOf.TryGetValue(serviceId, out document) && !now.Main.Hidden[document] ? now.Main.Segment.Entries[document] : null;
    }

    public SearchResult Search(SearchQuery query)
    {
        if (query.Offset < 0 || query.Limit < 0) throw new ArgumentOutOfRangeException(nameof(query), "A page starts at 0 or later and is not negative.");

        var now = _snapshot;
        var prepared = new PreparedQuery(query, _france);
        using var main = new SegmentSearch(now.Main.Segment, prepared);
        using var recent = new SegmentSearch(now.Recent.Segment, prepared);

        var all = Collect(anyWord: false);
        var widened = all.Offered == 0 && prepared.Text.Words.Length > 1;
        var found = widened ? Collect(anyWord: true) : all;
        return new(found.Offered, widened && found.Offered > 0, [.. found.InOrder().Skip(query.Offset).Select(ToHit)]);

        TopHits Collect(bool anyWord)
        {
            var top = new TopHits((int)Math.Min(int.MaxValue, (long)query.Offset + query.Limit));
            CollectFrom(main, now.Main, anyWord, top);
            CollectFrom(recent, now.Recent, anyWord, top);
            return top;
        }
    }

    private static void CollectFrom(SegmentSearch search, Snapshot.Part part, bool anyWord, TopHits top)
    {
        var ranking = new Ranking(search, part.UsualDelayDays);
        search.ForEachMatch(anyWord, document =>
        {
            if (part.Hidden[document]) return;
            var distance = ranking.Distance(document);
            top.Offer(new(ranking, document, ranking.Score(document, distance), distance));
        });
    }

    private static SearchHit ToHit(TopHits.Match match) => new(
        match.Ranked.EntryOf(match.Document), match.Score, match.Distance,
        match.Distance is not null && match.Ranked.IsDistanceApproximate(match.Document), match.Ranked.Explain(match.Document, match.Distance));

    private Snapshot With(HashSet<string> touched)
    {
        var (main, recent) = (_snapshot.Main, _snapshot.Recent);
        var changed = recent.Segment.Entries.Select(entry => entry.Service.Id).Union(touched, StringComparer.Ordinal).ToList();
        if (changed.Count > Math.Max(SmallestMerge, main.Segment.Count / MergeShare)) return new(Part(_facts.Entries()), Part([]));

        var hidden = main.Hidden.ToArray();
        foreach (var id in touched)
        {
            if (main.Segment.DocumentOf.TryGetValue(id, out var document)) hidden[document] = true;
        }

        return new(main with { Hidden = hidden }, Part([.. changed.Select(_facts.Find).OfType<DirectoryEntry>()]));
    }

    private Snapshot.Part Part(IReadOnlyCollection<DirectoryEntry> entries) => Snapshot.Part.Of(SegmentBuilder.Build(entries, _france), _delays);
}
