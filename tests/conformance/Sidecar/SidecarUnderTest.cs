using Dapr.Client;
using Grpc.Net.Client;

namespace Reseau.Conformance.Sidecar;

/// <summary>A sidecar, as this suite knows one: addresses, token, component names, and how long its deliveries may take.</summary>
public sealed class SidecarUnderTest(string grpcEndpoint, string httpEndpoint, string token) : IDisposable
{
    public const string States = "reseau-shared";
    public const string Events = "reseau-events";
    public const string Locks = "reseau-lock";

    private DaprClient? _client;

    /// <summary>Id of the application this sidecar belongs to.</summary>
    public required string AppId { get; init; }

    /// <summary>The token the sidecar shows to its application.</summary>
    public required string AppToken { get; init; }

    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    public DaprClient Client => _client ??= Connect();

    public DaprClient Connect(HttpMessageHandler? handler = null, string? otherToken = null)
    {
        var builder = new DaprClientBuilder().UseGrpcEndpoint(grpcEndpoint).UseHttpEndpoint(httpEndpoint).UseDaprApiToken(otherToken ?? token);
        if (handler is not null) builder.UseGrpcChannelOptions(new GrpcChannelOptions { HttpHandler = handler, ThrowOperationCanceledOnCancellation = true });
        return builder.Build();
    }

    /// <summary>The same sidecar behind something that spoils it.</summary>
    public SidecarUnderTest Through(HttpMessageHandler handler) =>
        new(grpcEndpoint, httpEndpoint, token) { AppId = AppId, AppToken = AppToken, Patience = Patience, _client = Connect(handler) };

    public void Dispose() => _client?.Dispose();
}
