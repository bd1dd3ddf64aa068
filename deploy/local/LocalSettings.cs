using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Reseau.Identity;
using Reseau.Sidecar;

namespace Reseau.Local;

/// <summary>
/// The settings each part gets, as it would from its environment in a deployment: tye.yaml and deploy/kubernetes say the
/// same with other values. Inner ports are free ones of the loopback interface; tokens between parts last one run.
/// </summary>
internal sealed class LocalSettings(LocalOptions options)
{
    private readonly string _sidecarToken = NewToken();
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal)
    {
        ["partners"] = FreePort.Address(),
        ["referrals"] = FreePort.Address(),
        ["conventions"] = FreePort.Address(),
        ["training"] = FreePort.Address(),
        ["identity"] = FreePort.Address(),
    };

    /// <summary>Token every call to the sidecar shows.</summary>
    public string SidecarToken => _sidecarToken;

    /// <summary>Token the sidecar shows when it calls an application.</summary>
    public string AppToken { get; } = NewToken();

    /// <summary>Where every inner part listens, by name.</summary>
    public IReadOnlyDictionary<string, string> Addresses => _addresses;

    /// <summary>Where a part listens.</summary>
    public string AddressOf(string part) => _addresses[part];

    /// <summary>Settings of a service.</summary>
    public Action<WebApplicationBuilder> Service(string name, string sidecarGrpc, string sidecarHttp) => builder =>
    {
        var others = _addresses.Where(pair => pair.Key != name && pair.Key != "identity").Select(pair => ($"Services:{pair.Key}", (string?)pair.Value));
        Apply(builder,
        [
            ("urls", AddressOf(name)),
            .. Database(name),
            ("Demo", (!options.Empty).ToString()),
            // Nothing is sent from this machine: the folder shows what would be.
            ("Notifications:PortalUrl", options.PublicUrl),
            ("Notifications:Outbox", options.File("outbox")),
            .. Keycloak($"reseau-{name}"), .. Dapr(sidecarGrpc, sidecarHttp), .. others,
        ]);
    };

    /// <summary>Settings of the gateway.</summary>
    public Action<WebApplicationBuilder> Gateway(string sidecarGrpc, string sidecarHttp) => builder => Apply(builder,
    [
        ("Gateway:WebPort", $"{options.Web}"),
        ("Gateway:GrpcPort", $"{options.Grpc}"),
        ("Gateway:PublicUrl", options.PublicUrl),
        ("Gateway:Identity", AddressOf("identity")),
        ("Gateway:KeysDirectory", options.File("gateway-keys")),
        ("Gateway:DemoAccounts", (!options.Empty).ToString()),
        ("Gateway:DemoPassword", options.Empty ? null : DemoPlaceholders.Password),
        ("Services:partners", AddressOf("partners")),
        ("Services:referrals", AddressOf("referrals")),
        ("Services:conventions", AddressOf("conventions")),
        ("Services:training", AddressOf("training")),
        .. Keycloak("reseau-portail"), .. Dapr(sidecarGrpc, sidecarHttp),
    ]);

    private (string, string?)[] Database(string service) => options.Postgres.Length > 0
        ? [("Database:Provider", "PostgreSQL"), ("Database:ConnectionString", $"{options.Postgres.TrimEnd(';')};Database=reseau_{service}")]
        : [("Database:Provider", "Sqlite"), ("Database:ConnectionString", $"Data Source={options.File(service)}.db")];

    private (string, string?)[] Keycloak(string client) =>
    [
        ("Keycloak:AuthServerUrl", options.PublicUrl),
        ("Keycloak:Realm", "reseau"),
        ("Keycloak:Resource", client),
        ("Keycloak:Audience", "reseau"),
        ("Keycloak:SslRequired", "none"),
        ("Keycloak:Credentials:Secret", DemoPlaceholders.SecretOf(client)),
    ];

    private (string, string?)[] Dapr(string grpc, string http) =>
        [("DAPR_GRPC_ENDPOINT", grpc), ("DAPR_HTTP_ENDPOINT", http), ("DAPR_API_TOKEN", _sidecarToken), ("APP_API_TOKEN", AppToken)];

    private static void Apply(WebApplicationBuilder builder, (string Key, string? Value)[] settings)
    {
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // A caller who leaves a Watch stream, and keys kept in a folder only this account reads, are no news here.
            .AddFilter("Yarp.ReverseProxy.Forwarder", LogLevel.Error).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    private static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
