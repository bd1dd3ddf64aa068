using System.Globalization;
using System.Text.Json;
using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Sidecar.PubSub;

namespace Reseau.Sidecar;

internal sealed partial class DaprEndpoint
{
    public override async Task<Empty> PublishEvent(PublishEventRequest request, ServerCallContext context)
    {
        RequireTopic(request.PubsubName, request.Topic);
        await queue.PublishAsync([Publication(request.PubsubName, request.Topic, request.Data, request.DataContentType, request.Metadata, context)]);
        return new Empty();
    }

    public override Task<BulkPublishResponse> BulkPublishEventAlpha1(BulkPublishRequest request, ServerCallContext context) =>
        BulkPublishEvent(request, context);

    // One commit: all entries are accepted, or the call fails. There is no failed entry to report.
    public override async Task<BulkPublishResponse> BulkPublishEvent(BulkPublishRequest request, ServerCallContext context)
    {
        RequireTopic(request.PubsubName, request.Topic);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var publications = new List<Publication>(request.Entries.Count);
        foreach (var entry in request.Entries)
        {
            if (entry.EntryId.Length == 0 || !ids.Add(entry.EntryId))
                throw Refused(StatusCode.InvalidArgument, $"error when marshalling envelope to byte array for topic {request.Topic}: entryId is duplicated or not present for entry");

            var metadata = request.Metadata.Clone();
            foreach (var (name, value) in entry.Metadata) metadata[name] = value;
            publications.Add(Publication(request.PubsubName, request.Topic, entry.Event, entry.ContentType, metadata, context));
        }

        await queue.PublishAsync(publications);
        return new BulkPublishResponse();
    }

    private void RequireTopic(string pubSub, string topic)
    {
        components.RequirePubSub(pubSub);
        if (topic.Length == 0) throw Refused(StatusCode.InvalidArgument, $"topic is empty in pubsub {pubSub}");
    }

    private Publication Publication(
        string pubSub,
        string topic,
        ByteString data,
        string contentType,
        MapField<string, string> metadata,
        ServerCallContext context)
    {
        RefuseRawPayload(metadata);
        var now = clock.GetUtcNow();
        var published = new PublishedEvent(AppOf(context).AppId, pubSub, topic, data, contentType, now)
        {
            Metadata = metadata,
            TraceParent = context.RequestHeaders.GetValue("traceparent") ?? "",
            TraceState = context.RequestHeaders.GetValue("tracestate") ?? "",
            ExpiresAt = EventExpiry(metadata, now),
        };

        return new Publication(pubSub, topic, Envelope(published), published.ExpiresAt?.ToUnixTimeMilliseconds());
    }

    // What is accepted must be deliverable: an envelope that cannot be taken apart would hold its topic back for ever.
    private static byte[] Envelope(PublishedEvent published)
    {
        try
        {
            var envelope = EnvelopeWriter.Wrap(published);
            if (MediaType.Is(published.ContentType, MediaType.Envelope)) EnvelopeReader.Check(envelope);
            return envelope;
        }
        catch (Exception exception) when (exception is JsonException or InvalidJsonException or FormatException or InvalidOperationException)
        {
            throw Refused(StatusCode.InvalidArgument, $"cannot create cloudevent for topic {published.Topic}: the payload is not a CloudEvent in JSON");
        }
    }

    private static void RefuseRawPayload(MapField<string, string> metadata)
    {
        if (!metadata.TryGetValue("rawPayload", out var text)) return;
        if (!bool.TryParse(text, out var raw)) throw Refused(StatusCode.InvalidArgument, "failed deserializing metadata: rawPayload must be a boolean");
        if (raw) throw Refused(StatusCode.Unimplemented, "the embedded sidecar publishes no raw payloads: every event has an envelope");
    }

    private static DateTimeOffset? EventExpiry(MapField<string, string> metadata, DateTimeOffset now)
    {
        if (!metadata.TryGetValue("ttlInSeconds", out var text)) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? now.AddSeconds(seconds)
            : throw Refused(StatusCode.InvalidArgument, "failed deserializing metadata: ttlInSeconds must be a positive number");
    }
}
