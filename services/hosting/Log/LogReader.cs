using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Reseau.Events.V1;

namespace Reseau.Hosting.Log;

/// <summary>Reads a service's log: one stream, everything after a position, or on and on.</summary>
public sealed class LogReader<TDb>(IDbContextFactory<TDb> databases, ServiceLog<TDb> log, LogSignal signal, TimeProvider clock) where TDb : LogDb
{
    /// <summary>How often a silent Watch shows that it lives.</summary>
    public static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(15);

    /// <summary>The events of a stream up to a version, oldest first.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> ReadStreamAsync(string stream, long upTo, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await ReadStreamAsync(db, log, stream, upTo, cancellation);
    }

    /// <summary>An event as others may know it.</summary>
    public Change ToChange(RecordedEvent recorded) => log.ToChange(recorded);

    /// <summary>The events after a position, in order; at most a page.</summary>
    /// <param name="after">Position of the last event known.</param>
    /// <param name="audience">Institution id that must be allowed to see them; null for all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<RecordedEvent>> ReadAfterAsync(long after, string? audience, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var queries = LogQueries.Of(db);
        var rows = audience is null ? queries.After(db, after) : queries.AfterFor(db, audience, after);
        return await rows.Select(log.Read).ToListAsync(cancellation);
    }

    /// <summary>The newest position; 0 for an empty log.</summary>
    public async Task<long> HeadAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await LogQueries.Of(db).Head(db, cancellation) ?? 0;
    }

    /// <summary>
    /// Everything after a position, then what comes, for ever. An item without event is a sign of life: it carries the
    /// position up to which the reader has seen all.
    /// </summary>
    public async IAsyncEnumerable<(long Position, RecordedEvent? Event)> FollowAsync(
        long after, string? audience, [EnumeratorCancellation] CancellationToken cancellation)
    {
        DateTimeOffset? silentSince = null;
        while (true)
        {
            var grown = signal.Next;
            var head = await HeadAsync(cancellation);
            var page = head > after ? await ReadAfterAsync(after, audience, cancellation) : [];
            foreach (var recorded in page) yield return (after = recorded.Position, recorded);
            if (page.Count > 0) silentSince = null;
            if (page.Count == LogQueries.PageSize) continue;

            after = Math.Max(after, head);
            var now = clock.GetUtcNow();
            if (silentSince is null || now - silentSince >= SignOfLife)
            {
                silentSince = now;
                yield return (after, null);
            }
            await WaitAsync(grown, silentSince.Value + SignOfLife - now, cancellation);
        }
    }

    internal static async Task<IReadOnlyList<RecordedEvent>> ReadStreamAsync(
        TDb db, ServiceLog<TDb> log, string stream, long upTo, CancellationToken cancellation) =>
        await LogQueries.Of(db).Stream(db, stream, upTo).Select(log.Read).ToListAsync(cancellation);

    private async Task WaitAsync(Task grown, TimeSpan atMost, CancellationToken cancellation)
    {
        try
        {
            await grown.WaitAsync(atMost, clock, cancellation);
        }
        catch (TimeoutException)
        {
            // Nothing happened: time for a sign of life.
        }
    }
}
