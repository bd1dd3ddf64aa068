using Reseau.Hosting.Log;
using Reseau.Identity;

namespace Reseau.Testing.Hosts;

/// <summary>The settings of a service among the neighbours of a test, as a deployment would give them.</summary>
public static class TestSettings
{
    /// <summary>The token a sidecar shows when it calls an application of the tests.</summary>
    public const string AppToken = "the-token-of-the-sidecar";

    private const string Nowhere = "http://127.0.0.1:9";

    /// <summary>What every service is told.</summary>
    /// <param name="service">Its name: <c>partners</c>.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="database">Where it keeps its data.</param>
    /// <param name="identity">The identity provider.</param>
    /// <param name="sidecar">Its sidecar.</param>
    /// <param name="others">Where the other services are, by name; nowhere unless said.</param>
    public static IEnumerable<(string Key, string Value)> Of(
        string service, string address, DatabaseOptions database, string identity, (string Grpc, string Http) sidecar, IReadOnlyDictionary<string, string> others)
    {
        var client = $"reseau-{service}";
        return
        [
            ("urls", address),
            ("Database:Provider", database.Provider),
            ("Database:ConnectionString", database.ConnectionString),
            ("Keycloak:AuthServerUrl", identity),
            ("Keycloak:Realm", "reseau"),
            ("Keycloak:Resource", client),
            ("Keycloak:Audience", "reseau"),
            ("Keycloak:SslRequired", "none"),
            ("Keycloak:Credentials:Secret", DemoPlaceholders.SecretOf(client)),
            ("DAPR_GRPC_ENDPOINT", sidecar.Grpc),
            ("DAPR_HTTP_ENDPOINT", sidecar.Http),
            ("APP_API_TOKEN", AppToken),
            .. ((string[])["partners", "referrals", "conventions", "training"]).Select(other => ($"Services:{other}", others.GetValueOrDefault(other, Nowhere))),
        ];
    }
}
