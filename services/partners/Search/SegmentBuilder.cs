using Reseau.Kernel.Calendar;
using Reseau.Partners.Domain;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>Reads services one after the other into the columns and posting lists of a <see cref="Segment"/>.</summary>
internal sealed class SegmentBuilder
{
    private const string NoHours = "";

    private readonly France _france;
    private readonly Shown[] _entries;
    private readonly StemReader _stems;
    private readonly Dictionary<string, List<int>> _zones = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Text, string Departement), int> _hoursKnown = [];
    private readonly List<(OpeningHours Hours, FrenchPlace Place)> _hours = [];
    private readonly Bitset[] _themes = new Bitset[Vocabulary.Themes.Count];
    private readonly Bitset[] _publics = new Bitset[Vocabulary.Publics.Count];
    private readonly Bitset[] _fees = new Bitset[Vocabulary.Fees.Count];
    private readonly Bitset[] _types = new Bitset[Vocabulary.ServiceTypes.Count];
    private readonly Bitset[] _typologies = new Bitset[Vocabulary.Typologies.Count];
    private readonly Bitset[] _languages = new Bitset[Vocabulary.Languages.Count];
    private readonly Bitset[] _accessibility = new Bitset[Vocabulary.Accessibility.Count];
    private readonly int[] _hoursOf;
    private readonly GeoPoint[] _points;
    private readonly UnitVector[] _vectors;
    private Bitset _publicNotStated;
    private Bitset _remote;
    private Bitset _onSite;
    private Bitset _acceptsReferrals;
    private Bitset _located;
    private Bitset _approximate;

    private SegmentBuilder(France france, Shown[] entries)
    {
        (_france, _entries, _stems) = (france, entries, new(entries.Length));
        (_hoursOf, _points, _vectors) = (new int[entries.Length], new GeoPoint[entries.Length], new UnitVector[entries.Length]);
    }

    /// <summary>Builds a segment, and fills the columns of the day on the way.</summary>
    public static Segment Build(IReadOnlyCollection<Shown> entries, RecordPacker packer, DayColumns today, France france)
    {
        var builder = new SegmentBuilder(france, InOrder(entries, packer, france));
        // Texts take half of the time: unpacking everything twice costs less than waiting for them.
        Parallel.Invoke(
            () => builder.Read(packer, builder._stems.Add),
            () => builder.Read(packer, (document, entry) =>
            {
                builder.Add(document, entry);
                today.Add(document, entry);
            }));
        return builder.ToSegment();
    }

    private void Read(RecordPacker packer, Action<int, DirectoryEntry> add)
    {
        (StructureFact? Fact, Structure? Content) place = default;
        for (var document = 0; document < _entries.Length; document++)
        {
            // The services of a place stand together.
            var shown = _entries[document];
            if (place.Fact != shown.Place) place = (shown.Place, packer.Unpack(shown.Place).Content);
            add(document, new(packer.Unpack(shown.Service), place.Content!, shown.Institution));
        }
    }

    private static Shown[] InOrder(IReadOnlyCollection<Shown> entries, RecordPacker packer, France france)
    {
        var ordered = entries.Select(shown =>
        {
            var (point, _) = PointOf(packer.AddressOf(shown), france);
            return (Place: point is { } known ? SpatialOrder.Of(known) : SpatialOrder.Nowhere, Shown: shown);
        }).ToArray();
        Array.Sort(ordered, (x, y) => x.Place != y.Place ? x.Place.CompareTo(y.Place) : string.CompareOrdinal(x.Shown.Service.Id, y.Shown.Service.Id));
        return Array.ConvertAll(ordered, entry => entry.Shown);
    }

    private static Address AddressOf(DirectoryEntry entry) => entry.Service.Address ?? entry.Structure.Address;

    private static (GeoPoint? Point, Commune? Commune) PointOf(Address address, France france)
    {
        var commune = address.CommuneInsee is { } insee ? france.FindCommune(insee) : null;
        return (address.Point ?? commune?.Point, commune);
    }

    private void Add(int document, DirectoryEntry entry)
    {
        var (service, structure) = (entry.Service, entry.Structure);
        var address = AddressOf(entry);
        var (point, commune) = PointOf(address, _france);

        Mark(_themes, Vocabulary.Themes, service.Themes, document);
        Mark(_publics, Vocabulary.Publics, service.Publics, document);
        if (!service.Publics.Any(Vocabulary.Publics.IsKnown)) Mark(ref _publicNotStated, document);
        if (service.Fees is { } fees) Mark(_fees, Vocabulary.Fees, [fees], document);
        if (service.Type is { } type) Mark(_types, Vocabulary.ServiceTypes, [type], document);
        Mark(_typologies, Vocabulary.Typologies, structure.Typology is { } typology ? [entry.Institution.Typology, typology] : [entry.Institution.Typology], document);
        Mark(_languages, Vocabulary.Languages, service.Languages, document);
        Mark(_accessibility, Vocabulary.Accessibility, structure.Accessibility, document);
        foreach (var zone in ZoneKeys.Of(service, commune, _france).Distinct(StringComparer.Ordinal))
        {
            if (!_zones.TryGetValue(zone, out var documents)) _zones[zone] = documents = [];
            documents.Add(document);
        }

        var remote = service.ReceptionModes.Contains(Vocabulary.Remote, StringComparer.Ordinal);
        if (remote) Mark(ref _remote, document);
        // A service that does not say how it receives people is met where its structure is.
        if (!remote || service.ReceptionModes.Contains(Vocabulary.OnSite, StringComparer.Ordinal)) Mark(ref _onSite, document);
        if (service.AcceptsReferrals) Mark(ref _acceptsReferrals, document);
        _hoursOf[document] = HoursFor(service.OpeningHours ?? structure.OpeningHours ?? NoHours, address.CommuneInsee ?? address.PostalCode ?? "");

        if (point is not { } known) return;
        Mark(ref _located, document);
        if (address.Point is null && commune is { IsPointApproximate: true }) Mark(ref _approximate, document);
        (_points[document], _vectors[document]) = (known, UnitVector.Of(known));
    }

    private void Mark<T>(Bitset[] sets, TermSet<T> terms, IEnumerable<string> codes, int document)
        where T : Term
    {
        foreach (var code in codes)
        {
            if (terms.PositionOf(code) is >= 0 and var position) Mark(ref sets[position], document);
        }
    }

    private void Mark(ref Bitset set, int document)
    {
        if (set.IsEmpty) set = new(_entries.Length);
        set.Add(document);
    }

    /// <summary>Hours are read once for all the places of a département that keep them; -1 for hours nobody can read.</summary>
    private int HoursFor(string text, string code)
    {
        if (text.Length == 0) return -1;
        var departement = code.StartsWith("97", StringComparison.Ordinal) || code.StartsWith("98", StringComparison.Ordinal) ? code[..Math.Min(3, code.Length)] : code[..Math.Min(2, code.Length)];
        if (_hoursKnown.TryGetValue((text, departement), out var number)) return number;
        number = -1;
        if (OpeningHours.Parse(text) is { } hours)
        {
            number = _hours.Count;
            _hours.Add((hours, FrenchPlace.Of(departement)));
        }

        _hoursKnown.Add((text, departement), number);
        return number;
    }

    private Segment ToSegment()
    {
        var count = _entries.Length;
        var byId = Enumerable.Range(0, count).ToArray();
        Array.Sort(byId, (x, y) => string.CompareOrdinal(_entries[x].Service.Id, _entries[y].Service.Id));
        var rankOf = new int[count];
        for (var rank = 0; rank < count; rank++) rankOf[byId[rank]] = rank;
        var stems = _stems.ToPostings();
        return new()
        {
            Entries = _entries,
            RankOf = rankOf,
            DocumentAt = byId,
            Stems = stems,
            StemList = new(stems.Keys),
            Zones = _zones.ToDictionary(zone => zone.Key, zone => new DocumentSet(zone.Value, count), StringComparer.Ordinal),
            Themes = _themes,
            Publics = _publics,
            Fees = _fees,
            Types = _types,
            Typologies = _typologies,
            Languages = _languages,
            Accessibility = _accessibility,
            PublicNotStated = _publicNotStated,
            Remote = _remote,
            OnSite = _onSite,
            AcceptsReferrals = _acceptsReferrals,
            Located = _located,
            Approximate = _approximate,
            Points = _points,
            Vectors = _vectors,
            Areas = Areas(),
            HoursOf = _hoursOf,
            Hours = [.. _hours],
        };
    }

    private Area[] Areas()
    {
        var areas = new Area[Bitset.WordsFor(_entries.Length)];
        var some = new List<UnitVector>(64);
        for (var word = 0; word < areas.Length; word++)
        {
            some.Clear();
            for (var document = word * 64; document < Math.Min(_entries.Length, (word * 64) + 64); document++)
            {
                if (_located.Has(document)) some.Add(_vectors[document]);
            }

            areas[word] = Area.Around(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(some));
        }

        return areas;
    }
}
