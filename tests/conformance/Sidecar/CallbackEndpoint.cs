using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Reseau.Conformance.Sidecar;

/// <summary>The gRPC face of <see cref="CallbackApp"/>.</summary>
public sealed class CallbackEndpoint(Inboxes inboxes) : AppCallback.AppCallbackBase
{
    public override Task<ListTopicSubscriptionsResponse> ListTopicSubscriptions(Empty request, ServerCallContext context)
    {
        var response = new ListTopicSubscriptionsResponse();
        foreach (var topic in Topics.All)
        {
            response.Subscriptions.Add(new TopicSubscription
            {
                PubsubName = SidecarUnderTest.Events,
                Topic = topic,
                DeadLetterTopic = topic == Topics.Poisoned ? Topics.PoisonedDead : "",
            });
        }

        return Task.FromResult(response);
    }

    public override Task<TopicEventResponse> OnTopicEvent(TopicEventRequest request, ServerCallContext context) =>
        Task.FromResult(inboxes.Deliver(new Received(request, context.RequestHeaders)));
}
