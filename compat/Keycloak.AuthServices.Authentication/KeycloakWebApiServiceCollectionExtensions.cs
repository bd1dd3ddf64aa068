using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Keycloak.AuthServices.Authentication;

/// <summary>Adds authentication, with a JWT bearer scheme that trusts one Keycloak realm as its default.</summary>
public static class KeycloakWebApiServiceCollectionExtensions
{
    /// <summary>Adds authentication configured by a section of <paramref name="configuration"/>.</summary>
    /// <param name="services">The services being configured.</param>
    /// <param name="configuration">The configuration that holds the section.</param>
    /// <param name="configSectionName">Name of the section.</param>
    /// <param name="jwtBearerScheme">Name of the scheme.</param>
    /// <returns>A builder to chain.</returns>
    public static KeycloakWebApiAuthenticationBuilder AddKeycloakWebApiAuthentication(
        this IServiceCollection services,
        IConfiguration configuration,
        string configSectionName = KeycloakAuthenticationOptions.Section,
        string jwtBearerScheme = JwtBearerDefaults.AuthenticationScheme) =>
        services.AddAuthentication(jwtBearerScheme).AddKeycloakWebApi(configuration, configSectionName, jwtBearerScheme);

    /// <summary>Adds authentication configured by <paramref name="configurationSection"/>.</summary>
    /// <param name="services">The services being configured.</param>
    /// <param name="configurationSection">The section to read.</param>
    /// <param name="jwtBearerScheme">Name of the scheme.</param>
    /// <returns>A builder to chain.</returns>
    public static KeycloakWebApiAuthenticationBuilder AddKeycloakWebApiAuthentication(
        this IServiceCollection services,
        IConfigurationSection configurationSection,
        string jwtBearerScheme = JwtBearerDefaults.AuthenticationScheme) =>
        services.AddAuthentication(jwtBearerScheme).AddKeycloakWebApi(configurationSection, jwtBearerScheme);

    /// <summary>Adds authentication configured by a section of <paramref name="configuration"/> and a delegate that has the last word.</summary>
    /// <param name="services">The services being configured.</param>
    /// <param name="configuration">The configuration that holds the section.</param>
    /// <param name="configureJwtBearerOptions">Called after everything else is set.</param>
    /// <param name="configSectionName">Name of the section.</param>
    /// <param name="jwtBearerScheme">Name of the scheme.</param>
    /// <returns>A builder to chain.</returns>
    public static KeycloakWebApiAuthenticationBuilder AddKeycloakWebApiAuthentication(
        this IServiceCollection services,
        IConfiguration configuration,
        Action<JwtBearerOptions> configureJwtBearerOptions,
        string configSectionName = KeycloakAuthenticationOptions.Section,
        string jwtBearerScheme = JwtBearerDefaults.AuthenticationScheme) =>
        services.AddAuthentication(jwtBearerScheme)
            .AddKeycloakWebApi(configuration, configureJwtBearerOptions, configSectionName, jwtBearerScheme);

    /// <summary>Adds authentication configured in code.</summary>
    /// <param name="services">The services being configured.</param>
    /// <param name="configureKeycloakOptions">Sets the realm.</param>
    /// <param name="configureJwtBearerOptions">Called after everything else is set.</param>
    /// <param name="jwtBearerScheme">Name of the scheme.</param>
    /// <returns>A builder to chain.</returns>
    public static KeycloakWebApiAuthenticationBuilder AddKeycloakWebApiAuthentication(
        this IServiceCollection services,
        Action<KeycloakAuthenticationOptions> configureKeycloakOptions,
        Action<JwtBearerOptions>? configureJwtBearerOptions = null,
        string jwtBearerScheme = JwtBearerDefaults.AuthenticationScheme) =>
        services.AddAuthentication(jwtBearerScheme)
            .AddKeycloakWebApi(configureKeycloakOptions, configureJwtBearerOptions, jwtBearerScheme);
}
