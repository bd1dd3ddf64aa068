using Reseau.Sidecar;
using Reseau.Testing.Databases;

namespace Reseau.Testing.Hosts;

/// <summary>All services, talking to each other through one sidecar.</summary>
public sealed class NetworkHost : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("reseau-network-").FullName;
    private readonly Dictionary<string, string> _addresses =
        ((string[])["partners", "referrals", "conventions", "training"]).ToDictionary(app => app, _ => FreePort.Address(), StringComparer.Ordinal);

    /// <summary>The database they run on.</summary>
    public DatabaseProvider Provider { get; init; }

    /// <summary>The clock that all of them live by; of the machine unless said otherwise.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Loads the demo network.</summary>
    public bool Demo { get; init; }

    /// <summary>Where the sidecar delivers what is meant for the application at an address: straight there, unless something stands between.</summary>
    public Func<string, Task<string>> Delivery { get; init; } = Task.FromResult;

    /// <summary>Where a service finds the sidecar that is at an address: there, unless something stands between.</summary>
    public Func<string, string> ToSidecar { get; init; } = address => address;

    /// <summary>The directory.</summary>
    public PartnersHost Partners { get; private set; } = null!;

    /// <summary>The referrals.</summary>
    public ReferralsHost Referrals { get; private set; } = null!;

    /// <summary>The conventions.</summary>
    public ConventionsHost Conventions { get; private set; } = null!;

    /// <summary>The training.</summary>
    public TrainingHost Training { get; private set; } = null!;

    /// <summary>What carries their messages.</summary>
    public SidecarHost Sidecar { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        var deliveries = await Task.WhenAll(_addresses.Select(async app => (App: app.Key, Address: await Delivery(app.Value))));
        Sidecar = await SidecarHost.StartAsync(new()
        {
            DataFile = Path.Combine(_data, "sidecar.db"),
            Apps = [.. deliveries.Select(to => new SidecarAppOptions { AppId = to.App, AppAddress = to.Address, AppToken = TestSettings.AppToken })],
        });
        Partners = new() { Provider = Provider, Clock = Clock, Demo = Demo, Sidecar = Sidecar, ToSidecar = ToSidecar, Address = _addresses["partners"], Others = _addresses };
        Referrals = new() { Provider = Provider, Clock = Clock, Sidecar = Sidecar, ToSidecar = ToSidecar, Address = _addresses["referrals"], Others = _addresses };
        Conventions = new() { Provider = Provider, Clock = Clock, Demo = Demo, Sidecar = Sidecar, ToSidecar = ToSidecar, Address = _addresses["conventions"], Others = _addresses };
        Training = new() { Provider = Provider, Clock = Clock, Demo = Demo, Sidecar = Sidecar, ToSidecar = ToSidecar, Address = _addresses["training"], Others = _addresses };
        await Task.WhenAll(Partners.InitializeAsync(), Referrals.InitializeAsync(), Conventions.InitializeAsync(), Training.InitializeAsync());
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await Task.WhenAll(Partners.DisposeAsync(), Referrals.DisposeAsync(), Conventions.DisposeAsync(), Training.DisposeAsync());
        await Sidecar.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
