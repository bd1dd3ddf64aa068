using System.Collections.Concurrent;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Dapr.Client;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reseau.Conformance.EventLog.Counters;
using Reseau.Events.V1;
using Reseau.Hosting.Messaging;
using Reseau.Sidecar;
using Reseau.Testing;

namespace Reseau.Conformance.EventLog;

/// <summary>A sidecar and an application behind it that keeps what is published on the topic of the counters.</summary>
internal sealed class TopicInbox : IAsyncDisposable
{
    private const string App = "inbox";

    private readonly string _folder = Directory.CreateTempSubdirectory("reseau-inbox-").FullName;
    private readonly ConcurrentQueue<Change> _received = new();
    private WebApplication _app = null!;
    private SidecarHost _sidecar = null!;

    /// <summary>Positions in the order they came.</summary>
    public IReadOnlyList<long> Positions => [.. _received.Select(change => change.Position)];

    public static async Task<TopicInbox> StartAsync()
    {
        var inbox = new TopicInbox();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(inbox._received);
        inbox._app = builder.Build();
        inbox._app.MapGrpcService<Callback>();
        await inbox._app.StartAsync();

        inbox._sidecar = await SidecarHost.StartAsync(new()
        {
            DataFile = Path.Combine(inbox._folder, "sidecar.db"), Apps = [new() { AppId = App, AppAddress = inbox._app.Urls.Single() }],
        });
        await Eventually.GetAsync(() => inbox._sidecar.IsSubscribed(App), yes => yes);
        return inbox;
    }

    /// <summary>A client of the sidecar.</summary>
    /// <param name="between">Stands between client and sidecar; null for nothing.</param>
    public DaprClient Connect(HttpMessageHandler? between = null) => new DaprClientBuilder()
        .UseGrpcEndpoint(_sidecar.GrpcAddress(App))
        .UseHttpEndpoint(_sidecar.HttpAddress(App))
        .UseGrpcChannelOptions(new() { HttpHandler = between })
        .Build();

    /// <summary>Waits until so many came.</summary>
    public Task<IReadOnlyList<long>> WaitAsync(int count) => Eventually.GetAsync(() => Positions, positions => positions.Count >= count);

    public async ValueTask DisposeAsync()
    {
        await _sidecar.DisposeAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Callback(ConcurrentQueue<Change> received) : AppCallback.AppCallbackBase
    {
        public override Task<ListTopicSubscriptionsResponse> ListTopicSubscriptions(Empty request, ServerCallContext context) => Task.FromResult(
            new ListTopicSubscriptionsResponse { Subscriptions = { new TopicSubscription { PubsubName = Topics.PubSub, Topic = CounterLog.Name } } });

        public override Task<TopicEventResponse> OnTopicEvent(TopicEventRequest request, ServerCallContext context)
        {
            received.Enqueue(Topics.Read(request.Data.ToStringUtf8()));
            return Task.FromResult(new TopicEventResponse());
        }
    }
}
