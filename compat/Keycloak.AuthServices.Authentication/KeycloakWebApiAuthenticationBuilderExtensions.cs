using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Keycloak.AuthServices.Authentication;

/// <summary>Adds a JWT bearer scheme that trusts one Keycloak realm.</summary>
public static class KeycloakWebApiAuthenticationBuilderExtensions
{
    /// <summary>Adds the scheme, configured by a section of <paramref name="configuration"/>.</summary>
    /// <param name="builder">The authentication being configured.</param>
    /// <param name="configuration">The configuration that holds the section.</param>
    /// <param name="configSectionName">Name of the section.</param>
    /// <param name="jwtBearerScheme">Name of the scheme.</param>
    /// <returns>A builder to chain.</returns>
    public static KeycloakWebApiAuthenticationBuilder AddKeycloakWebApi(
        this AuthenticationBuilder builder,
        IConfiguration configuration,
        string configSectionName = KeycloakAuthenticationOptions.Section,
        string jwtBearerScheme = JwtBearerDefaults.AuthenticationScheme)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return builder.AddKeycloakWebApi(configuration.GetSection(configSectionName), jwtBearerScheme);
    }

    /// <summary>Adds the scheme, configured by <paramref name="configurationSection"/>.</summary>
    /// <param name="builder">The authentication being configured.</param>
    /// <param name="configurationSection">The section to read.</param>
    /// <param name="jwtBearerScheme">Name of the scheme.</param>
    /// <returns>A builder to chain.</returns>
    public static KeycloakWebApiAuthenticationBuilder AddKeycloakWebApi(
        this AuthenticationBuilder builder,
        IConfigurationSection configurationSection,
        string jwtBearerScheme = JwtBearerDefaults.AuthenticationScheme)
    {
        ArgumentNullException.ThrowIfNull(configurationSection);
        return builder.AddKeycloakWebApi(options => Bind(configurationSection, options), null, jwtBearerScheme);
    }

    /// <summary>Adds the scheme, configured by a section of <paramref name="configuration"/> and a delegate that has the last word.</summary>
    /// <param name="builder">The authentication being configured.</param>
    /// <param name="configuration">The configuration that holds the section.</param>
    /// <param name="configureJwtBearerOptions">Called after everything else is set.</param>
    /// <param name="configSectionName">Name of the section.</param>
    /// <param name="jwtBearerScheme">Name of the scheme.</param>
    /// <returns>A builder to chain.</returns>
    public static KeycloakWebApiAuthenticationBuilder AddKeycloakWebApi(
        this AuthenticationBuilder builder,
        IConfiguration configuration,
        Action<JwtBearerOptions>? configureJwtBearerOptions,
        string configSectionName = KeycloakAuthenticationOptions.Section,
        string jwtBearerScheme = JwtBearerDefaults.AuthenticationScheme)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return builder.AddKeycloakWebApi(
            options => Bind(configuration.GetSection(configSectionName), options), configureJwtBearerOptions, jwtBearerScheme);
    }

    /// <summary>Adds the scheme, configured in code.</summary>
    /// <param name="builder">The authentication being configured.</param>
    /// <param name="configureKeycloakOptions">Sets the realm.</param>
    /// <param name="configureJwtBearerOptions">Called after everything else is set.</param>
    /// <param name="jwtBearerScheme">Name of the scheme.</param>
    /// <returns>A builder to chain.</returns>
    public static KeycloakWebApiAuthenticationBuilder AddKeycloakWebApi(
        this AuthenticationBuilder builder,
        Action<KeycloakAuthenticationOptions> configureKeycloakOptions,
        Action<JwtBearerOptions>? configureJwtBearerOptions = null,
        string jwtBearerScheme = JwtBearerDefaults.AuthenticationScheme)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configureKeycloakOptions);

        builder.Services.Configure(jwtBearerScheme, configureKeycloakOptions);
        builder.AddJwtBearer(jwtBearerScheme, _ => { });
        builder.Services.AddOptions<JwtBearerOptions>(jwtBearerScheme)
            .Configure<IOptionsMonitor<KeycloakAuthenticationOptions>>((bearer, keycloak) =>
            {
                Apply(keycloak.Get(jwtBearerScheme), bearer);
                configureJwtBearerOptions?.Invoke(bearer);
            });

        return new(builder.Services, jwtBearerScheme);
    }

    // The kebab-case spellings are private properties.
    private static void Bind(IConfiguration section, KeycloakAuthenticationOptions options) =>
        section.Bind(options, binder => binder.BindNonPublicProperties = true);

    private static void Apply(KeycloakAuthenticationOptions keycloak, JwtBearerOptions bearer)
    {
        // The valid issuer is not set here: it is whatever the discovery document of the authority says.
        if (keycloak.KeycloakUrlRealm is { } realm) bearer.Authority = realm;
        bearer.RequireHttpsMetadata = string.IsNullOrWhiteSpace(keycloak.SslRequired)
            || keycloak.SslRequired.Equals("external", StringComparison.OrdinalIgnoreCase);
        bearer.Audience = keycloak.Audience ?? keycloak.Resource;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ClockSkew = keycloak.TokenClockSkew,
            ValidateAudience = keycloak.VerifyTokenAudience ?? true,
            ValidateIssuer = true,
            NameClaimType = keycloak.NameClaimType,
            RoleClaimType = keycloak.RoleClaimType,
            ValidAudience = keycloak.Audience ?? keycloak.Resource,
        };
        bearer.SaveToken = true;
    }
}
