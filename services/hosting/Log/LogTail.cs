namespace Reseau.Hosting.Log;

/// <summary>
/// The newest events that this process committed, as it wrote them: who keeps up with the log need not have them read and parsed again, each for
/// itself. It holds an unbroken run of positions; what another replica appends in between begins a new one. The database stays the truth:
/// whatever is not here is read there.
/// </summary>
public sealed class LogTail
{
    /// <summary>Most events held: some pages, so that a reader may be a little late.</summary>
    public const int Most = 4_096;

    private readonly Lock _lock = new();
    private readonly RecordedEvent[] _events = new RecordedEvent[Most];
    private long _first = 1;
    private long _next = 1;

    /// <summary>Takes what a transaction appended, once it is committed.</summary>
    public void Add(IReadOnlyList<RecordedEvent> committed)
    {
        lock (_lock)
        {
            foreach (var recorded in committed)
            {
                if (recorded.Position != _next) _first = recorded.Position;
                _next = recorded.Position + 1;
                _first = Math.Max(_first, _next - Most);
                _events[recorded.Position % Most] = recorded;
            }
        }
    }

    /// <summary>The events after a position, in order, at most a page; null when the database has to be asked.</summary>
    /// <param name="position">Position of the last event known.</param>
    /// <param name="head">Position that a page which is not full must reach.</param>
    public IReadOnlyList<RecordedEvent>? After(long position, long head)
    {
        lock (_lock)
        {
            var first = position + 1;
            var count = (int)Math.Min(LogQueries.PageSize, _next - first);
            if (first < _first || count <= 0 || (count < LogQueries.PageSize && _next <= head)) return null;
            var page = new RecordedEvent[count];
            for (var place = 0; place < count; place++) page[place] = _events[(first + place) % Most];
            return page;
        }
    }
}
