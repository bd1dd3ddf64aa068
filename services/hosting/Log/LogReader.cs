using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Reseau.Events.V1;

namespace Reseau.Hosting.Log;

/// <summary>Reads a service's log: one stream, everything after a position, or on and on.</summary>
public sealed class LogReader<TDb>(IDbContextFactory<TDb> databases, ServiceLog<TDb> log, LogSignal signal, LogTail tail, TimeProvider clock) where TDb : LogDb
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
    public Task<IReadOnlyList<RecordedEvent>> ReadAfterAsync(long after, string? audience, CancellationToken cancellation) => ReadAfterAsync(after, 0, audience, cancellation);

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
        await foreach (var page in FollowAsync(after, (from, head, token) => ReadAfterAsync(from, head, audience, token), cancellation))
        {
            foreach (var recorded in page.Events) yield return (recorded.Position, recorded);
            if (page.Events.Count == 0) yield return (page.Position, null);
        }
    }

    /// <summary>The same for who takes many events at once: all of them, by the page.</summary>
    public IAsyncEnumerable<LogPage> FollowPagesAsync(long after, CancellationToken cancellation) =>
        FollowAsync(after, (from, head, token) => ReadAfterAsync(from, head, audience: null, token), cancellation);

    /// <summary>The same, of the events of one kind: the others are passed over by the database.</summary>
    public IAsyncEnumerable<LogPage> FollowPagesAsync<TEvent>(long after, CancellationToken cancellation)
    {
        var type = log.Types.NameOf(typeof(TEvent));
        return FollowAsync(after, (from, _, token) => ReadAsync((db, queries) => queries.AfterOfType(db, type, from), token), cancellation);
    }

    internal static async Task<IReadOnlyList<RecordedEvent>> ReadStreamAsync(
        TDb db, ServiceLog<TDb> log, string stream, long upTo, CancellationToken cancellation) =>
        await LogQueries.Of(db).Stream(db, stream, upTo).Select(log.Read).ToListAsync(cancellation);

    // A page that is not full reaches the head: who follows goes on from there.
    private async Task<IReadOnlyList<RecordedEvent>> ReadAfterAsync(long after, long head, string? audience, CancellationToken cancellation)
    {
        if (audience is not null) return await ReadAsync((db, queries) => queries.AfterFor(db, audience, after), cancellation);
        return tail.After(after, head) ?? await ReadAsync((db, queries) => queries.After(db, after), cancellation);
    }

    private async Task<IReadOnlyList<RecordedEvent>> ReadAsync(Func<TDb, LogQueries, IAsyncEnumerable<EventRow>> question, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await question(db, LogQueries.Of(db)).Select(log.Read).ToListAsync(cancellation);
    }

    private async IAsyncEnumerable<LogPage> FollowAsync(
        long after, Func<long, long, CancellationToken, Task<IReadOnlyList<RecordedEvent>>> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        DateTimeOffset? silentSince = null;
        while (true)
        {
            var grown = signal.Next;
            var head = await HeadAsync(cancellation);
            var events = head > after ? await read(after, head, cancellation) : [];
            if (events.Count > 0)
            {
                silentSince = null;
                yield return new(after = events[^1].Position, events);
            }
            if (events.Count == LogQueries.PageSize) continue;

            after = Math.Max(after, head);
            var now = clock.GetUtcNow();
            if (silentSince is null || now - silentSince >= SignOfLife)
            {
                silentSince = now;
                yield return new(after, []);
            }
            await WaitAsync(grown, silentSince.Value + SignOfLife - now, cancellation);
        }
    }

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
