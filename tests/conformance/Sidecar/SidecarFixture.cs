using System.Globalization;
using Reseau.Sidecar;

namespace Reseau.Conformance.Sidecar;

/// <summary>
/// The sidecar this run is about, with an application behind it: the embedded one, or the one RESEAU_TEST_DAPR_GRPC_ENDPOINT
/// names (the README next to this file says how to start it).
/// </summary>
public sealed class SidecarFixture : IAsyncLifetime
{
    private const string EmbeddedToken = "sidecar-token";

    private readonly string _folder = Directory.CreateTempSubdirectory("reseau-sidecar-").FullName;
    private SidecarHost? _embedded;

    public SidecarUnderTest Sidecar { get; private set; } = null!;

    public CallbackApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Setting("GRPC_ENDPOINT") is { } endpoint) await ConnectAsync(endpoint);
        else await EmbedAsync();
        await Eventually.GetAsync(() => Sidecar.Client.CheckHealthAsync(), healthy => healthy, Sidecar.Patience);
    }

    public async Task DisposeAsync()
    {
        Sidecar.Dispose();
        if (_embedded is not null) await _embedded.DisposeAsync();
        await App.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task EmbedAsync()
    {
        App = await CallbackApp.StartAsync();
        _embedded = await SidecarHost.StartAsync(new SidecarOptions
        {
            DataFile = Path.Combine(_folder, "sidecar.db"),
            ApiToken = EmbeddedToken,
            Apps = [new() { AppId = "conformance", AppAddress = App.Address, AppToken = "app-token" }],
            Delivery = new() { MaxAttempts = 4, FirstDelay = TimeSpan.FromMilliseconds(20) },
        });
        Sidecar = new(_embedded.GrpcAddress("conformance"), _embedded.HttpAddress("conformance"), EmbeddedToken)
        {
            AppId = "conformance",
            AppToken = "app-token",
        };
    }

    private async Task ConnectAsync(string endpoint)
    {
        App = await CallbackApp.StartAsync(int.Parse(Required("APP_PORT"), CultureInfo.InvariantCulture));
        Sidecar = new(endpoint, Required("HTTP_ENDPOINT"), Required("TOKEN"))
        {
            AppId = Required("APP_ID"),
            AppToken = Required("APP_TOKEN"),

            // Brokers and retry policies of a real deployment are slower than a file.
            Patience = TimeSpan.FromMinutes(2),
        };
    }

    private static string Required(string name) =>
        Setting(name) ?? throw new InvalidOperationException($"RESEAU_TEST_DAPR_{name} is needed to test a real sidecar.");

    private static string? Setting(string name) => Environment.GetEnvironmentVariable($"RESEAU_TEST_DAPR_{name}") is { Length: > 0 } value ? value : null;
}

/// <summary>One sidecar and one application for the whole suite: a real sidecar has only one of each.</summary>
[CollectionDefinition(Name)]
public sealed class SidecarSuite : ICollectionFixture<SidecarFixture>
{
    public const string Name = "sidecar";
}
