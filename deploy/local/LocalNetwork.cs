using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Reseau.Conventions;
using Reseau.Conventions.Views;
using Reseau.Gateway;
using Reseau.Hosting.Log;
using Reseau.Identity;
using Reseau.Partners;
using Reseau.Partners.Views;
using Reseau.Referrals;
using Reseau.Referrals.Views;
using Reseau.Sidecar;
using Reseau.Training;
using Reseau.Training.Views;

namespace Reseau.Local;

/// <summary>
/// The whole of Réseau in one process. Parts talk over loopback as they would over a network, so nothing in them changes
/// between a small town's machine and a cluster:
///  1. the identity provider, which has a key to make at its first start, and beside it
///  2. the sidecar, then the services, side by side;
///  3. the gateway, once all it routes to answers; then the sidecar learns where to deliver.
/// </summary>
internal sealed class LocalNetwork : IAsyncDisposable
{
    private static readonly string[] Services = ["partners", "referrals", "conventions", "training"];

    // Settings come from LocalSettings alone: no file of the folder it happens to be started in is read, and that folder,
    // which may be a whole source tree, is not watched for changes of such files.
    private static readonly string[] Args = ["--contentRoot", AppContext.BaseDirectory, "--hostBuilder:reloadConfigOnChange", "false"];

    private readonly LocalOptions _options;
    private readonly LocalSettings _settings;
    private readonly string _addresses;
    private readonly FileStream _lock;
    private readonly SidecarHost _sidecar;
    private readonly List<WebApplication> _started = [];
    private WebApplication? _identity;

    private LocalNetwork(LocalOptions options, FileStream taken)
    {
        _lock = taken;
        _options = options;
        _settings = new(options);
        _addresses = options.File("addresses.json");
        _sidecar = SidecarHost.Build(new()
        {
            DataFile = options.File("sidecar.db"),
            ApiToken = _settings.SidecarToken,
            Apps = [.. Services.Append("gateway").Select(app => new SidecarAppOptions { AppId = app, AppToken = _settings.AppToken })],
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
        return Build(service, settings.Service(service, nowhere, nowhere));
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
        if (_identity is not null) await _identity.DisposeAsync();
        File.Delete(_addresses);
        await _lock.DisposeAsync();
    }

    private async Task StartPartsAsync(CancellationToken cancellation)
    {
        await Task.WhenAll(Task.Run(() => StartIdentityAsync(cancellation), cancellation), StartServicesAsync(cancellation));

        // Composed last: its routes probe their destinations as soon as they exist.
        var gateway = GatewayApp.Build(Args, _settings.Gateway(_sidecar.GrpcAddress("gateway"), _sidecar.HttpAddress("gateway")));
        _started.Add(gateway);
        await gateway.StartAsync(cancellation);

        foreach (var app in Services) _sidecar.SetAppAddress(app, _settings.AddressOf(app));
        // Who wants to call a service past the gateway, such as the load program, finds its free port there.
        await File.WriteAllBytesAsync(_addresses, JsonSerializer.SerializeToUtf8Bytes(_settings.Addresses, JsonSerializerOptions.Web), cancellation);
    }

    private async Task StartIdentityAsync(CancellationToken cancellation)
    {
        _identity = IdentityHost.Build(new()
        {
            RealmFile = Path.Combine(AppContext.BaseDirectory, "reseau-realm.json"),
            PublicUrl = _options.PublicUrl,
            Port = new Uri(_settings.AddressOf("identity")).Port,
            DataDirectory = _options.File("identity"),
            Placeholders = DemoPlaceholders.For(_options.PublicUrl),
        });
        await _identity.StartAsync(cancellation);
    }

    private async Task StartServicesAsync(CancellationToken cancellation)
    {
        await _sidecar.StartAsync(cancellation);
        var (partners, referrals, conventions, training) = (Compose("partners"), Compose("referrals"), Compose("conventions"), Compose("training"));
        await Task.WhenAll(
            Task.Run(() => StartAsync<PartnersDb>(partners, cancellation), cancellation),
            Task.Run(() => StartAsync<ReferralsDb>(referrals, cancellation), cancellation),
            Task.Run(() => StartAsync<ConventionsDb>(conventions, cancellation), cancellation),
            Task.Run(() => StartAsync<TrainingDb>(training, cancellation), cancellation));
    }

    private WebApplication Compose(string service)
    {
        var app = Build(service, _settings.Service(service, _sidecar.GrpcAddress(service), _sidecar.HttpAddress(service)));
        _started.Add(app);
        return app;
    }

    private static WebApplication Build(string service, Action<WebApplicationBuilder> settings) => service switch
    {
        "partners" => PartnersApp.Build(Args, settings),
        "referrals" => ReferralsApp.Build(Args, settings),
        "conventions" => ConventionsApp.Build(Args, settings),
        "training" => TrainingApp.Build(Args, settings),
        _ => throw new ArgumentOutOfRangeException(nameof(service)),
    };

    private static async Task StartAsync<TDb>(WebApplication app, CancellationToken cancellation) where TDb : LogDb
    {
        await LogSetup.MigrateAsync<TDb>(app.Services);
        await app.StartAsync(cancellation);
    }
}
