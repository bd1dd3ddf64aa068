using System.Text.Json;
using Dapr;
using Dapr.Client;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reseau.Hosting.Log;

namespace Reseau.Hosting.Messaging;

/// <summary>
/// Announces the log on the service's topic: reads after its cursor, publishes, moves the cursor. At least once and in
/// order; one replica at a time holds the lease. A message is a doorbell: whoever misses it reads the log. A crowd rings once.
/// </summary>
public sealed partial class Publisher<TDb>(
    LogReader<TDb> reader, ILogWriter<TDb> writer, ServiceLog<TDb> log, LogSignal signal, DaprClient dapr, TimeProvider clock, ILogger<Publisher<TDb>> logger)
    : BackgroundService where TDb : LogDb
{
    /// <summary>So many at once ring once: reading the log, which is what a gap makes of it, costs less than a message for each.</summary>
    private const int Crowd = 50;

    private const string Cursor = "publisher";
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    private DateTimeOffset _leaseUntil;
    private long? _position;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PublishAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogPostponed(log.Source, failure.GetType().Name);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task PublishAsync(CancellationToken stopping)
    {
        var grown = signal.Next;
        var position = await MoveAsync(null, stopping);
        if (position is null)
        {
            // Another replica publishes; look again when its lease may have ended.
            await Task.Delay(Renewal, clock, stopping);
            return;
        }
        var head = await reader.HeadAsync(stopping);
        if (head == position)
        {
            try
            {
                await grown.WaitAsync(Renewal, clock, stopping);
            }
            catch (TimeoutException)
            {
                // Renews the lease.
            }
            return;
        }

        var isCrowd = head - position > Crowd;
        var events = await reader.ReadAfterAsync(isCrowd ? head - 1 : position.Value, audience: null, stopping);
        if (isCrowd) events = [events[^1]];
        // As JSON values, not bytes: a bulk call takes bytes for anything but JSON.
        var messages = events.Select(recorded => JsonElement.Parse(Topics.Write(log.ToChange(recorded)))).ToList();
        var answer = await dapr.BulkPublishEventAsync(Topics.PubSub, log.Source, messages, cancellationToken: stopping);
        // All of them again, so that they are heard in order; who heard some ignores the repeats.
        if (answer.FailedEntries.Count > 0) throw new DaprException($"{answer.FailedEntries.Count} of {messages.Count} events were not taken.");
        await MoveAsync(events[^1].Position, stopping);
    }

    /// <summary>Takes or renews the lease and moves the cursor; null when another replica holds the lease.</summary>
    private async Task<long?> MoveAsync(long? to, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (to is null && now + Renewal < _leaseUntil && _position is { } known) return known;
        return _position = await writer.WriteAsync<long?>(async (db, token) =>
        {
            var row = await LogQueries.Of(db).Cursor(db, Cursor, token);
            if (row is null) db.Cursors.Add(row = new() { Name = Cursor, Owner = _owner });
            if (row.Owner != _owner && row.LeaseUntil > now) return null;
            (row.Owner, row.LeaseUntil, row.Position) = (_owner, now + Lease, to ?? row.Position);
            await db.SaveChangesAsync(token);
            _leaseUntil = row.LeaseUntil;
            return row.Position;
        }, cancellation);
    }

    [LoggerMessage(130, LogLevel.Warning, "Publishing {Source} is postponed ({Error}); the log keeps everything.")]
    private partial void LogPostponed(string source, string error);
}
