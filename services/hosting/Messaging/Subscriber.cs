using System.Threading.Channels;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reseau.Events.V1;
using Reseau.Hosting.Log;
using Reseau.Hosting.Telemetry;

namespace Reseau.Hosting.Messaging;

/// <summary>
/// Brings a subscription up to its source's log, whatever the broker did with the messages:
///  - a repeat (position ≤ cursor) is ignored;
///  - the next change is handled, with those that came meanwhile, and the cursor moves in the same transaction;
///  - a gap is filled by reading the source's log after the cursor;
///  - silence is not trusted: the log is read at start and every <see cref="Patrol"/>, in case the last message was lost.
/// A change that fails <see cref="Tries"/> times is parked with its error class, so that it holds up nobody; a replay hands it over again.
/// </summary>
public sealed partial class Subscriber<TDb>(
    ISubscription<TDb> subscription, ILogWriter<TDb> writer, IDbContextFactory<TDb> databases, LogService.LogServiceClient source, TimeProvider clock,
    ILogger<Subscriber<TDb>> logger) : BackgroundService where TDb : LogDb
{
    /// <summary>How often the source's log is read without being asked.</summary>
    public static readonly TimeSpan Patrol = TimeSpan.FromSeconds(20);

    private const int Tries = 5;
    private const int BatchSize = 1000;
    private const int MostWaiting = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // Of what comes when it is full nothing is kept: the next message shows the gap, or the patrol finds it.
    private readonly Channel<Change> _waiting = Channel.CreateBounded<Change>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim _one = new(1);
    private long? _cursor;

    /// <summary>The service listened to.</summary>
    public string Source => subscription.Source;

    private string CursorName => $"subscription:{subscription.Source}";

    /// <summary>A message came: it is handled soon, and need not be kept, because the source's log has it.</summary>
    public void Hear(Change change) => _waiting.Writer.TryWrite(change);

    /// <summary>Handles a message, together with those that wait.</summary>
    public async Task ReceiveAsync(Change change, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            List<Change> heard = [change];
            while (heard.Count < BatchSize && _waiting.Reader.TryRead(out var more)) heard.Add(more);
            var last = await CursorAsync(cancellation);
            var news = heard.Where(one => one.Position > last).DistinctBy(one => one.Position).OrderBy(one => one.Position).ToList();
            foreach (var one in news)
            {
                if (one.PreviousPosition > last)
                {
                    LogGap(Source, last, one.Position);
                    await CatchUpAsync(cancellation);
                    return;
                }
                last = one.Position;
            }
            await HandleTogetherAsync(news, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Hands parked changes over again; those that still fail stay parked.</summary>
    /// <returns>How many were handled, and how many still wait.</returns>
    public async Task<(int Handled, int Waiting)> ReplayAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var parked = await db.Parked.AsNoTracking().Where(p => p.Source == Source).OrderBy(p => p.Position).ToListAsync(cancellation);
        var handled = 0;
        foreach (var row in parked)
        {
            try
            {
                await writer.WriteAsync(async (open, token) =>
                {
                    await subscription.HandleAsync(open, [Topics.Read(row.Change)], token);
                    open.Parked.Remove(row);
                    await open.SaveChangesAsync(token);
                    return true;
                }, cancellation);
                handled++;
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                LogFailed(Source, row.Position, failure.GetType().Name);
            }
        }
        return (handled, parked.Count - handled);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var soon = Pause;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Patrol;
            if (await TryAsync(PatrolAsync, stoppingToken))
            {
                soon = Pause;
            }
            else
            {
                pause = soon;
                soon = soon * 2 < Patrol ? soon * 2 : Patrol;
            }
            // What was heard in vain is read from the log.
            if (!await TryAsync(token => ListenAsync(pause, token), stoppingToken)) await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task<bool> TryAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        try
        {
            await work(stopping);
            return true;
        }
        catch (Exception failure)
        {
            // The source is starting, or away: its messages or the next round will do. A call broken off by our own end
            // reports it in words of its own (RpcException, Cancelled), and means nothing.
            if (!stopping.IsCancellationRequested) LogAway(Source, failure is RpcException rpc ? rpc.StatusCode.ToString() : failure.GetType().Name);
            return false;
        }
    }

    private async Task PatrolAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            await CatchUpAsync(cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Handles what is heard, until the next patrol is due.</summary>
    private async Task ListenAsync(TimeSpan until, CancellationToken stopping)
    {
        using var due = new CancellationTokenSource(until, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, due.Token);
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(either.Token))
            {
                if (_waiting.Reader.TryRead(out var change)) await ReceiveAsync(change, stopping);
            }
        }
        catch (OperationCanceledException) when (due.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            // Nothing more until then.
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        using var call = source.ReadChanges(new() { AfterPosition = await CursorAsync(cancellation) }, cancellationToken: cancellation);
        var batch = new List<Change>(BatchSize);
        await foreach (var change in call.ResponseStream.ReadAllAsync(cancellation))
        {
            batch.Add(change);
            if (batch.Count < BatchSize) continue;
            await HandleTogetherAsync(batch, cancellation);
            batch.Clear();
        }
        await HandleTogetherAsync(batch, cancellation);
    }

    // Far behind, a transaction for each change would take longer than the changes took to happen. When one of a batch
    // fails, each half is tried, then its halves, so that only that one is parked and the others wait little.
    private async Task HandleTogetherAsync(List<Change> batch, CancellationToken cancellation)
    {
        if (batch.Count == 0) return;
        if (batch.Count == 1)
        {
            await HandleOrParkAsync(batch[0], cancellation);
            return;
        }
        try
        {
            await HandleAsync(batch, subscription.HandleAsync, cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            var half = batch.Count / 2;
            await HandleTogetherAsync(batch.GetRange(0, half), cancellation);
            await HandleTogetherAsync(batch.GetRange(half, batch.Count - half), cancellation);
        }
    }

    private async Task HandleOrParkAsync(Change change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await HandleAsync([change], subscription.HandleAsync, cancellation);
                return;
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                LogFailed(Source, change.Position, failure.GetType().Name);
                if (attempt == Tries)
                {
                    await HandleAsync([change], (db, _, _) => Park(db, change, failure), cancellation);
                    return;
                }
            }
            await Task.Delay(Pause * attempt, clock, cancellation);
        }
    }

    private async Task HandleAsync(List<Change> changes, Func<TDb, IReadOnlyList<Change>, CancellationToken, Task> effect, CancellationToken cancellation)
    {
        var cursor = await writer.WriteAsync(async (db, token) =>
        {
            var row = await LogQueries.Of(db).Cursor(db, CursorName, token);
            if (row is null) db.Cursors.Add(row = new() { Name = CursorName, Owner = "" });
            // Another replica may have been faster.
            var news = changes.FindAll(change => change.Position > row.Position);
            if (news.Count == 0) return row.Position;
            await effect(db, news, token);
            row.Position = news[^1].Position;
            await db.SaveChangesAsync(token);
            return row.Position;
        }, cancellation);
        _cursor = cursor;
        Steps.Pass(Steps.Handled, cursor);
    }

    private Task Park(TDb db, Change change, Exception failure)
    {
        LogParked(Source, change.Position, failure.GetType().Name);
        db.Parked.Add(new()
        {
            Source = Source,
            Position = change.Position,
            Change = Topics.Write(change),
            Error = failure.GetType().Name,
            ParkedAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }

    private async Task<long> CursorAsync(CancellationToken cancellation)
    {
        if (_cursor is { } known) return known;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        _cursor = await db.Cursors.Where(c => c.Name == CursorName).Select(c => (long?)c.Position).SingleOrDefaultAsync(cancellation) ?? 0;
        return _cursor.Value;
    }

    [LoggerMessage(140, LogLevel.Information, "Missed changes of {Source} between {Cursor} and {Position}; reading its log.")]
    private partial void LogGap(string source, long cursor, long position);

    [LoggerMessage(141, LogLevel.Information, "The log of {Source} cannot be read now ({Error}).")]
    private partial void LogAway(string source, string error);

    [LoggerMessage(142, LogLevel.Warning, "Handling change {Position} of {Source} failed ({Error}).")]
    private partial void LogFailed(string source, long position, string error);

    [LoggerMessage(143, LogLevel.Error, "Parked change {Position} of {Source} ({Error}); replay it once the cause is mended.")]
    private partial void LogParked(string source, long position, string error);
}
