using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Hosting.Log;
using Reseau.Hosting.Telemetry;

namespace Reseau.Hosting.Messaging;

/// <summary>Where the sidecar delivers topics. Success means heard: what became of it is between the cursor and the source's log.</summary>
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
    public override Task<TopicEventResponse> OnTopicEvent(TopicEventRequest request, ServerCallContext context)
    {
        var subscriber = subscribers.FirstOrDefault(s => s.Source == request.Topic);
        if (subscriber is null) return Answer(TopicEventResponse.Types.TopicEventResponseStatus.Drop);
        try
        {
            var change = Topics.Read(request.Data.ToStringUtf8());
            subscriber.Hear(change);
            Steps.Pass(Steps.Heard, change.Position);
            return Answer(TopicEventResponse.Types.TopicEventResponseStatus.Success);
        }
        catch (InvalidProtocolBufferException)
        {
            // Not a change of ours: the dead letter topic keeps it for a person to look at.
            return Answer(TopicEventResponse.Types.TopicEventResponseStatus.Drop);
        }
    }

    private static Task<TopicEventResponse> Answer(TopicEventResponse.Types.TopicEventResponseStatus status) => Task.FromResult(new TopicEventResponse { Status = status });
}
