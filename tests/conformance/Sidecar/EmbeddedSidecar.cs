using Reseau.Sidecar;

namespace Reseau.Conformance.Sidecar;

/// <summary>An embedded sidecar of a test's own, that it may stop, crash and start again on the same file.</summary>
internal sealed class EmbeddedSidecar : IAsyncDisposable
{
    public const string AppId = "embedded";

    private readonly string _folder = Directory.CreateTempSubdirectory("reseau-sidecar-").FullName;
    private readonly List<SidecarUnderTest> _connections = [];
    private int _generation;

    public SidecarHost Host { get; private set; } = null!;

    /// <summary>Applications besides <see cref="AppId"/>.</summary>
    public IReadOnlyList<string> OtherApps { get; init; } = [];

    public DeliveryOptions Delivery { get; init; } = new() { MaxAttempts = 3, FirstDelay = TimeSpan.FromMilliseconds(20), MaxDelay = TimeSpan.FromMilliseconds(50) };

    public IReadOnlyList<StateStoreOptions> StateStores { get; init; } = [new(SidecarUnderTest.States, StateKeyPrefix.None), new("own", StateKeyPrefix.AppId)];

    public async Task StartAsync(CallbackApp? app = null)
    {
        Host = await SidecarHost.StartAsync(new SidecarOptions
        {
            DataFile = DataFile,
            Apps = [new() { AppId = AppId, AppAddress = app?.Address }, .. OtherApps.Select(other => new SidecarAppOptions { AppId = other })],
            Delivery = Delivery,
            StateStores = StateStores,
        });
        if (app is not null) await Subscribed(AppId);
    }

    public Task Subscribed(string appId) => Eventually.Get(() => Host.IsSubscribed(appId), yes => yes, TimeSpan.FromSeconds(10));

    public SidecarUnderTest For(string appId)
    {
        var connection = new SidecarUnderTest(Host.GrpcAddress(appId), Host.HttpAddress(appId), token: "") { AppId = appId, AppToken = "" };
        _connections.Add(connection);
        return connection;
    }

    public async Task StopAsync() => await Host.DisposeAsync();

    /// <summary>Starts on what a killed process would have left: the files as they are now, while the first sidecar still runs.</summary>
    public async Task CrashAndStartAsync(CallbackApp? app = null)
    {
        var (left, crashed) = (DataFile, Host);
        _generation++;
        foreach (var suffix in new[] { "", "-wal" })
        {
            if (File.Exists(left + suffix)) File.Copy(left + suffix, DataFile + suffix);
        }

        await crashed.DisposeAsync();
        await StartAsync(app);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections) connection.Dispose();
        await Host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string DataFile => Path.Combine(_folder, $"sidecar-{_generation}.db");
}
