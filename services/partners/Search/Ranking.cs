using System.Globalization;
using System.Numerics;
using Reseau.Partners.Domain;

namespace Reseau.Partners.Search;

/// <summary>
/// Scores a match, and says why with the same code: the score is the sum of the weights that <see cref="Explain"/> lists, so an
/// explanation can never disagree with the order.
/// </summary>
internal sealed class Ranking(SegmentSearch search, double[] usualDelayDays)
{
    private readonly Segment _segment = search.Segment;
    private readonly PreparedQuery _query = search.Query;

    public DirectoryEntry EntryOf(int document) => _segment.Entries[document];

    public double Score(int document, double? distance) => Add(document, distance, null);

    public IReadOnlyList<Reason> Explain(int document, double? distance)
    {
        var reasons = new List<Reason>();
        Add(document, distance, reasons);
        return [.. reasons.OrderByDescending(reason => reason.Weight).ThenBy(reason => reason.Kind)];
    }

    /// <summary>From the person to the place; nothing for a service that is only given remotely.</summary>
    public double? Distance(int document) => _query.Origin is { } origin && _segment.IsOnSite[document] ? _segment.Points[document]?.DistanceTo(origin) : null;

    public bool IsDistanceApproximate(int document) => _query.IsOriginApproximate || _segment.IsPointApproximate[document];

    private double Add(int document, double? distance, List<Reason>? reasons)
    {
        var tally = new Tally(reasons);
        AddText(ref tally, document);
        AddThemes(ref tally, document);
        AddPublics(ref tally, document);
        AddAccess(ref tally, document, distance);
        AddZone(ref tally, document);
        if (usualDelayDays[document] is >= 0 and var days)
            tally.Add(ReasonKind.UsualDelay, Weights.UsualDelay / (1 + (days / Weights.HalvingDays)), days, static days => days.ToString("0.#", CultureInfo.InvariantCulture));
        return tally.Score;
    }

    private void AddText(ref Tally tally, int document)
    {
        if (search.WordsIn(document) is not 0 and var words)
            tally.Add(ReasonKind.Text, search.TextWeight(document), (_query.Text, words), static found => found.Text.Typed(found.words));
    }

    private void AddThemes(ref Tally tally, int document)
    {
        var weight = Weights.Theme;
        foreach (var theme in _query.Themes)
        {
            if (theme < 0 || (_segment.ThemeSet[document] >> theme & 1) == 0) continue;
            tally.Add(ReasonKind.Theme, weight, theme, static theme => Vocabulary.Themes[theme].Code);
            weight = Weights.FurtherTheme;
        }

        if (_query.FamilyCode is { } family) tally.Add(ReasonKind.ThemeFamily, Weights.ThemeFamily, family, static family => family);
    }

    private void AddPublics(ref Tally tally, int document)
    {
        if (!_query.AsksForPublics) return;
        var served = _segment.PublicSet[document];
        if ((served & _query.PublicSet & ~1) is not 0 and var common)
            tally.Add(ReasonKind.Public, Weights.Public, common, static common => Vocabulary.Publics[BitOperations.TrailingZeroCount(common)].Code);
        else if (served != 0) tally.Add(ReasonKind.AnyPublic, Weights.Everyone, 0, static _ => Vocabulary.Everyone);
        else tally.Add(ReasonKind.AnyPublic, Weights.PublicNotStated, 0, static _ => "");
    }

    private void AddAccess(ref Tally tally, int document, double? distance)
    {
        if (distance is { } meters)
            tally.Add(ReasonKind.Distance, Weights.Distance / (1 + (meters / Weights.HalvingMeters)), meters, static metres => metres.ToString("0", CultureInfo.InvariantCulture));
        if (_segment.IsRemote[document] && _query.Remote is not false)
            tally.Add(ReasonKind.Remote, _query.Remote is true ? Weights.RemoteAskedFor : Weights.Remote, 0, static _ => "");
    }

    private void AddZone(ref Tally tally, int document)
    {
        if (search.NarrowestZone(document) is not { } zone) return;
        tally.Add(ReasonKind.EligibilityZone, zone.Weight, zone.Key, ZoneKeys.CodeOf);
    }

    /// <summary>Adds up weights; builds the reasons only when someone will read them. Hundredths keep sums and ties the same on every machine.</summary>
    private ref struct Tally(List<Reason>? reasons)
    {
        private int _hundredths;

        public readonly double Score => _hundredths / 100d;

        public void Add<T>(ReasonKind kind, double weight, T detail, Func<T, string> describe)
        {
            var hundredths = (int)Math.Round(weight * 100);
            _hundredths += hundredths;
            reasons?.Add(new(kind, hundredths / 100d, describe(detail)));
        }
    }
}
