using Dapr.AppCallback.Autogen.Grpc.v1;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Reseau.Sidecar.PubSub;

/// <summary>
/// Delivers one topic to one application, one event after the other, in the order they were accepted: an event that is refused
/// holds the next ones back until it is handled or buried. Rows are deleted behind the delivery, so a crash repeats the last few
/// events and loses none.
/// </summary>
internal sealed partial class DeliveryLoop(
    Subscription subscription,
    AppConnection app,
    MessageQueue queue,
    Signals signals,
    DeliveryOptions options,
    TimeProvider clock,
    ILogger<DeliveryLoop> logger)
{
    private const int BatchSize = 64;

    private static readonly TimeSpan StorageDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UnreachableDelay = TimeSpan.FromMilliseconds(200);

    public async Task RunAsync(CancellationToken stopping)
    {
        var signal = signals.Of(subscription);
        while (true)
        {
            try
            {
                if (!await DeliverWaitingAsync(stopping)) await signal.ReadAsync(stopping);
            }
            catch (SqliteException exception)
            {
                LogStorage(exception, subscription.App, subscription.Topic);
                await Task.Delay(StorageDelay, clock, stopping);
            }
        }
    }

    private async Task<bool> DeliverWaitingAsync(CancellationToken stopping)
    {
        var waiting = queue.Next(subscription, BatchSize);
        var settled = new List<Task>(waiting.Count);
        try
        {
            foreach (var message in waiting) settled.Add(await DeliverAsync(message, stopping));
        }
        finally
        {
            // Before reading on, or on the way out: a row still there would be delivered again.
            await Task.WhenAll(settled);
        }

        return waiting.Count > 0;
    }

    /// <summary>Offers one event until it is settled; the task inside ends when that is on the disk.</summary>
    private async Task<Task> DeliverAsync(QueuedMessage message, CancellationToken stopping)
    {
        var request = EnvelopeReader.Read(message.Envelope, subscription);
        var attempts = message.Attempts;
        while (message.ExpiresAt is not { } expiry || expiry > clock.GetUtcNow().ToUnixTimeMilliseconds())
        {
            var answer = await app.OfferAsync(request, options.Timeout, stopping);
            switch (answer.Kind)
            {
                case AnswerKind.Handled:
                    return queue.SettleAsync(message.Id);

                case AnswerKind.NotHandledHere:
                    LogNotHandled(subscription.App, subscription.Topic, request.Id);
                    return queue.SettleAsync(message.Id);

                case AnswerKind.GivenUp:
                    LogGivenUp(subscription.App, subscription.Topic, request.Id);
                    return subscription.DeadLetterTopic.Length > 0
                        ? queue.BuryAsync(subscription, message, request.Id, attempts)
                        : queue.SettleAsync(message.Id);

                case AnswerKind.Unreachable:
                    await Task.Delay(UnreachableDelay, clock, stopping);
                    break;

                default:
                    if (++attempts >= options.MaxAttempts) return Bury(message, request, attempts);
                    await RefusedAsync(message, request, answer, attempts, stopping);
                    break;
            }
        }

        LogExpired(subscription.App, subscription.Topic, request.Id);
        return queue.SettleAsync(message.Id);
    }

    private async Task RefusedAsync(QueuedMessage message, TopicEventRequest request, Answer answer, long attempts, CancellationToken stopping)
    {
        LogRefused(subscription.App, subscription.Topic, request.Id, answer.Word, attempts);
        await queue.RefusedAsync(message.Id);
        await Task.Delay(options.DelayAfter((int)attempts), clock, stopping);
    }

    private Task Bury(QueuedMessage message, TopicEventRequest request, long attempts)
    {
        LogBuried(subscription.App, subscription.Topic, request.Id, subscription.DeadTopic, attempts);
        return queue.BuryAsync(subscription, message, request.Id, attempts);
    }

    [LoggerMessage(9010, LogLevel.Information, "{App} refused event {Event} of {Topic} with {Answer}, {Attempts} times so far.")]
    private partial void LogRefused(string app, string topic, string @event, string answer, long attempts);

    [LoggerMessage(9011, LogLevel.Error, "{App} refused event {Event} of {Topic} {Attempts} times: it is now a dead letter in {DeadTopic}.")]
    private partial void LogBuried(string app, string topic, string @event, string deadTopic, long attempts);

    [LoggerMessage(9012, LogLevel.Information, "{App} dropped event {Event} of {Topic}.")]
    private partial void LogGivenUp(string app, string topic, string @event);

    [LoggerMessage(9013, LogLevel.Warning, "{App} has no handler for event {Event} of {Topic}: it is given up.")]
    private partial void LogNotHandled(string app, string topic, string @event);

    [LoggerMessage(9014, LogLevel.Information, "Event {Event} of {Topic} for {App} expired before it could be delivered.")]
    private partial void LogExpired(string app, string topic, string @event);

    [LoggerMessage(9015, LogLevel.Error, "The queue of {Topic} for {App} cannot be read or written; trying again.")]
    private partial void LogStorage(Exception exception, string app, string topic);
}
