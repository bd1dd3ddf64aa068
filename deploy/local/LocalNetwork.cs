using Microsoft.AspNetCore.Builder;
using Reseau.Gateway;
using Reseau.Hosting.Log;
using Reseau.Identity;
using Reseau.Partners;
using Reseau.Partners.Views;
using Reseau.Referrals;
using Reseau.Referrals.Views;
using Reseau.Sidecar;

namespace Reseau.Local;

/// <summary>
/// The whole of Réseau in one process. Parts talk over loopback as they would over a network, so nothing in them changes
/// between a small town's machine and a cluster:
///  1. the identity provider and the sidecar, which the others need;
///  2. the services, side by side, and the gateway's composition meanwhile;
///  3. the gateway, once all it routes to answers; then the sidecar learns where to deliver.
/// </summary>
internal sealed class LocalNetwork : IAsyncDisposable
{
    private static readonly string[] Apps = ["partners", "referrals", "gateway"];

    private readonly LocalSettings _settings;
    private readonly FileStream _lock;
    private readonly WebApplication _identity;
    private readonly SidecarHost _sidecar;
    private readonly List<WebApplication> _started = [];

    private LocalNetwork(LocalOptions options, FileStream taken)
    {
        _lock = taken;
        _settings = new(options);
        _identity = IdentityHost.Build(new()
        {
            RealmFile = Path.Combine(AppContext.BaseDirectory, "reseau-realm.json"),
            PublicUrl = options.PublicUrl,
            Port = new Uri(_settings.AddressOf("identity")).Port,
            DataDirectory = options.File("identity"),
            Placeholders = DemoPlaceholders.For(options.PublicUrl),
        });
        _sidecar = SidecarHost.Build(new()
        {
            DataFile = options.File("sidecar.db"),
            ApiToken = _settings.SidecarToken,
            Apps = [.. Apps.Select(app => new SidecarAppOptions { AppId = app, AppToken = _settings.AppToken })],
        });
    }

    /// <summary>Starts everything; returns when the first request can be served.</summary>
    /// <exception cref="IOException">The data folder is in use.</exception>
    public static async Task<LocalNetwork> StartAsync(LocalOptions options, CancellationToken cancellation)
    {
        Directory.CreateDirectory(options.Data);
        var network = new LocalNetwork(options, TakeLock(options));
        try
        {
            await network.StartPartsAsync(cancellation);
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    /// <summary>A service that does not listen, for the commands that work on its database.</summary>
    public static WebApplication Offline(string service, LocalOptions options)
    {
        const string nowhere = "http://127.0.0.1:9";
        var settings = new LocalSettings(options);
        return service == "partners"
            ? PartnersApp.Build([], settings.Service(service, nowhere, nowhere))
            : ReferralsApp.Build([], settings.Service(service, nowhere, nowhere));
    }

    /// <summary>Only one process works on a data folder.</summary>
    /// <exception cref="IOException">Another one does.</exception>
    public static FileStream TakeLock(LocalOptions options)
    {
        try
        {
            return new(options.File("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure)
        {
            throw new IOException($"{options.Data} is in use by another Réseau: stop it, or choose another folder with --data.", failure);
        }
    }

    /// <summary>Waits until the process is asked to stop.</summary>
    public static async Task WaitAsync(CancellationToken cancellation)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellation.Register(stopped.SetResult);
        await stopped.Task;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var app in Enumerable.Reverse(_started))
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await app.StopAsync(patience.Token);
            await app.DisposeAsync();
        }
        await _sidecar.DisposeAsync();
        await _identity.DisposeAsync();
        await _lock.DisposeAsync();
    }

    private async Task StartPartsAsync(CancellationToken cancellation)
    {
        await Task.WhenAll(_identity.StartAsync(cancellation), _sidecar.StartAsync(cancellation));

        var partners = PartnersApp.Build([], _settings.Service("partners", _sidecar.GrpcAddress("partners"), _sidecar.HttpAddress("partners")));
        _started.Add(partners);
        var referrals = ReferralsApp.Build([], _settings.Service("referrals", _sidecar.GrpcAddress("referrals"), _sidecar.HttpAddress("referrals")));
        _started.Add(referrals);
        var services = Task.WhenAll(
            Task.Run(() => StartAsync<PartnersDb>(partners, cancellation), cancellation), Task.Run(() => StartAsync<ReferralsDb>(referrals, cancellation), cancellation));
        var gateway = GatewayApp.Build([], _settings.Gateway(_sidecar.GrpcAddress("gateway"), _sidecar.HttpAddress("gateway")));
        _started.Add(gateway);
        await services;
        await gateway.StartAsync(cancellation);

        foreach (var app in (string[])["partners", "referrals"]) _sidecar.SetAppAddress(app, _settings.AddressOf(app));
    }

    private static async Task StartAsync<TDb>(WebApplication app, CancellationToken cancellation) where TDb : LogDb
    {
        await LogSetup.MigrateAsync<TDb>(app.Services);
        await app.StartAsync(cancellation);
    }
}
