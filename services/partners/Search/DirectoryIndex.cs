using System.Collections.Frozen;
using Reseau.Kernel.Calendar;
using Reseau.Partners.Domain;
using Reseau.Partners.Duplicates;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>
/// The directory in memory, for search and for lists. It is a view like another: it folds partner events, and can be rebuilt from them.
/// <code>
/// events ──Take──▶ facts (one writer) ──Show──▶ new Snapshot ──one reference write──▶ Search (any number of readers, no lock)
/// </code>
/// README.md of this folder tells the data structures and why they are what they are.
/// </summary>
public sealed class DirectoryIndex
{
    private readonly France _france;
    private readonly TimeProvider _clock;
    private readonly RecordPacker _packer = new();
    private readonly DirectoryFacts _facts;

    /// <summary>One writer at a time; it builds while others search and list.</summary>
    private readonly Lock _writing = new();

    /// <summary>Held while the facts change or are listed, never while segments are built.</summary>
    private readonly Lock _listing = new();

    private bool _gathering;
    private HashSet<string> _touched = new(StringComparer.Ordinal);
    private FrozenDictionary<string, TimeSpan> _delays = FrozenDictionary<string, TimeSpan>.Empty;
    private volatile Snapshot _snapshot = new([]);

    public DirectoryIndex(France france, TimeProvider? clock = null)
    {
        (_france, _clock) = (france, clock ?? TimeProvider.System);
        _facts = new(_packer);
    }

    /// <summary>Services that a search can find.</summary>
    public int Count => _snapshot.Parts.Sum(part => part.Count);

    /// <summary>Grows with every change that was taken.</summary>
    public long Version { get; private set; }

    /// <summary>Grows with every change that was taken and says something of a place or of what it gives, rather than of its room.</summary>
    public long PlacesVersion { get; private set; }

    private DateOnly Today => FrenchDay.Of(_clock.GetUtcNow());

    /// <summary>Takes a whole log, as a service that starts does.</summary>
    public void Read(IReadOnlyCollection<DirectoryChange> log)
    {
        Gather();
        Take(log);
        Show();
    }

    /// <summary>Announces that a whole log follows in <see cref="Take"/>, up to <see cref="Show"/>: until then nothing is listed.</summary>
    public void Gather()
    {
        lock (_writing)
        {
            lock (_listing) _facts.Gather();
            _gathering = true;
        }
    }

    /// <summary>Takes changes in their order; all become visible together. A repeated one changes nothing. A service shows once its structure and institution are known.</summary>
    public void Apply(IReadOnlyCollection<DirectoryChange> changes)
    {
        Take(changes);
        Show();
    }

    /// <summary>Takes changes that searches do not see before <see cref="Show"/>: for many at once.</summary>
    public void Take(IReadOnlyCollection<DirectoryChange> changes)
    {
        lock (_writing)
        {
            lock (_listing)
            {
                foreach (var change in changes) _touched.UnionWith(_facts.Apply(change));
                Version += changes.Count;
                PlacesVersion += changes.Count(change => change.Event is not (CapacityStated or InstitutionRegistered));
            }
        }
    }

    /// <summary>Lets searches see what was taken.</summary>
    public void Show()
    {
        lock (_writing)
        {
            if (_gathering)
            {
                lock (_listing) _touched.UnionWith(_facts.Arrange());
                _gathering = false;
            }

            if (_touched.Count == 0) return;
            _snapshot = SnapshotWriter.With(_snapshot, _touched, Part, _facts.Find);
            _touched = new(StringComparer.Ordinal);
        }
    }

    /// <summary>How long each service usually takes to answer, by service id; replaces what was known.</summary>
    public void SetUsualDelays(IReadOnlyDictionary<string, TimeSpan> delays)
    {
        lock (_writing)
        {
            if (delays.Count == _delays.Count && delays.All(delay => _delays.TryGetValue(delay.Key, out var known) && known == delay.Value)) return;
            _delays = delays.ToFrozenDictionary(StringComparer.Ordinal);
            _snapshot = new([.. _snapshot.Parts.Select(part => part.With(_delays))]);
        }
    }

    /// <summary>Counts room and quality again when the day has turned.</summary>
    public void TurnDay()
    {
        lock (_writing)
        {
            var today = Today;
            if (_snapshot.Parts.All(part => part.Today.Day == today)) return;
            _snapshot = new([.. _snapshot.Parts.Select(part =>
            {
                var columns = new DayColumns(today, part.Segment.Count);
                for (var document = 0; document < part.Segment.Count; document++) columns.Add(document, Open(part.Segment.Entries[document]));
                return part.With(columns);
            })]);
        }
    }

    public DirectoryEntry? Find(string serviceId)
    {
        lock (_listing) return _facts.Find(serviceId) is { } shown ? Open(shown) : null;
    }

    /// <summary>All places, with what they give.</summary>
    public IReadOnlyList<Place> Places()
    {
        lock (_listing) return _facts.Places();
    }

    /// <summary>
    /// Every published service of one moment, by ids of place and service: those of a place come together. Each is unpacked when it is
    /// read, so that a whole export needs one at a time.
    /// </summary>
    public IEnumerable<DirectoryEntry> Published()
    {
        var shown = _snapshot.Parts
            .SelectMany(part => Enumerable.Range(0, part.Segment.Count).Where(document => part.Live.Has(document)).Select(document => part.Segment.Entries[document]))
            .ToArray();
        Array.Sort(shown, static (x, y) => string.CompareOrdinal(x.Place.Id, y.Place.Id) is not 0 and var order ? order : string.CompareOrdinal(x.Service.Id, y.Service.Id));
        return shown.Select(Open);
    }

    /// <summary>The ids of all records, drafts and archives included.</summary>
    public (IReadOnlyList<string> Institutions, IReadOnlyList<string> Structures, IReadOnlyList<string> Services) Ids()
    {
        lock (_listing) return _facts.Ids();
    }

    /// <summary>Whether an institution has left the network.</summary>
    public bool HasLeft(string institutionId)
    {
        lock (_listing) return _facts.HasLeft(institutionId);
    }

    /// <summary>Whether other places are shown as this one.</summary>
    public bool HoldsOthers(string structureId)
    {
        lock (_listing) return _facts.HoldsOthers(structureId);
    }

    /// <summary>A page of the services, in the order of their names unless the list says otherwise; <paramref name="skip"/> passes over some of them first.</summary>
    public ListPage<ListedService> ListServices(ServiceList list, RowPosition? after, int limit, int skip = 0)
    {
        lock (_listing) return DirectoryLists.Services(_facts, list, after, limit, skip);
    }

    /// <summary>A page of the places that give something; with an institution, of all its places.</summary>
    public ListPage<StructureRecord> ListPlaces(string? institutionId, RowPosition? after, int limit, int skip = 0)
    {
        lock (_listing) return DirectoryLists.Places(_facts, institutionId, after, limit, skip);
    }

    public SearchResult Search(SearchQuery query)
    {
        if (query.Offset < 0 || query.Limit < 0) throw new ArgumentOutOfRangeException(nameof(query), "A page starts at 0 or later and is not negative.");
        return new DirectorySearch(_snapshot, query, Open, _france).Run();
    }

    private DirectoryEntry Open(Shown shown) => new(_packer.Unpack(shown.Service), _packer.Unpack(shown.Place).Content, shown.Institution);

    private Snapshot.Part Part(IReadOnlyCollection<Shown> entries)
    {
        var today = new DayColumns(Today, entries.Count);
        return Snapshot.Part.Of(SegmentBuilder.Build(entries, _packer, today, _france), today, _delays);
    }
}
