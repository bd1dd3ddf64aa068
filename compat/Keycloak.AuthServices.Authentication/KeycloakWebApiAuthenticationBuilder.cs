using Microsoft.Extensions.DependencyInjection;

namespace Keycloak.AuthServices.Authentication;

/// <summary>The registration of one JWT bearer scheme.</summary>
public class KeycloakWebApiAuthenticationBuilder : KeycloakBaseAuthenticationBuilder
{
    internal KeycloakWebApiAuthenticationBuilder(IServiceCollection services, string scheme)
        : base(services) => JwtBearerAuthenticationScheme = scheme;

    /// <summary>Name of the scheme.</summary>
    public string JwtBearerAuthenticationScheme { get; set; }
}
