using System.Globalization;
using Reseau.Hosting.Log;
using Reseau.Journeys.Local;
using Reseau.Sidecar;
using Reseau.Testing.Hosts;

namespace Reseau.Chaos;

/// <summary>
/// Both services, each in a process of its own, with their databases in one folder; the sidecar and the identity provider live in the test's
/// process and go on, as they do in a deployment when a service is killed. Starting a service alone takes a fraction of the whole edition's time.
/// </summary>
internal sealed class TwoServices : IAsyncDisposable
{
    private readonly Dictionary<string, string> _addresses;
    private readonly Dictionary<string, ServiceProcess> _processes = new(StringComparer.Ordinal);
    private readonly string _identity;
    private readonly SidecarHost _sidecar;

    private TwoServices(DataFolder data, string identity, SidecarHost sidecar, Dictionary<string, string> addresses) =>
        (Data, _identity, _sidecar, _addresses) = (data, identity, sidecar, addresses);

    /// <summary>Where the databases are, the sidecar's too.</summary>
    public DataFolder Data { get; }

    /// <summary>Starts both, with the demo network.</summary>
    public static async Task<TwoServices> StartAsync()
    {
        var data = new DataFolder();
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal) { ["partners"] = NewAddress(), ["referrals"] = NewAddress() };
        var sidecar = await SidecarHost.StartAsync(new()
        {
            DataFile = data.File("sidecar.db"),
            Apps = [.. addresses.Select(app => new SidecarAppOptions { AppId = app.Key, AppAddress = app.Value, AppToken = TestSettings.AppToken })],
        });
        var network = new TwoServices(data, (await TestIdentity.SharedAsync()).Url, sidecar, addresses);
        var ready = await Task.WhenAll(addresses.Keys.Select(service => network.Begin(service).IsReadyAsync()));
        Assert.DoesNotContain(false, ready);
        return network;
    }

    /// <summary>Starts a service that is not running, without waiting.</summary>
    public ServiceProcess Begin(string service, Doom? doom = null)
    {
        var database = new DatabaseOptions { Provider = "Sqlite", ConnectionString = $"Data Source={Data.File(service)}.db" };
        var sidecar = (_sidecar.GrpcAddress(service), _sidecar.HttpAddress(service));
        var settings = TestSettings.Of(service, _addresses[service], database, _identity, sidecar, _addresses).Append(("Demo", "true"));
        return _processes[service] = ServiceProcess.Begin(service, _addresses[service], settings, doom);
    }

    /// <summary>SIGKILL, at whatever point; nothing when it is dead.</summary>
    public async Task KillAsync(string service)
    {
        if (_processes.Remove(service, out var process)) await process.DisposeAsync();
    }

    /// <summary>The callers of the referral service.</summary>
    public Task<Life> LifeAsync() => Life.OfAsync(_addresses["referrals"], _identity);

    /// <summary>Somebody at the directory's own door.</summary>
    public async Task<Party> AtTheDirectoryAsync() => Party.With(await new TestIdentity(_identity).TokenAsync(Party.Ccas), _addresses["partners"]);

    /// <summary>
    /// What a killed service left on the disk, as a copy: looking into the files themselves would put them in order, which is for the next
    /// process to do.
    /// </summary>
    public DataFolder Remains(string service)
    {
        var copy = new DataFolder();
        foreach (var file in Data.Files.Select(path => Path.GetFileName(path)).Where(name => name == $"{service}.db" || name == $"{service}.db-wal"))
            File.Copy(Data.File(file), copy.File(file));
        return copy;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var service in _addresses.Keys) await KillAsync(service);
        await _sidecar.DisposeAsync();
        Data.Dispose();
    }

    private static string NewAddress() => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}");
}
