using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reseau.Hosting.Log;
using Reseau.Sidecar;
using Reseau.Testing.Databases;

namespace Reseau.Testing.Hosts;

/// <summary>
/// A service of Réseau as it is composed, on a free port: its own database, the identity provider, a sidecar. Ending it
/// fails the test when the service logged an error nobody expected.
/// </summary>
/// <param name="name">Name of the service: <c>partners</c>.</param>
public abstract class ServiceHost<TDb>(string name) : IAsyncLifetime where TDb : LogDb
{
    private readonly string _data = Directory.CreateTempSubdirectory($"reseau-{name}-").FullName;
    private TestDatabase? _database;
    private SidecarHost? _ownSidecar;
    private WebApplication? _app;
    private GrpcChannel? _channel;

    /// <summary>The database it runs on.</summary>
    public DatabaseProvider Provider { get; init; }

    /// <summary>The clock it lives by; of the machine unless said otherwise.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A sidecar shared with other services; its own when none is given.</summary>
    public SidecarHost? Sidecar { get; init; }

    /// <summary>Where it finds its sidecar: at the sidecar's own address, unless something stands between.</summary>
    public Func<string, string> ToSidecar { get; init; } = address => address;

    /// <summary>Where it listens.</summary>
    public string Address { get; init; } = FreePort.Address();

    /// <summary>Where the other services are, by name; nowhere unless said.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Loads the demo network into an empty directory.</summary>
    public bool Demo { get; init; }

    /// <summary>Settings beside those every service has.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Event ids of errors that the test provokes.</summary>
    public int[] ExpectedErrors { get; set; } = [];

    /// <summary>What it logs.</summary>
    public LogGuard Logs { get; } = new();

    /// <summary>What the service is made of.</summary>
    public IServiceProvider Services => _app!.Services;

    /// <summary>A channel without token.</summary>
    public GrpcChannel Channel => _channel!;

    /// <summary>The sidecar it talks to.</summary>
    protected SidecarHost UsedSidecar => Sidecar ?? _ownSidecar!;

    /// <inheritdoc />
    public virtual async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(Provider);
        if (Sidecar is null)
        {
            _ownSidecar = await SidecarHost.StartAsync(new()
            {
                DataFile = Path.Combine(_data, "sidecar.db"), Apps = [new() { AppId = name, AppToken = TestSettings.AppToken, AppAddress = Address }],
            });
        }
        await StartAsync();
    }

    /// <inheritdoc />
    public virtual async Task DisposeAsync()
    {
        await StopAsync();
        if (_ownSidecar is not null) await _ownSidecar.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        Directory.Delete(_data, recursive: true);
        Logs.AssertNoErrors(ExpectedErrors);
    }

    /// <summary>Starts the service on its database; also after <see cref="StopAsync"/>.</summary>
    public async Task StartAsync()
    {
        var settings = await SettingsAsync();
        _app = Build(builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(Logs);
            builder.Services.AddSingleton(Clock);
        });
        await LogSetup.MigrateAsync<TDb>(_app.Services);
        await _app.StartAsync();
        _channel = GrpcChannel.ForAddress(Address);
    }

    /// <summary>Stops the service and keeps its database.</summary>
    public async Task StopAsync()
    {
        _channel?.Dispose();
        if (_app is null) return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>Calls with the token of a demo client or person.</summary>
    public async Task<CallInvoker> AsAsync(string account)
    {
        var headers = await (await TestIdentity.SharedAsync()).HeadersAsync(account);
        return Channel.Intercept(given =>
        {
            foreach (var header in headers) given.Add(header);
            return given;
        });
    }

    /// <summary>Looks into the database.</summary>
    public async Task<T> ReadAsync<T>(Func<TDb, Task<T>> question)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContextAsync();
        return await question(db);
    }

    /// <summary>Composes the service.</summary>
    protected abstract WebApplication Build(Action<WebApplicationBuilder> host);

    private async Task<IEnumerable<(string Key, string Value)>> SettingsAsync() =>
    [
        .. TestSettings.Of(name, Address, _database!.Options, (await TestIdentity.SharedAsync()).Url, (ToSidecar(UsedSidecar.GrpcAddress(name)), UsedSidecar.HttpAddress(name)), Others),
        ("Demo", Demo.ToString()),
        .. Settings.Select(setting => (setting.Key, setting.Value)),
    ];
}
