using System.Buffers;

namespace Reseau.Partners.Search;

/// <summary>
/// One query on one segment. Every criterion walks its posting lists and sets its bit in a byte per document; the documents whose byte has
/// all the bits are the matches, found by a vectorised scan. The cost is the length of the lists, not the product of the criteria.
/// </summary>
internal sealed class SegmentSearch : IDisposable
{
    private const byte ByText = 1;
    private const byte ByTheme = 2;
    private const byte ByFamily = 4;
    private const byte ByZone = 8;
    private const byte ByArea = 16;

    private readonly byte[] _marks;
    private readonly byte[] _zones;
    private readonly int[] _words;
    private readonly float[] _textWeight;

    public SegmentSearch(Segment segment, PreparedQuery query)
    {
        (Segment, Query) = (segment, query);
        _marks = ArrayPool<byte>.Shared.Rent(segment.Count);
        _zones = ArrayPool<byte>.Shared.Rent(query.FiltersZones ? segment.Count : 0);
        _words = ArrayPool<int>.Shared.Rent(query.Text.IsEmpty ? 0 : segment.Count);
        _textWeight = ArrayPool<float>.Shared.Rent(query.Text.IsEmpty ? 0 : segment.Count);
        if (query.Text.IsEmpty) return;
        _words.AsSpan(0, segment.Count).Clear();
        query.Text.Match(segment, _words, _textWeight);
    }

    public Segment Segment { get; }

    public PreparedQuery Query { get; }

    /// <summary>The words the document has, one bit each.</summary>
    public int WordsIn(int document) => Query.Text.IsEmpty ? 0 : _words[document];

    public double TextWeight(int document) => WordsIn(document) == 0 ? 0 : _textWeight[document];

    /// <summary>The narrowest zone of the person that a match serves; nothing when zones were not asked about.</summary>
    public (string Key, double Weight)? NarrowestZone(int match) => Query.FiltersZones ? Query.Zones[_zones[match]] : null;

    /// <summary>Calls <paramref name="found"/> for every document that meets all the criteria; <paramref name="anyWord"/> asks for one of the words rather than all.</summary>
    public void ForEachMatch(bool anyWord, Action<int> found)
    {
        var marks = _marks.AsSpan(0, Segment.Count);
        marks.Clear();
        var required = (byte)(MarkText(anyWord) | MarkThemes() | MarkZones() | MarkArea());

        for (var document = NextMatch(marks, required, 0); document >= 0; document = NextMatch(marks, required, document + 1))
        {
            if (IsForPublic(document) && IsReceivedAsAsked(document) && (!Query.AcceptsReferralsOnly || Segment.AcceptsReferrals[document])) found(document);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_marks);
        ArrayPool<byte>.Shared.Return(_zones);
        ArrayPool<int>.Shared.Return(_words);
        ArrayPool<float>.Shared.Return(_textWeight);
    }

    private static int NextMatch(ReadOnlySpan<byte> marks, byte required, int from)
    {
        var next = marks[from..].IndexOf(required);
        return next < 0 ? -1 : from + next;
    }

    private byte MarkText(bool anyWord)
    {
        if (Query.Text.IsEmpty) return 0;
        var all = Query.Text.AllWords;
        for (var document = 0; document < Segment.Count; document++)
        {
            var words = _words[document];
            if (words == all || (anyWord && words != 0)) _marks[document] |= ByText;
        }

        return ByText;
    }

    private int MarkThemes()
    {
        foreach (var theme in Query.Themes)
        {
            if (theme >= 0) Mark(Segment.Themes[theme], ByTheme);
        }

        foreach (var theme in Query.Family) Mark(Segment.Themes[theme], ByFamily);
        return (Query.Themes.Length > 0 ? ByTheme : 0) | (Query.FamilyCode is null ? 0 : ByFamily);
    }

    private byte MarkZones()
    {
        if (!Query.FiltersZones) return 0;
        // From the widest to the narrowest, so that the narrowest is what remains; read only where the mark is set.
        for (var zone = Query.Zones.Length - 1; zone >= 0; zone--)
        {
            foreach (var document in Segment.Zones.GetValueOrDefault(Query.Zones[zone].Key, []))
            {
                _marks[document] |= ByZone;
                _zones[document] = (byte)zone;
            }
        }

        return ByZone;
    }

    private byte MarkArea()
    {
        if (Query.Origin is not { } origin || Query.RadiusMeters is not { } radius) return 0;
        foreach (var documents in Segment.Grid.Around(origin, radius))
        {
            foreach (var document in documents)
            {
                if (Segment.Points[document]!.Value.DistanceTo(origin) <= radius) _marks[document] |= ByArea;
            }
        }

        Mark(Segment.RemoteDocuments, ByArea);
        return ByArea;
    }

    private void Mark(int[] documents, byte criterion)
    {
        foreach (var document in documents) _marks[document] |= criterion;
    }

    private bool IsForPublic(int document)
    {
        if (!Query.AsksForPublics) return true;
        var publics = Segment.PublicSet[document];
        // The first public of the vocabulary is "everyone".
        return publics == 0 || (publics & (Query.PublicSet | 1)) != 0;
    }

    private bool IsReceivedAsAsked(int document) => Query.Remote switch
    {
        null => true,
        true => Segment.IsRemote[document],
        false => Segment.IsOnSite[document] && IsWithinRadius(document),
    };

    /// <summary>A remote service entered the area from anywhere; asked for on site, it must be near as well.</summary>
    private bool IsWithinRadius(int document) =>
        Query.Origin is not { } origin || Query.RadiusMeters is not { } radius || Segment.Points[document]?.DistanceTo(origin) <= radius;
}
