using Reseau.Partners.Domain;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>Reads services one after the other into the columns and posting lists of a <see cref="Segment"/>.</summary>
internal sealed class SegmentBuilder(France france, int capacity)
{
    private readonly List<DirectoryEntry> _entries = new(capacity);
    private readonly Dictionary<string, int> _documents = new(capacity, StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _stems = new(StringComparer.Ordinal);
    private readonly List<int>[] _themes = [.. Vocabulary.Themes.Select(_ => new List<int>())];
    private readonly Dictionary<string, List<int>> _zones = new(StringComparer.Ordinal);
    private readonly List<int> _remote = [];
    private readonly List<UInt128> _themeSets = new(capacity);
    private readonly List<int> _publicSets = new(capacity);
    private readonly List<bool> _isRemote = new(capacity);
    private readonly List<bool> _isOnSite = new(capacity);
    private readonly List<GeoPoint?> _points = new(capacity);
    private readonly List<bool> _isPointApproximate = new(capacity);

    public static Segment Build(IReadOnlyCollection<DirectoryEntry> entries, France france)
    {
        var builder = new SegmentBuilder(france, entries.Count);
        foreach (var entry in entries) builder.Add(entry);
        return builder.ToSegment();
    }

    private void Add(DirectoryEntry entry)
    {
        var document = _entries.Count;
        var service = entry.Service;
        var commune = france.FindCommune(entry.Structure.CommuneInsee);
        _entries.Add(entry);
        _documents.Add(service.Id, document);

        AddStems(document, entry);
        AddThemes(document, service);
        foreach (var zone in ZoneKeys.Of(service, commune, france).Distinct(StringComparer.Ordinal)) ListOf(_zones, zone).Add(document);
        _publicSets.Add(service.Publics.Aggregate(0, (set, code) => Vocabulary.Publics.PositionOf(code) is var i and >= 0 ? set | (1 << i) : set));

        var remote = service.ReceptionModes.Contains(Vocabulary.Remote, StringComparer.Ordinal);
        if (remote) _remote.Add(document);
        _isRemote.Add(remote);
        // A service that does not say how it receives people is met where its structure is.
        _isOnSite.Add(!remote || service.ReceptionModes.Contains(Vocabulary.OnSite, StringComparer.Ordinal));

        _points.Add(entry.Structure.Point ?? commune?.Point);
        _isPointApproximate.Add(entry.Structure.Point is null && commune is { IsPointApproximate: true });
    }

    private void AddThemes(int document, Service service)
    {
        var set = UInt128.Zero;
        foreach (var code in service.Themes)
        {
            var theme = Vocabulary.Themes.PositionOf(code);
            if (theme < 0 || (set >> theme & 1) == 1) continue;
            set |= UInt128.One << theme;
            _themes[theme].Add(document);
        }

        _themeSets.Add(set);
    }

    private void AddStems(int document, DirectoryEntry entry)
    {
        var (service, structure, institution) = entry;
        var best = new Dictionary<string, Field>(StringComparer.Ordinal);
        Read(Field.Description, service.Description, service.AccessConditions, service.PublicsDetails);
        Read(Field.Labels, structure.Name, structure.CommuneName, institution.Name);
        Read(Field.Labels, [.. service.Themes.Select(Vocabulary.Themes.LabelOf), .. service.Publics.Select(Vocabulary.Publics.LabelOf)]);
        Read(Field.Name, service.Name);
        foreach (var (stem, field) in best) ListOf(_stems, stem).Add((document << 2) | (int)field);

        // Fields are read from the least to the most telling one, so the last write is the best.
        void Read(Field field, params string?[] texts)
        {
            foreach (var text in texts)
            {
                if (text is null) continue;
                foreach (var word in FrenchText.Words(text)) best[word.Stem] = field;
            }
        }
    }

    private Segment ToSegment() => new()
    {
        Entries = [.. _entries],
        DocumentOf = _documents,
        Stems = Arrays(_stems),
        Themes = Array.ConvertAll(_themes, list => list.ToArray()),
        Zones = Arrays(_zones),
        Grid = SpatialGrid.Of(_points),
        RemoteDocuments = [.. _remote],
        ThemeSet = [.. _themeSets],
        PublicSet = [.. _publicSets],
        IsRemote = [.. _isRemote],
        IsOnSite = [.. _isOnSite],
        AcceptsReferrals = [.. _entries.Select(entry => entry.Service.AcceptsReferrals)],
        Points = [.. _points],
        IsPointApproximate = [.. _isPointApproximate],
    };

    private static List<int> ListOf(Dictionary<string, List<int>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }

    private static Dictionary<string, int[]> Arrays(Dictionary<string, List<int>> lists) =>
        lists.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
}
