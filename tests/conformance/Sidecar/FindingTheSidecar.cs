using Dapr.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Reseau.Conformance.Sidecar;

/// <summary>How a service gets its client: from the names every Dapr deployment sets.</summary>
public sealed class FindingTheSidecar : IAsyncLifetime
{
    private readonly EmbeddedSidecar _sidecar = new();

    public Task InitializeAsync() => _sidecar.StartAsync();

    public async Task DisposeAsync() => await _sidecar.DisposeAsync();

    [Fact]
    public async Task Whole_addresses_in_the_configuration_are_used()
    {
        await using var services = Services(
            ("DAPR_GRPC_ENDPOINT", _sidecar.Host.GrpcAddress(EmbeddedSidecar.AppId)),
            ("DAPR_HTTP_ENDPOINT", _sidecar.Host.HttpAddress(EmbeddedSidecar.AppId)),
            ("DAPR_GRPC_PORT", "1"));
        var dapr = services.GetRequiredService<DaprClient>();

        Assert.Equal(EmbeddedSidecar.AppId, (await dapr.GetMetadataAsync()).Id);
        Assert.True(await dapr.CheckHealthAsync());
    }

    [Fact]
    public async Task Ports_in_the_configuration_are_used()
    {
        await using var services = Services(("DAPR_GRPC_PORT", $"{new Uri(_sidecar.Host.GrpcAddress(EmbeddedSidecar.AppId)).Port}"));

        Assert.Equal(EmbeddedSidecar.AppId, (await services.GetRequiredService<DaprClient>().GetMetadataAsync()).Id);
    }

    [Fact]
    public async Task A_sidecar_that_is_not_there_is_not_healthy()
    {
        await using var services = Services(("DAPR_HTTP_ENDPOINT", "http://127.0.0.1:9"));

        Assert.False(await services.GetRequiredService<DaprClient>().CheckHealthAsync());
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var values = settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        services.AddDaprClient();
        return services.BuildServiceProvider();
    }
}
