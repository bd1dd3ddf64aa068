using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Reseau.Partners.Search;

/// <summary>
/// Scores what was found, 64 documents at a time, and says why. <see cref="Explain"/> asks the same sets and the same weights one document at a
/// time, and its reasons add up to the score. <see cref="Bound"/> says what 64 documents can reach at most, so that most of them are never scored.
/// </summary>
internal sealed class Ranking
{
    private const int BestFirst = 8;
    private const float Unknown = float.PositiveInfinity;

    private readonly SegmentSearch _search;
    private readonly Segment _segment;
    private readonly PreparedQuery _query;
    private readonly Bitset[] _themes;
    private readonly Bitset _languages;
    private readonly Bitset _measured;
    private readonly int _same;
    private readonly int _remote;

    public Ranking(SegmentSearch search)
    {
        (_search, _segment, _query) = (search, search.Segment, search.Query);
        _themes = Array.ConvertAll(_query.Themes, theme => theme < 0 ? default : _segment.Themes[theme]);
        if (_query.Languages.Length > 0)
        {
            _languages = search.Take();
            foreach (var language in _query.Languages)
            {
                if (language >= 0) _languages.Or(_segment.Languages[language]);
            }
        }

        if (_query.Origin is not null)
        {
            _measured = search.Take();
            _segment.OnSite.CopyTo(_measured);
            _measured.And(_segment.Located);
        }

        _same = _query.Asked.ThemeFamily is null ? 0 : Weights.Hundredths(Weights.ThemeFamily);
        _remote = _query.Asked.OnSiteOnly && !_query.Asked.RemoteOnly ? 0 : Weights.Hundredths(_query.Asked.RemoteOnly ? Weights.RemoteAskedFor : Weights.Remote);
    }

    /// <summary>Offers what was found and comes after <paramref name="after"/>; what cannot be kept is counted elsewhere and not even scored.</summary>
    public void Collect(TopHits top, PagePosition? after)
    {
        var found = _search.Found.Words;
        var bounds = new int[found.Length];
        Span<int> first = stackalloc int[BestFirst];
        first.Fill(-1);
        for (var word = 0; word < found.Length; word++)
        {
            bounds[word] = found[word] == 0 ? -1 : Bound(word, found[word]);
            Keep(first, bounds, word);
        }

        // The most promising first: what they reach spares most of the others.
        var rank = after is { } end ? _segment.RankFrom(end.ServiceId) + (_segment.Find(end.ServiceId) >= 0 ? 1 : 0) : 0;
        var order = after?.Order ?? ulong.MaxValue;
        foreach (var word in first)
        {
            if (word < 0 || bounds[word] < 0) continue;
            Offer(top, word, found[word], order, rank);
            bounds[word] = -1;
        }

        for (var word = 0; word < found.Length; word++)
        {
            if (bounds[word] >= 0 && bounds[word] >= top.Floor) Offer(top, word, found[word], order, rank);
        }
    }

    public SearchHit ToHit(TopHits.Match match, Func<Shown, DirectoryEntry> open)
    {
        var document = match.Document;
        var entry = open(_segment.Entries[document]);
        var distance = _measured.Has(document) ? _segment.Points[document].DistanceTo(_query.Origin!.Value) : (double?)null;
        var approximate = distance is not null && (_query.IsOriginApproximate || _segment.Approximate.Has(document));
        return new(entry, match.Score / 100d, distance, approximate, Explain(document, entry, distance));
    }

    private static void Keep(Span<int> best, int[] bounds, int word)
    {
        if (bounds[word] < 0 || (best[^1] >= 0 && bounds[best[^1]] >= bounds[word])) return;
        var at = best.Length - 1;
        for (; at > 0 && (best[at - 1] < 0 || bounds[best[at - 1]] < bounds[word]); at--) best[at] = best[at - 1];
        best[at] = word;
    }

    /// <summary>No document of these reaches more.</summary>
    private int Bound(int word, ulong found)
    {
        var most = _search.Part.LargestWeight[word] + _same;
        foreach (var postings in _search.Words) most += postings.In(word).Largest(postings.Word, found);
        var themes = 0;
        foreach (var theme in _themes) themes += (theme[word] & found) != 0 ? 1 : 0;
        if (themes > 0) most += Weights.Hundredths(Weights.Theme) + ((themes - 1) * Weights.Hundredths(Weights.FurtherTheme));
        if (_query.Publics.Length > 0) most += PublicWeight(_search.PublicsAskedFor[word] & found, _segment.PublicNotStated[word] & found, found);
        if ((_measured[word] & found) != 0)
        {
            var nearest = _segment.Areas[word].NearestTo(_query.OriginVector);
            most += Weights.OfDistance(nearest * nearest);
        }

        if ((_segment.Remote[word] & found) != 0) most += _remote;
        for (var zone = 0; zone < _search.Zones.Length; zone++)
        {
            if ((_search.Zones[zone][word] & found) == 0) continue;
            most += Weights.Hundredths(_query.Zones[zone].Weight);
            break;
        }

        if ((_search.Open[word] & found) != 0) most += Weights.Hundredths(Weights.Open);
        if ((_search.Bound[word] & found) != 0) most += Weights.Hundredths(Weights.Convention);
        return (_languages[word] & found) != 0 ? most + Weights.Hundredths(Weights.Language) : most;
    }

    private static int PublicWeight(ulong askedFor, ulong notStated, ulong found)
    {
        if (askedFor != 0) return Weights.Hundredths(Weights.Public);
        return Weights.Hundredths(notStated == found ? Weights.PublicNotStated : Weights.Everyone);
    }

    private void Offer(TopHits top, int word, ulong found, ulong order, int rank)
    {
        Span<int> scores = stackalloc int[64];
        Span<float> chords = stackalloc float[64];
        Score(word, found, scores, chords);
        for (var rest = found; rest != 0; rest &= rest - 1)
        {
            var bit = BitOperations.TrailingZeroCount(rest);
            if (scores[bit] < top.Floor) continue;
            var document = (word << 6) + bit;
            var match = new TopHits.Match(TopHits.Match.OrderOf(scores[bit], chords[bit]), _segment.RankOf[document], document);
            if (match.Order < order || (match.Order == order && match.Rank >= rank)) top.Offer(match);
        }
    }

    private void Score(int word, ulong found, Span<int> scores, Span<float> chords)
    {
        chords.Fill(Unknown);
        var weights = _search.Part.Weight;
        for (var rest = found; rest != 0; rest &= rest - 1)
        {
            var bit = BitOperations.TrailingZeroCount(rest);
            scores[bit] = weights[(word << 6) + bit] + _same;
        }

        foreach (var postings in _search.Words)
        {
            var tiers = postings.In(word);
            for (var rest = (tiers.Own.Anywhere | tiers.Meant.Anywhere) & found; rest != 0; rest &= rest - 1)
                scores[BitOperations.TrailingZeroCount(rest)] += tiers.Largest(postings.Word, rest & (~rest + 1));
        }

        var seen = 0UL;
        foreach (var theme in _themes)
        {
            var these = theme[word] & found;
            Add(scores, these & ~seen, Weights.Hundredths(Weights.Theme));
            Add(scores, these & seen, Weights.Hundredths(Weights.FurtherTheme));
            seen |= these;
        }

        if (_query.Publics.Length > 0)
        {
            var askedFor = _search.PublicsAskedFor[word] & found;
            var notStated = _segment.PublicNotStated[word] & found;
            Add(scores, askedFor, Weights.Hundredths(Weights.Public));
            Add(scores, notStated, Weights.Hundredths(Weights.PublicNotStated));
            Add(scores, found & ~askedFor & ~notStated, Weights.Hundredths(Weights.Everyone));
        }

        for (var rest = _measured[word] & found; rest != 0; rest &= rest - 1)
        {
            var bit = BitOperations.TrailingZeroCount(rest);
            chords[bit] = _segment.Vectors[(word << 6) + bit].SquaredChordTo(_query.OriginVector);
            scores[bit] += Weights.OfDistance(chords[bit]);
        }

        Add(scores, _segment.Remote[word] & found, _remote);
        seen = 0;
        for (var zone = 0; zone < _search.Zones.Length; zone++)
        {
            var these = _search.Zones[zone][word] & found & ~seen;
            Add(scores, these, Weights.Hundredths(_query.Zones[zone].Weight));
            seen |= these;
        }

        Add(scores, _search.Open[word] & found, Weights.Hundredths(Weights.Open));
        Add(scores, _languages[word] & found, Weights.Hundredths(Weights.Language));
        Add(scores, _search.Bound[word] & found, Weights.Hundredths(Weights.Convention));
    }

    private static void Add(Span<int> scores, ulong documents, int weight)
    {
        for (; documents != 0; documents &= documents - 1) scores[BitOperations.TrailingZeroCount(documents)] += weight;
    }

    private List<Reason> Explain(int document, DirectoryEntry entry, double? distance)
    {
        var tally = new Tally([]);
        ExplainText(tally, document);
        ExplainThemes(tally, document);
        ExplainPublics(tally, document);
        if (distance is { } meters)
            tally.Add(ReasonKind.Distance, Weights.OfDistance(_segment.Vectors[document].SquaredChordTo(_query.OriginVector)), meters.ToString("0", CultureInfo.InvariantCulture));
        if (_segment.Remote.Has(document)) tally.Add(ReasonKind.Remote, _remote, "");
        ExplainZone(tally, document);
        if (_search.Open.Has(document)) tally.Add(ReasonKind.Open, Weights.Hundredths(Weights.Open), "");
        if (_languages.Has(document))
            tally.Add(ReasonKind.Language, Weights.Hundredths(Weights.Language), Vocabulary.Languages[_query.Languages.First(language => language >= 0 && _segment.Languages[language].Has(document))].Code);
        if (_search.Bound.Has(document))
            tally.Add(ReasonKind.Convention, Weights.Hundredths(Weights.Convention), _query.Asked.Bonds.Bound[_segment.Entries[document].Service.InstitutionId]?.ToString("O", CultureInfo.InvariantCulture) ?? "");
        ExplainRecord(tally, entry);
        tally.Reasons.Sort((x, y) => x.Weight != y.Weight ? y.Weight.CompareTo(x.Weight) : x.Kind.CompareTo(y.Kind));
        return tally.Reasons;
    }

    private void ExplainText(Tally tally, int document)
    {
        var (weight, words) = (0, 0);
        for (var i = 0; i < _search.Words.Count; i++)
        {
            var postings = _search.Words[i];
            if (postings.In(document >> 6).Largest(postings.Word, 1UL << document) is not (> 0 and var counts)) continue;
            weight += counts;
            words |= 1 << i;
        }

        if (words != 0) tally.Add(ReasonKind.Text, weight, _query.Text.Typed(words));
    }

    private void ExplainThemes(Tally tally, int document)
    {
        var weight = Weights.Theme;
        for (var i = 0; i < _themes.Length; i++)
        {
            if (!_themes[i].Has(document)) continue;
            tally.Add(ReasonKind.Theme, Weights.Hundredths(weight), Vocabulary.Themes[_query.Themes[i]].Code);
            weight = Weights.FurtherTheme;
        }

        if (_query.Asked.ThemeFamily is { } family) tally.Add(ReasonKind.ThemeFamily, _same, family);
    }

    private void ExplainPublics(Tally tally, int document)
    {
        if (_query.Publics.Length == 0) return;
        if (_search.PublicsAskedFor.Has(document))
            tally.Add(ReasonKind.Public, Weights.Hundredths(Weights.Public), Vocabulary.Publics[_query.Publics.Where(position => position > 0 && _segment.Publics[position].Has(document)).Min()].Code);
        else if (_segment.PublicNotStated.Has(document)) tally.Add(ReasonKind.AnyPublic, Weights.Hundredths(Weights.PublicNotStated), "");
        else tally.Add(ReasonKind.AnyPublic, Weights.Hundredths(Weights.Everyone), Vocabulary.Everyone);
    }

    private void ExplainZone(Tally tally, int document)
    {
        for (var zone = 0; zone < _search.Zones.Length; zone++)
        {
            if (!_search.Zones[zone].Has(document)) continue;
            tally.Add(ReasonKind.EligibilityZone, Weights.Hundredths(_query.Zones[zone].Weight), ZoneKeys.CodeOf(_query.Zones[zone].Key));
            return;
        }
    }

    private void ExplainRecord(Tally tally, DirectoryEntry entry)
    {
        if (_search.Part.Delays.TryGetValue(entry.Service.Id, out var delay))
            tally.Add(ReasonKind.UsualDelay, Weights.OfDelay(delay.TotalDays), delay.TotalDays.ToString("0.#", CultureInfo.InvariantCulture));
        var day = _search.Part.Today.Day;
        tally.Add(ReasonKind.Room, Weights.OfRoom(entry.Record.Capacity, day), entry.Record.Capacity?.Seats?.ToString(CultureInfo.InvariantCulture) ?? "");
        tally.Add(ReasonKind.Quality, Weights.OfQuality(entry, day), "");
    }

    /// <summary>Collects reasons; one that counts for nothing is none.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Tally(List<Reason> Reasons)
    {
        public void Add(ReasonKind kind, int hundredths, string detail)
        {
            if (hundredths > 0) Reasons.Add(new(kind, hundredths / 100d, detail));
        }
    }
}
