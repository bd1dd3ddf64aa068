using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Hosting.Log;

namespace Reseau.Hosting.Messaging;

/// <summary>Where the sidecar delivers topics. Success means handled; anything else and it comes back.</summary>
public sealed class TopicEndpoint<TDb>(IEnumerable<Subscriber<TDb>> subscribers) : AppCallback.AppCallbackBase where TDb : LogDb
{
    /// <inheritdoc />
    public override Task<ListTopicSubscriptionsResponse> ListTopicSubscriptions(Empty request, ServerCallContext context)
    {
        var answer = new ListTopicSubscriptionsResponse();
        answer.Subscriptions.AddRange(subscribers.Select(subscriber => new TopicSubscription
        {
            PubsubName = Topics.PubSub,
            Topic = subscriber.Source,
            DeadLetterTopic = Topics.DeadLetter(subscriber.Source),
        }));
        return Task.FromResult(answer);
    }

    /// <inheritdoc />
    public override async Task<TopicEventResponse> OnTopicEvent(TopicEventRequest request, ServerCallContext context)
    {
        var subscriber = subscribers.FirstOrDefault(s => s.Source == request.Topic);
        if (subscriber is null) return new() { Status = TopicEventResponse.Types.TopicEventResponseStatus.Drop };
        try
        {
            await subscriber.ReceiveAsync(Topics.Read(request.Data.ToStringUtf8()), context.CancellationToken);
        }
        catch (InvalidProtocolBufferException)
        {
            // Not a change of ours: the dead letter topic keeps it for a person to look at.
            return new() { Status = TopicEventResponse.Types.TopicEventResponseStatus.Drop };
        }
        return new() { Status = TopicEventResponse.Types.TopicEventResponseStatus.Success };
    }
}
