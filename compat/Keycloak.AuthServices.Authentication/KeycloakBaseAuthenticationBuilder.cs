using Microsoft.Extensions.DependencyInjection;

namespace Keycloak.AuthServices.Authentication;

/// <summary>What the registrations of this package return, to be chained.</summary>
public class KeycloakBaseAuthenticationBuilder
{
    private protected KeycloakBaseAuthenticationBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services being configured.</summary>
    public IServiceCollection Services { get; }
}
