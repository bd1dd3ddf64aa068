using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reseau.Sidecar.Hosting;
using Reseau.Sidecar.Locks;
using Reseau.Sidecar.PubSub;
using Reseau.Sidecar.State;
using Reseau.Sidecar.Storage;

namespace Reseau.Sidecar;

/// <summary>
/// The embedded sidecar: the Dapr API of the local edition, for several applications in one process, each on its own loopback
/// port. Applications cannot tell it from a real one for what they use; <c>tests/conformance</c> holds both to the same words.
/// Everything accepted is on disk before it is acknowledged.
/// </summary>
public sealed class SidecarHost : IAsyncDisposable
{
    private readonly WebApplication _web;

    private SidecarHost(WebApplication web) => _web = web;

    /// <summary>Builds a sidecar that does not listen yet.</summary>
    public static SidecarHost Build(SidecarOptions options)
    {
        // Empty: the embedding program's environment and settings files are about its own ports, not about these.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        options.Logging(builder.Logging);

        var apps = new SidecarApps(options);
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<ApiTokenInterceptor>());
        builder.Services.Configure<KestrelServerOptions>(apps.Listen);
        builder.Services
            .AddSingleton<IHostLifetime, EmbeddedLifetime>()
            .AddSingleton(options)
            .AddSingleton(options.Clock)
            .AddSingleton(apps)
            .AddSingleton<Components>()
            .AddSingleton<ApiTokenInterceptor>()
            .AddSingleton(_ => new Database(options.DataFile))
            .AddSingleton<StateStore>()
            .AddSingleton<LockTable>()
            .AddSingleton<Signals>()
            .AddSingleton<Subscriptions>()
            .AddSingleton<MessageQueue>()
            .AddSingleton<DaprEndpoint>()
            .AddSingleton<Deliveries>()
            .AddHostedService(services => services.GetRequiredService<Deliveries>())
            .AddHostedService<ExpirySweeper>();

        var web = builder.Build();
        web.MapGrpcService<DaprEndpoint>();
        Health.Map(web);
        return new SidecarHost(web);
    }

    /// <summary>Builds a sidecar and opens its ports.</summary>
    public static async Task<SidecarHost> StartAsync(SidecarOptions options, CancellationToken cancellationToken = default)
    {
        var host = Build(options);
        await host.StartAsync(cancellationToken);
        return host;
    }

    /// <summary>Opens the ports and starts delivering to the applications whose address is known.</summary>
    public Task StartAsync(CancellationToken cancellationToken = default) => _web.StartAsync(cancellationToken);

    /// <summary>Closes the ports. Events being delivered are offered again at the next start.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => _web.StopAsync(cancellationToken);

    /// <summary>Address of the Dapr API for one application (DAPR_GRPC_ENDPOINT), once started.</summary>
    public string GrpcAddress(string appId) => Address(Apps.Get(appId).Grpc);

    /// <summary>Address of the health endpoints for one application (DAPR_HTTP_ENDPOINT), once started.</summary>
    public string HttpAddress(string appId) => Address(Apps.Get(appId).Http);

    /// <summary>Tells where an application receives events; it may move, and the sidecar may not be started yet.</summary>
    public void SetAppAddress(string appId, string address) => _web.Services.GetRequiredService<Deliveries>().Move(appId, address);

    /// <summary>Whether an application has told which topics it wants, so that events published from now on wait for it.</summary>
    public bool IsSubscribed(string appId) => Apps.Get(appId).Subscriptions is not null;

    /// <summary>Events accepted and not yet settled, for one application and topic, over all pub/sub components.</summary>
    public long Pending(string appId, string topic) =>
        QueueDepths().Where(depth => depth.AppId == appId && depth.Topic == topic).Sum(depth => depth.Pending);

    /// <summary>Every queue that is not empty.</summary>
    public IReadOnlyList<QueueDepth> QueueDepths() => Queue.Depths();

    /// <summary>Dead letters whose topic nobody receives, oldest first.</summary>
    public IReadOnlyList<DeadLetter> DeadLetters() => Queue.DeadLetters();

    /// <summary>Offers an application its dead letters of one topic again, after what already waits; returns how many.</summary>
    public Task<int> ReplayDeadLettersAsync(string appId, string pubSub, string topic) => Queue.ReplayAsync(appId, pubSub, topic);

    /// <summary>Stops, and closes the data file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
    }

    private SidecarApps Apps => _web.Services.GetRequiredService<SidecarApps>();

    private MessageQueue Queue => _web.Services.GetRequiredService<MessageQueue>();

    private static string Address(ListenOptions? listening) =>
        listening?.IPEndPoint is { Port: > 0 } endpoint
            ? $"http://{endpoint}"
            : throw new InvalidOperationException("The sidecar has no ports until it is started.");
}
