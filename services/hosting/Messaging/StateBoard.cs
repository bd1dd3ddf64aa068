using System.Text;
using Dapr.Client;
using Google.Protobuf;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reseau.Hosting.Log;

namespace Reseau.Hosting.Messaging;

/// <summary>
/// Puts what a log last said where every application reads it: the state shared by all, a message in JSON under each key. The log is the
/// record; this follows it, and an older word never replaces a newer one, whoever of several replicas writes. What the state lost is said again
/// (<see cref="BoardCursor"/>).
/// </summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <typeparam name="TEvent">The event that says it.</typeparam>
/// <typeparam name="TMessage">What is put there.</typeparam>
public abstract partial class StateBoard<TDb, TEvent, TMessage>(
    LogReader<TDb> log, DaprClient dapr, TimeProvider clock, ILogger logger)
    : BackgroundService where TDb : LogDb where TMessage : IMessage<TMessage>, new()
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly MessageParser<TMessage> Parser = new(() => new());

    /// <summary>Its name, as of <see cref="BoardCursor"/>.</summary>
    protected abstract string Name { get; }

    /// <summary>Where it goes.</summary>
    protected abstract (string Key, TMessage Message) Write(RecordedEvent recorded);

    /// <summary>Whether what is there is as new as what would be put.</summary>
    protected abstract bool IsAsNew(TMessage there, TMessage said);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogPostponed(Name, failure.GetType().Name);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        var cursor = new BoardCursor(dapr, Name);
        // A log that was brought back from a copy may be shorter than what was said of it.
        var said = Math.Min(await cursor.ReadAsync(stopping), await log.HeadAsync(stopping));
        await foreach (var page in log.FollowPagesAsync<TEvent>(said, stopping))
        {
            // Looked at with every page, and with those that come empty as a sign of life: whoever follows begins again where the state stands.
            if (await cursor.ReadAsync(stopping) < said) return;
            foreach (var last in page.Events.GroupBy(recorded => recorded.Stream, StringComparer.Ordinal).Select(stream => stream.Last()))
            {
                var (key, message) = Write(last);
                await PutAsync(key, message, stopping);
            }
            if (page.Position > said) await cursor.MoveAsync(said = page.Position, stopping);
        }
    }

    private async Task PutAsync(string key, TMessage said, CancellationToken cancellation)
    {
        while (true)
        {
            var (bytes, etag) = await dapr.GetByteStateAndETagAsync(Topics.SharedState, key, cancellationToken: cancellation);
            if (!bytes.IsEmpty && IsAsNew(Parser.ParseJson(Encoding.UTF8.GetString(bytes.Span)), said)) return;
            var text = Encoding.UTF8.GetBytes(JsonFormatter.Default.Format(said));
            if (etag.Length == 0)
            {
                await dapr.SaveByteStateAsync(Topics.SharedState, key, text, cancellationToken: cancellation);
                return;
            }
            if (await dapr.TrySaveByteStateAsync(Topics.SharedState, key, text, etag, cancellationToken: cancellation)) return;
        }
    }

    [LoggerMessage(130, LogLevel.Warning, "The shared state of {Board} is postponed ({Error}); the log keeps everything.")]
    private partial void LogPostponed(string board, string error);
}
