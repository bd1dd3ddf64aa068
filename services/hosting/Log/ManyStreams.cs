using Microsoft.EntityFrameworkCore;

namespace Reseau.Hosting.Log;

/// <summary>Reads many streams in two questions.</summary>
public sealed class ManyStreams<TDb>(ServiceLog<TDb> log) where TDb : LogDb
{
    /// <summary>The history of some streams; one that does not exist is absent.</summary>
    /// <param name="db">The database, inside a transaction when something is decided on the answer.</param>
    /// <param name="streams">Their names.</param>
    /// <param name="except">Kinds of events that the reader has no use for, and that may be many; no stream begins with one.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<string, StreamHistory>> ReadAsync(
        TDb db, IReadOnlyCollection<string> streams, IReadOnlyCollection<Type> except, CancellationToken cancellation)
    {
        // One parameter, whatever their number: the statement stays the same and is prepared once.
        var (names, left) = (streams.ToArray(), except.Select(log.Types.NameOf).ToArray());
        var found = new Dictionary<string, List<RecordedEvent>>(StringComparer.Ordinal);
        var rows = db.Events.AsNoTracking().Where(e => EF.Parameter(names).Contains(e.Stream) && !EF.Parameter(left).Contains(e.Type)).OrderBy(e => e.Stream).ThenBy(e => e.Version);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!found.TryGetValue(row.Stream, out var events)) found[row.Stream] = events = [];
            events.Add(log.Read(row));
        }
        var versions = await VersionsAsync(db, [.. found.Keys], cancellation);
        return found.ToDictionary(stream => stream.Key, stream => new StreamHistory(versions[stream.Key], stream.Value), StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyDictionary<string, long>> VersionsAsync(TDb db, string[] names, CancellationToken cancellation) => names.Length == 0
        ? new Dictionary<string, long>(StringComparer.Ordinal)
        : await db.Events.Where(e => EF.Parameter(names).Contains(e.Stream)).GroupBy(e => e.Stream).Select(stream => new { stream.Key, Version = stream.Max(e => e.Version) })
            .ToDictionaryAsync(stream => stream.Key, stream => stream.Version, StringComparer.Ordinal, cancellation);
}
