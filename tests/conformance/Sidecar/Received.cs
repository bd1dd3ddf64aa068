using Dapr.AppCallback.Autogen.Grpc.v1;
using Grpc.Core;

namespace Reseau.Conformance.Sidecar;

/// <summary>One delivery, with what came beside it.</summary>
public sealed record Received(TopicEventRequest Event, Metadata Headers)
{
    public string Id => Event.Id;

    public string Topic => Event.Topic;

    public string Text => Event.Data.ToStringUtf8();
}
