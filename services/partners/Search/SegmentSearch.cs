using System.Buffers;
using System.Numerics;
using Reseau.Kernel.Calendar;

namespace Reseau.Partners.Search;

/// <summary>
/// One question on one segment: every criterion gives a set of documents, and the sets are intersected 64 documents at a time.
/// <code>
/// placed = live ∧ zone ∧ area        what the place of the person leaves
/// met    = placed ∧ words ∧ open     what no facet may change
/// found  = met ∧ filters             each filter has its set, so a facet leaves its own out
/// </code>
/// All the sets of a question are stretches of one rented array.
/// </summary>
internal sealed class SegmentSearch : IDisposable
{
    /// <summary>Sets that a question needs at most, besides one for each word asked for.</summary>
    private const int MostSets = 42;

    private readonly ulong[] _rented;
    private readonly int _length;
    private readonly List<(FacetKind Kind, Bitset Set)> _filters = [];
    private readonly WordPostings[] _words;
    private readonly Bitset[] _wordSets;
    private readonly Bitset _placed;
    private readonly Bitset _met;
    private readonly Bitset _spare;
    private int _taken;

    public SegmentSearch(Snapshot.Part part, PreparedQuery query)
    {
        (Part, Query) = (part, query);
        _length = Bitset.WordsFor(Segment.Count);
        _words = Array.ConvertAll(query.Text.Words, word => new WordPostings(word, Segment));
        _rented = ArrayPool<ulong>.Shared.Rent(_length * (MostSets + _words.Length));
        (_placed, _met, Found, _spare) = (Take(), Take(), Take(), Take());
        part.Live.CopyTo(_placed);
        KeepAsked();

        Zones = query.FiltersZones ? Array.ConvertAll(query.Zones, ZoneSet) : [];
        if (query.FiltersZones) _placed.And(Union(Zones));
        Near = NearSet();
        if (query.RadiusMeters is not null) _placed.And(Union([Near, Segment.Remote]));
        _wordSets = Array.ConvertAll(_words, WordSet);
        Open = query.Asked.OpenAt is null ? default : Take();
        Bound = SetOf(query.Asked.Bonds.Bound.Keys);
        PublicsAskedFor = Union(Values(Segment.Publics, [.. query.Publics.Where(position => position > 0)]));
        NotForOthers = query.Publics.Length > 0 || query.Asked.WithFacets ? Union([Segment.Publics[0], Segment.PublicNotStated]) : default;
        AddFilters();
    }

    public Snapshot.Part Part { get; }

    public Segment Segment => Part.Segment;

    public PreparedQuery Query { get; }

    public IReadOnlyList<WordPostings> Words => _words;

    /// <summary>What meets all criteria, once <see cref="Match"/> was called.</summary>
    public Bitset Found { get; }

    /// <summary>Open at the moment asked for.</summary>
    public Bitset Open { get; }

    /// <summary>Of an institution bound by a convention to the one that asks.</summary>
    public Bitset Bound { get; }

    /// <summary>By zone of the question, narrowest first.</summary>
    public Bitset[] Zones { get; }

    /// <summary>Names a public asked for.</summary>
    public Bitset PublicsAskedFor { get; }

    /// <summary>For everyone, or names no public.</summary>
    public Bitset NotForOthers { get; }

    /// <summary>Within the radius; given on site there.</summary>
    public Bitset Near { get; }

    /// <summary>Finds the documents that meet all criteria, and counts them; <paramref name="anyWord"/> asks for one of the words rather than all.</summary>
    public int Match(bool anyWord)
    {
        _placed.CopyTo(_met);
        if (!Query.Text.IsEmpty) _met.And(anyWord ? Union(_wordSets) : Intersection());
        if (Query.Asked.OpenAt is { } instant) KeepOpen(instant);
        _met.CopyTo(Found);
        foreach (var (_, set) in _filters) Found.And(set);
        return Found.Count();
    }

    /// <summary>What would be found without one filter, in a set that the next call overwrites.</summary>
    public Bitset FoundWithout(FacetKind kind)
    {
        if (_filters.TrueForAll(filter => filter.Kind != kind)) return Found;
        _met.CopyTo(_spare);
        foreach (var (other, set) in _filters)
        {
            if (other != kind) _spare.And(set);
        }

        return _spare;
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(_rented);

    /// <summary>A set of this question, empty.</summary>
    public Bitset Take()
    {
        var set = new Bitset(_rented, _taken * _length, _length);
        set.Words.Clear();
        _taken++;
        return set;
    }

    private void AddFilters()
    {
        var asked = Query.Asked;
        if (Query.Themes.Length > 0) _filters.Add((FacetKind.Themes, Union(Values(Segment.Themes, Query.Themes))));
        if (asked.ThemeFamily is not null) _filters.Add((FacetKind.Themes, Union(Values(Segment.Themes, Query.Family))));
        if (Query.Publics.Length > 0) _filters.Add((FacetKind.Publics, Union([PublicsAskedFor, NotForOthers])));
        if (Query.Fees.Length > 0) _filters.Add((FacetKind.Fees, Union(Values(Segment.Fees, Query.Fees))));
        if (Query.Types.Length > 0) _filters.Add((FacetKind.Types, Union(Values(Segment.Types, Query.Types))));
        if (Query.Typologies.Length > 0) _filters.Add((FacetKind.Typologies, Union(Values(Segment.Typologies, Query.Typologies))));
        if (Query.FiltersLanguages) _filters.Add((FacetKind.Languages, Union(Values(Segment.Languages, Query.Languages))));
        foreach (var set in Values(Segment.Accessibility, Query.Accessibility)) _filters.Add((FacetKind.Accessibility, set));
        if (asked.OnSiteOnly) _filters.Add((FacetKind.OnSite, Near));
        if (asked.RemoteOnly) _filters.Add((FacetKind.Remote, Segment.Remote));
        if (asked.WithRoomOnly) _filters.Add((FacetKind.Room, Part.Today.Room));
        if (asked.AcceptsReferralsOnly) _filters.Add((FacetKind.Referrals, MayBeSentTo(asked.Bonds)));
    }

    private Bitset MayBeSentTo(Bonds bonds)
    {
        if (bonds is { OnlyBound: false, Stopped.Count: 0 }) return Segment.AcceptsReferrals;
        var set = Take();
        Segment.AcceptsReferrals.CopyTo(set);
        if (bonds.OnlyBound) set.And(Bound);
        foreach (var document in DocumentsOf(bonds.Stopped)) set.Remove(document);
        return set;
    }

    private Bitset SetOf(IEnumerable<string> institutions)
    {
        Bitset set = default;
        foreach (var document in DocumentsOf(institutions))
        {
            if (set.IsEmpty) set = Take();
            set.Add(document);
        }

        return set;
    }

    private IEnumerable<int> DocumentsOf(IEnumerable<string> institutions) =>
        institutions.SelectMany(institution => Segment.OfInstitution.GetValueOrDefault(institution) ?? []);

    private static Bitset[] Values(Bitset[] values, int[] positions) => Array.ConvertAll(positions, position => position < 0 ? default : values[position]);

    private Bitset Union(Bitset[] sets)
    {
        if (sets.Length == 1) return sets[0];
        var union = Take();
        foreach (var set in sets) union.Or(set);
        return union;
    }

    private Bitset ZoneSet((string Key, double Weight) zone)
    {
        if (!Segment.Zones.TryGetValue(zone.Key, out var documents)) return default;
        var set = Take();
        documents.AddTo(set);
        return set;
    }

    private Bitset WordSet(WordPostings word)
    {
        var set = Take();
        word.AddTo(set, _met, _spare);
        return set;
    }

    private Bitset Intersection()
    {
        Part.Live.CopyTo(_spare);
        for (var i = 0; i < _words.Length; i++)
        {
            if (_words[i].Word.IsRequired || !Query.Text.AnyIsRequired) _spare.And(_wordSets[i]);
        }

        return _spare;
    }

    /// <summary>What programs ask for, rarely: of one institution, or changed since. No index is kept for it.</summary>
    private void KeepAsked()
    {
        var (institution, after) = (Query.Asked.InstitutionId, Query.Asked.ChangedAfter);
        if (institution is null && after is null) return;
        var set = Take();
        for (var document = 0; document < Segment.Count; document++)
        {
            var service = Segment.Entries[document].Service;
            if ((institution is null || service.InstitutionId == institution) && (after is null || service.ChangedAt > after)) set.Add(document);
        }

        _placed.And(set);
    }

    private void KeepOpen(DateTimeOffset instant)
    {
        var states = ArrayPool<OpenState>.Shared.Rent(Segment.Hours.Length);
        states.AsSpan(0, Segment.Hours.Length).Clear();
        Open.Words.Clear();
        var met = _met.Words;
        for (var word = 0; word < met.Length; word++)
        {
            for (var rest = met[word]; rest != 0; rest &= rest - 1)
            {
                var document = (word << 6) + BitOperations.TrailingZeroCount(rest);
                if (Segment.HoursOf[document] is not (>= 0 and var number)) continue;
                if (states[number] == default) states[number] = Segment.Hours[number].Hours.StateAt(instant, Segment.Hours[number].Place);
                if (states[number] == OpenState.Open) Open.Add(document);
                else if (states[number] == OpenState.Closed) met[word] &= ~(rest & (~rest + 1));
            }
        }

        ArrayPool<OpenState>.Shared.Return(states);
    }

    /// <summary>What is given on site, within the radius when there is one. 64 neighbours are usually all within or all beyond it.</summary>
    private Bitset NearSet()
    {
        if (Query.Origin is not { } origin || Query.RadiusMeters is not { } radius) return Segment.OnSite;
        var set = Take();
        var near = set.Words;
        var chord = UnitVector.ChordOf(radius);
        var everywhere = chord >= UnitVector.ChordOf(double.MaxValue);
        for (var word = 0; word < near.Length; word++)
        {
            var candidates = Segment.Located[word] & _placed[word];
            if (candidates == 0) continue;
            var area = Segment.Areas[word];
            if (everywhere || area.FarthestFrom(Query.OriginVector) < chord) near[word] = candidates;
            else if (area.NearestTo(Query.OriginVector) <= chord) near[word] = Within(word, candidates, chord, origin, radius);
        }

        set.And(Segment.OnSite);
        return set;
    }

    private ulong Within(int word, ulong candidates, float chord, Territory.GeoPoint origin, double radius)
    {
        var within = 0UL;
        for (var rest = candidates; rest != 0; rest &= rest - 1)
        {
            var document = (word << 6) + BitOperations.TrailingZeroCount(rest);
            var distance = MathF.Sqrt(Segment.Vectors[document].SquaredChordTo(Query.OriginVector));
            // What single precision cannot tell is measured.
            var isWithin = Math.Abs(distance - chord) > 4 * UnitVector.Uncertain ? distance < chord : Segment.Points[document].DistanceTo(origin) <= radius;
            if (isWithin) within |= rest & (~rest + 1);
        }

        return within;
    }
}
