namespace Dapr.Client;

// Publishing: accepted when the call returns, delivered later and at least once.
public abstract partial class DaprClient
{
    /// <summary>Publishes an object as JSON, or a <see cref="CloudEvent"/> as the envelope itself.</summary>
    /// <typeparam name="TData">Type of the payload.</typeparam>
    /// <param name="pubsubName">Pub/sub component.</param>
    /// <param name="topicName">Topic.</param>
    /// <param name="data">Payload.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the sidecar has the event.</returns>
    public abstract Task PublishEventAsync<TData>(string pubsubName, string topicName, TData data, CancellationToken cancellationToken = default);

    /// <summary>Publishes an object as JSON, or a <see cref="CloudEvent"/> as the envelope itself, with settings.</summary>
    /// <typeparam name="TData">Type of the payload.</typeparam>
    /// <param name="pubsubName">Pub/sub component.</param>
    /// <param name="topicName">Topic.</param>
    /// <param name="data">Payload.</param>
    /// <param name="metadata">Settings, such as "cloudevent.id" or "ttlInSeconds".</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the sidecar has the event.</returns>
    public abstract Task PublishEventAsync<TData>(
        string pubsubName,
        string topicName,
        TData data,
        Dictionary<string, string> metadata,
        CancellationToken cancellationToken = default);

    /// <summary>Publishes an event without payload.</summary>
    /// <param name="pubsubName">Pub/sub component.</param>
    /// <param name="topicName">Topic.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the sidecar has the event.</returns>
    public abstract Task PublishEventAsync(string pubsubName, string topicName, CancellationToken cancellationToken = default);

    /// <summary>Publishes an event without payload, with settings.</summary>
    /// <param name="pubsubName">Pub/sub component.</param>
    /// <param name="topicName">Topic.</param>
    /// <param name="metadata">Settings, such as "cloudevent.id" or "ttlInSeconds".</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the sidecar has the event.</returns>
    public abstract Task PublishEventAsync(
        string pubsubName,
        string topicName,
        Dictionary<string, string> metadata,
        CancellationToken cancellationToken = default);

    /// <summary>Publishes bytes as they are.</summary>
    /// <param name="pubsubName">Pub/sub component.</param>
    /// <param name="topicName">Topic.</param>
    /// <param name="data">Payload.</param>
    /// <param name="dataContentType">Media type of the payload.</param>
    /// <param name="metadata">Settings, such as "cloudevent.id" or "ttlInSeconds".</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the sidecar has the event.</returns>
    public abstract Task PublishByteEventAsync(
        string pubsubName,
        string topicName,
        ReadOnlyMemory<byte> data,
        string dataContentType = "application/json",
        Dictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);

    /// <summary>Publishes several events to one topic: byte arrays as they are, envelopes as envelopes, the rest as JSON.</summary>
    /// <typeparam name="TValue">Type of the payloads.</typeparam>
    /// <param name="pubsubName">Pub/sub component.</param>
    /// <param name="topicName">Topic.</param>
    /// <param name="events">Payloads, at least one.</param>
    /// <param name="metadata">Settings of each event.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The events that were left out.</returns>
    public abstract Task<BulkPublishResponse<TValue>> BulkPublishEventAsync<TValue>(
        string pubsubName,
        string topicName,
        IReadOnlyList<TValue> events,
        Dictionary<string, string>? metadata = null,
        CancellationToken cancellationToken = default);
}
