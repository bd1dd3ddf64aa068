using Microsoft.EntityFrameworkCore;

namespace Reseau.Hosting.Log;

/// <summary>Reads many streams in one question.</summary>
public sealed class ManyStreams<TDb>(ServiceLog<TDb> log) where TDb : LogDb
{
    /// <summary>The events of some streams, oldest first; a stream that does not exist is absent.</summary>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<RecordedEvent>>> ReadAsync(TDb db, IReadOnlyCollection<string> streams, CancellationToken cancellation) =>
        ReadAsync(db, log, streams, cancellation);

    internal static async Task<IReadOnlyDictionary<string, IReadOnlyList<RecordedEvent>>> ReadAsync(
        TDb db, ServiceLog<TDb> log, IReadOnlyCollection<string> streams, CancellationToken cancellation)
    {
        var names = streams.ToArray();
        var found = new Dictionary<string, IReadOnlyList<RecordedEvent>>(StringComparer.Ordinal);
        // One parameter, whatever their number: the statement stays the same and is prepared once.
        var rows = db.Events.AsNoTracking().Where(e => EF.Parameter(names).Contains(e.Stream)).OrderBy(e => e.Stream).ThenBy(e => e.Version);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!found.TryGetValue(row.Stream, out var events)) found[row.Stream] = events = new List<RecordedEvent>();
            ((List<RecordedEvent>)events).Add(log.Read(row));
        }
        return found;
    }
}
