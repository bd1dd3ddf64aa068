using Dapr.AppCallback.Autogen.Grpc.v1;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Reseau.Sidecar.Hosting;

namespace Reseau.Sidecar.PubSub;

/// <summary>One application at one address: asked what it wants until it answers, then served one loop per topic.</summary>
internal sealed partial class AppSession(
    SidecarApp app,
    Components components,
    Subscriptions subscriptions,
    MessageQueue queue,
    Signals signals,
    SidecarOptions options,
    ILoggerFactory loggers)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = loggers.CreateLogger<AppSession>();

    public async Task RunAsync(string address, CancellationToken stopping)
    {
        using var connection = new AppConnection(address, app.Options.AppToken);
        var wanted = Usable(await AskAsync(connection, stopping));
        var givenUp = await subscriptions.ReplaceAsync(app.AppId, wanted);
        if (givenUp > 0) LogUnsubscribed(app.AppId, givenUp);
        app.Subscriptions = wanted;

        var loops = wanted.Select(one =>
            new DeliveryLoop(one, connection, queue, signals, options.Delivery, options.Clock, loggers.CreateLogger<DeliveryLoop>()));
        await Task.WhenAll(loops.Select(loop => loop.RunAsync(stopping)));
    }

    private async Task<IReadOnlyList<TopicSubscription>> AskAsync(AppConnection connection, CancellationToken stopping)
    {
        for (var delay = FirstDelay; ; delay = delay * 2 < MaxDelay ? delay * 2 : MaxDelay)
        {
            try
            {
                return (await connection.ListAsync(stopping)).Subscriptions;
            }
            catch (RpcException exception) when (exception.StatusCode == StatusCode.Unimplemented)
            {
                return [];
            }
            catch (RpcException exception)
            {
                stopping.ThrowIfCancellationRequested();
                LogNotUp(app.AppId, exception.StatusCode);
            }

            await Task.Delay(delay, options.Clock, stopping);
        }
    }

    private List<Subscription> Usable(IReadOnlyList<TopicSubscription> told)
    {
        var usable = new List<Subscription>();
        foreach (var one in told.DistinctBy(one => (one.PubsubName, one.Topic)))
        {
            if (!components.HasPubSub(one.PubsubName)) LogUnknownPubSub(app.AppId, one.Topic, one.PubsubName);
            else if (one.Routes is { Rules.Count: > 0 }) LogRules(app.AppId, one.Topic);
            else usable.Add(new Subscription(app.AppId, one.PubsubName, one.Topic, one.Routes?.Default ?? "", one.DeadLetterTopic));
        }

        return usable;
    }

    [LoggerMessage(9020, LogLevel.Debug, "{App} does not answer yet ({Status}).")]
    private partial void LogNotUp(string app, StatusCode status);

    [LoggerMessage(9021, LogLevel.Error, "{App} wants topic {Topic} of {PubSub}, which is not a pub/sub component here.")]
    private partial void LogUnknownPubSub(string app, string topic, string pubSub);

    [LoggerMessage(9022, LogLevel.Error, "{App} wants topic {Topic} routed by rules, which the embedded sidecar does not evaluate: it receives nothing.")]
    private partial void LogRules(string app, string topic);

    [LoggerMessage(9023, LogLevel.Warning, "{App} no longer wants topics with {Count} waiting events: they are given up.")]
    private partial void LogUnsubscribed(string app, int count);
}
