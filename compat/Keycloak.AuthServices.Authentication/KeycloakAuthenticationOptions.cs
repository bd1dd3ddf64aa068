using Keycloak.AuthServices.Common;

namespace Keycloak.AuthServices.Authentication;

/// <summary>How tokens of the realm are accepted. Read from the configuration section <see cref="Section"/>.</summary>
public class KeycloakAuthenticationOptions : KeycloakInstallationOptions
{
    /// <summary>Default configuration section.</summary>
    public const string Section = "Keycloak";

    /// <summary>Audience a token must carry; <see cref="KeycloakInstallationOptions.Resource"/> when null.</summary>
    public string? Audience { get; set; }

    /// <summary>Claim type read by <c>IsInRole</c>.</summary>
    public string RoleClaimType { get; set; } = "role";

    /// <summary>Claim type read by <c>Identity.Name</c>.</summary>
    public string NameClaimType { get; set; } = "preferred_username";

    /// <summary>URL of the discovery document; null without a server URL.</summary>
    public string? OpenIdConnectUrl =>
        KeycloakUrlRealm is { } realm ? realm + ".well-known/openid-configuration" : null;
}
