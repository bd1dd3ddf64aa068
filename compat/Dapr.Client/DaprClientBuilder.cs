using System.Text.Json;
using Grpc.Net.Client;

namespace Dapr.Client;

/// <summary>Builds a <see cref="DaprClient"/>. Without a word it uses the environment: see <see cref="DaprDefaults"/>.</summary>
public sealed class DaprClientBuilder
{
    private string _httpEndpoint = DaprDefaults.GetDefaultHttpEndpoint();
    private string _grpcEndpoint = DaprDefaults.GetDefaultGrpcEndpoint();
    private string _apiToken = DaprDefaults.GetDefaultDaprApiToken(configuration: null);
    private JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);
    private GrpcChannelOptions _channel = new() { ThrowOperationCanceledOnCancellation = true };
    private TimeSpan? _timeout;

    /// <summary>Sets the sidecar's HTTP address, used by the health checks.</summary>
    /// <param name="httpEndpoint">Absolute address.</param>
    /// <returns>This builder.</returns>
    public DaprClientBuilder UseHttpEndpoint(string httpEndpoint)
    {
        ArgumentException.ThrowIfNullOrEmpty(httpEndpoint);
        _httpEndpoint = httpEndpoint;
        return this;
    }

    /// <summary>Sets the sidecar's gRPC address, used by everything else.</summary>
    /// <param name="grpcEndpoint">Absolute address.</param>
    /// <returns>This builder.</returns>
    public DaprClientBuilder UseGrpcEndpoint(string grpcEndpoint)
    {
        ArgumentException.ThrowIfNullOrEmpty(grpcEndpoint);
        _grpcEndpoint = grpcEndpoint;
        return this;
    }

    /// <summary>Sets how values become JSON.</summary>
    /// <param name="options">Options.</param>
    /// <returns>This builder.</returns>
    public DaprClientBuilder UseJsonSerializationOptions(JsonSerializerOptions options)
    {
        _json = options;
        return this;
    }

    /// <summary>Replaces the options of the gRPC channel.</summary>
    /// <param name="grpcChannelOptions">Options.</param>
    /// <returns>This builder.</returns>
    public DaprClientBuilder UseGrpcChannelOptions(GrpcChannelOptions grpcChannelOptions)
    {
        _channel = grpcChannelOptions;
        return this;
    }

    /// <summary>Sets the token shown to the sidecar.</summary>
    /// <param name="apiToken">Token; empty for none.</param>
    /// <returns>This builder.</returns>
    public DaprClientBuilder UseDaprApiToken(string apiToken)
    {
        _apiToken = apiToken;
        return this;
    }

    /// <summary>Bounds the HTTP calls; gRPC calls are bounded by their cancellation token.</summary>
    /// <param name="timeout">Longest time of one call.</param>
    /// <returns>This builder.</returns>
    public DaprClientBuilder UseTimeout(TimeSpan timeout)
    {
        _timeout = timeout;
        return this;
    }

    /// <summary>Builds the client. It connects on its first call.</summary>
    /// <returns>A client the caller disposes.</returns>
    public DaprClient Build()
    {
        Verify(_grpcEndpoint, "gRPC");
        Verify(_httpEndpoint, "HTTP");
        return new DaprClientGrpc(GrpcChannel.ForAddress(_grpcEndpoint, _channel), new Uri(_httpEndpoint), _timeout, _json, _apiToken);
    }

    private static void Verify(string endpoint, string protocol)
    {
        var scheme = new Uri(endpoint).Scheme;
        if (scheme != Uri.UriSchemeHttp && scheme != Uri.UriSchemeHttps)
            throw new InvalidOperationException($"The {protocol} endpoint must use http or https.");
    }
}
