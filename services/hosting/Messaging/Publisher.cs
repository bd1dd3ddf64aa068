using System.Text.Json;
using Dapr;
using Dapr.Client;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reseau.Hosting.Log;
using Reseau.Hosting.Telemetry;

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

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Shorter than the lease: when this replica's sidecar takes everything and answers nothing, another one may be luckier.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lease<TDb> _lease = new(writer, clock, "publisher");

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
        var position = await _lease.PositionAsync(stopping);
        if (position is null)
        {
            // Another replica publishes; look again when its lease may have ended.
            await Task.Delay(Lease<TDb>.Renewal, clock, stopping);
            return;
        }
        var head = await reader.HeadAsync(stopping);
        if (head == position)
        {
            try
            {
                await grown.WaitAsync(Lease<TDb>.Renewal, clock, stopping);
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
        Steps.Pass(Steps.Publishing, events[^1].Position);
        await GiveAsync(events, stopping);
        Steps.Pass(Steps.Published, events[^1].Position);
        await _lease.MoveAsync(events[^1].Position, stopping);
    }

    private async Task GiveAsync(IEnumerable<RecordedEvent> events, CancellationToken stopping)
    {
        // As JSON values, not bytes: a bulk call takes bytes for anything but JSON.
        var messages = events.Select(recorded => JsonElement.Parse(Topics.Write(log.ToChange(recorded)))).ToList();
        // As every deadline, on the machine's clock, whichever one the service follows.
        using var over = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, over.Token);
        var answer = await dapr.BulkPublishEventAsync(Topics.PubSub, log.Source, messages, cancellationToken: either.Token);
        // All of them again, so that they are heard in order; who heard some ignores the repeats.
        if (answer.FailedEntries.Count > 0) throw new DaprException($"{answer.FailedEntries.Count} of {messages.Count} events were not taken.");
    }

    [LoggerMessage(130, LogLevel.Warning, "Publishing {Source} is postponed ({Error}); the log keeps everything.")]
    private partial void LogPostponed(string source, string error);
}
