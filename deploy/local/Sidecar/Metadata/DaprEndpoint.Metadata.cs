using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Sidecar.Hosting;

namespace Reseau.Sidecar;

internal sealed partial class DaprEndpoint
{
    // Says what it is: nobody who reads it should believe a daprd is there.
    private static readonly string RuntimeVersion = $"{typeof(DaprEndpoint).Assembly.GetName().Version?.ToString(3)}-reseau-embedded";

    public override Task<GetMetadataResponse> GetMetadata(GetMetadataRequest request, ServerCallContext context)
    {
        var app = AppOf(context);
        var response = new GetMetadataResponse { Id = app.AppId, RuntimeVersion = RuntimeVersion };
        foreach (var (key, value) in app.Attributes) response.ExtendedMetadata[key] = value;
        response.ExtendedMetadata["daprRuntimeVersion"] = RuntimeVersion;

        response.RegisteredComponents.AddRange(options.StateStores.Select(store => Component(store.Name, "state.embedded", "ETAG", "TRANSACTIONAL", "TTL")));
        response.RegisteredComponents.AddRange(options.PubSubs.Select(name => Component(name, "pubsub.embedded")));
        response.RegisteredComponents.AddRange(options.LockStores.Select(name => Component(name, "lock.embedded")));
        Describe(app, response);
        return Task.FromResult(response);
    }

    public override Task<Empty> SetMetadata(SetMetadataRequest request, ServerCallContext context)
    {
        AppOf(context).Attributes[request.Key] = request.Value;
        return Task.FromResult(new Empty());
    }

    private static void Describe(SidecarApp app, GetMetadataResponse response)
    {
        if (app.Address is { } address)
        {
            var uri = new Uri(address);
            response.AppConnectionProperties = new AppConnectionProperties { Port = uri.Port, Protocol = "grpc", ChannelAddress = uri.Host };
        }

        foreach (var subscription in app.Subscriptions ?? [])
        {
            response.Subscriptions.Add(new PubsubSubscription
            {
                PubsubName = subscription.PubSub,
                Topic = subscription.Topic,
                DeadLetterTopic = subscription.DeadLetterTopic,
                Type = PubsubSubscriptionType.Programmatic,
            });
        }
    }

    private static RegisteredComponents Component(string name, string type, params string[] capabilities) =>
        new() { Name = name, Type = type, Version = "v1", Capabilities = { capabilities } };
}
