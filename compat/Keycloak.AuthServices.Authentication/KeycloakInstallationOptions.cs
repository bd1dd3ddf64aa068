using Microsoft.Extensions.Configuration;

namespace Keycloak.AuthServices.Common;

/// <summary>
/// Where a realm is and who the application is in it: the content of Keycloak's adapter file.
/// Every key is read in PascalCase and, as the adapter file writes it, in kebab-case.
/// </summary>
public class KeycloakInstallationOptions
{
    private string? _authServerUrl;
    private string? _sslRequired;
    private bool? _verifyTokenAudience;
    private TimeSpan? _tokenClockSkew;

    // The kebab-case spellings have names of their own, because a property can carry only one configuration key. They come
    // first, because the binder goes in this order and writes back the value of a property that has no key of its own: bound
    // later, a spelling would find the default already set in its place.
    [ConfigurationKeyName("auth-server-url")]
    private string? KebabAuthServerUrl { get; set; }

    [ConfigurationKeyName("ssl-required")]
    private string? KebabSslRequired { get; set; }

    [ConfigurationKeyName("verify-token-audience")]
    private bool? KebabVerifyTokenAudience { get; set; }

    [ConfigurationKeyName("token-clock-skew")]
    private TimeSpan? KebabTokenClockSkew { get; set; }

    /// <summary>Base URL of the server, with or without its final slash.</summary>
    public string? AuthServerUrl { get => _authServerUrl ?? KebabAuthServerUrl; set => _authServerUrl = value; }

    /// <summary>Name of the realm.</summary>
    public string Realm { get; set; } = string.Empty;

    /// <summary>Client id of the application.</summary>
    public string? Resource { get; set; }

    /// <summary>Empty or <c>external</c> asks for HTTPS metadata; any other value, such as <c>none</c>, does not.</summary>
    public string? SslRequired { get => _sslRequired ?? KebabSslRequired; set => _sslRequired = value; }

    /// <summary>Whether the audience is checked; it is when nothing is said.</summary>
    public bool? VerifyTokenAudience { get => _verifyTokenAudience ?? KebabVerifyTokenAudience; set => _verifyTokenAudience = value; }

    /// <summary>Tolerance on token times; zero when nothing is said.</summary>
    public TimeSpan TokenClockSkew { get => _tokenClockSkew ?? KebabTokenClockSkew ?? TimeSpan.Zero; set => _tokenClockSkew = value; }

    /// <summary>Credentials of a confidential client.</summary>
    public KeycloakClientInstallationCredentials Credentials { get; set; } = new();

    /// <summary>URL of the realm, with a final slash; null without a server URL.</summary>
    public string? KeycloakUrlRealm =>
        string.IsNullOrWhiteSpace(AuthServerUrl) ? null : $"{AuthServerUrl.TrimEnd('/')}/realms/{Realm}/";

    /// <summary>URL of the token endpoint; null without a server URL.</summary>
    public string? KeycloakTokenEndpoint =>
        KeycloakUrlRealm is { } realm ? realm + "protocol/openid-connect/token" : null;
}
