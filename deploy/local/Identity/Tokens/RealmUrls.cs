namespace Reseau.Identity.Tokens;

/// <summary>The URLs of the realm as the outside sees them, on Keycloak's paths.</summary>
public sealed class RealmUrls(string publicUrl, string realm)
{
    /// <summary>The issuer: the realm's URL, without a final slash.</summary>
    public string Issuer { get; } = $"{publicUrl.TrimEnd('/')}/realms/{realm}";

    /// <summary>Path under which every endpoint is mapped and cookies are sent.</summary>
    public string Path { get; } = $"/realms/{realm}";

    /// <summary>Whether cookies may be restricted to HTTPS.</summary>
    public bool IsHttps { get; } = publicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The URL of an OpenID Connect endpoint, such as <c>token</c>.</summary>
    public string Endpoint(string name) => $"{Issuer}/protocol/openid-connect/{name}";
}
