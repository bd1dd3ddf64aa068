namespace Reseau.Example;

/// <summary>Where Réseau is, and who calls it.</summary>
/// <param name="TokenUrl">Token endpoint of the realm.</param>
/// <param name="GrpcUrl">The gRPC port of the gateway.</param>
/// <param name="ClientId">The institution's client.</param>
/// <param name="ClientSecret">Its secret.</param>
/// <param name="Search">What the service does, in plain words.</param>
public sealed record ClientSettings(Uri TokenUrl, Uri GrpcUrl, string ClientId, string ClientSecret, string Search)
{
    /// <summary>From RESEAU_TOKEN_URL, RESEAU_GRPC_URL, RESEAU_CLIENT_ID, RESEAU_CLIENT_SECRET and RESEAU_SEARCH.</summary>
    public static ClientSettings FromEnvironment() => new(
        new(Required("RESEAU_TOKEN_URL")), new(Required("RESEAU_GRPC_URL")), Required("RESEAU_CLIENT_ID"), Required("RESEAU_CLIENT_SECRET"), Required("RESEAU_SEARCH"));

    private static string Required(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"Set {name}: see proto/examples/README.md.");
}
