using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Dapr;

/// <summary>Where the sidecar is and what opens it, when the program does not say: configuration first, environment next.</summary>
public static class DaprDefaults
{
    /// <summary>Name of the setting with the token the sidecar demands.</summary>
    public const string DaprApiTokenName = "DAPR_API_TOKEN";

    /// <summary>Name of the setting with the token the sidecar shows to the application.</summary>
    public const string AppApiTokenName = "APP_API_TOKEN";

    /// <summary>Name of the setting with the whole HTTP address; it wins over the port.</summary>
    public const string DaprHttpEndpointName = "DAPR_HTTP_ENDPOINT";

    /// <summary>Name of the setting with the HTTP port on this machine.</summary>
    public const string DaprHttpPortName = "DAPR_HTTP_PORT";

    /// <summary>Name of the setting with the whole gRPC address; it wins over the port.</summary>
    public const string DaprGrpcEndpointName = "DAPR_GRPC_ENDPOINT";

    /// <summary>Name of the setting with the gRPC port on this machine.</summary>
    public const string DaprGrpcPortName = "DAPR_GRPC_PORT";

    /// <summary>HTTP port of a sidecar nobody configured.</summary>
    public const int DefaultHttpPort = 3500;

    /// <summary>gRPC port of a sidecar nobody configured.</summary>
    public const int DefaultGrpcPort = 50001;

    /// <summary>Token to show to the sidecar; empty for none.</summary>
    /// <param name="configuration">Configuration that wins over the environment.</param>
    /// <returns>The token.</returns>
    public static string GetDefaultDaprApiToken(IConfiguration? configuration) => Setting(configuration, DaprApiTokenName) ?? "";

    /// <summary>Token the sidecar shows to the application; empty for none.</summary>
    /// <param name="configuration">Configuration that wins over the environment.</param>
    /// <returns>The token.</returns>
    public static string GetDefaultAppApiToken(IConfiguration? configuration) => Setting(configuration, AppApiTokenName) ?? "";

    /// <summary>Address of the sidecar's HTTP port.</summary>
    /// <param name="configuration">Configuration that wins over the environment.</param>
    /// <returns>An absolute address.</returns>
    public static string GetDefaultHttpEndpoint(IConfiguration? configuration = null) =>
        Endpoint(configuration, DaprHttpEndpointName, DaprHttpPortName, DefaultHttpPort);

    /// <summary>Address of the sidecar's gRPC port.</summary>
    /// <param name="configuration">Configuration that wins over the environment.</param>
    /// <returns>An absolute address.</returns>
    public static string GetDefaultGrpcEndpoint(IConfiguration? configuration = null) =>
        Endpoint(configuration, DaprGrpcEndpointName, DaprGrpcPortName, DefaultGrpcPort);

    private static string Endpoint(IConfiguration? configuration, string endpointName, string portName, int defaultPort)
    {
        if (Setting(configuration, endpointName) is { } endpoint)
        {
            // Only scheme, host and port count: gRPC addresses have no path.
            var given = new Uri(endpoint);
            return new UriBuilder(given.Scheme, given.Host, given.Port).ToString();
        }

        var port = Setting(configuration, portName) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : defaultPort;
        return new UriBuilder(Uri.UriSchemeHttp, "localhost", port).ToString();
    }

    private static string? Setting(IConfiguration? configuration, string name)
    {
        var configured = configuration?[name];
        if (!string.IsNullOrWhiteSpace(configured)) return configured;
        var fromEnvironment = Environment.GetEnvironmentVariable(name);
        return string.IsNullOrWhiteSpace(fromEnvironment) ? null : fromEnvironment;
    }
}
