using Keycloak.AuthServices.Authentication;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Reseau.Identity.Tests.Api;

/// <summary>What the Keycloak registration makes of its settings.</summary>
public sealed class ConfiguringTheRealm
{
    private static IConfiguration Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Keycloak:" + setting.Key, (string?)setting.Value))).Build();

    private static JwtBearerOptions Bearer(Action<IServiceCollection> register, string scheme = "Bearer")
    {
        var services = new ServiceCollection().AddLogging();
        register(services);
        return services.BuildServiceProvider().GetRequiredService<IOptionsMonitor<JwtBearerOptions>>().Get(scheme);
    }

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://localhost:8080/")]
    public void The_authority_is_the_realm_with_a_final_slash(string server)
    {
        var bearer = Bearer(services => services.AddKeycloakWebApiAuthentication(
            Configuration(("AuthServerUrl", server), ("Realm", "reseau"), ("Resource", "reseau"), ("SslRequired", "none"))));

        Assert.Equal("http://localhost:8080/realms/reseau/", bearer.Authority);
        Assert.Equal("http://localhost:8080/realms/reseau/.well-known/openid-configuration", bearer.MetadataAddress);
        Assert.False(bearer.RequireHttpsMetadata);
        Assert.True(bearer.SaveToken);
    }

    [Fact]
    public void Names_roles_audience_and_skew_have_the_defaults_of_the_package()
    {
        var bearer = Bearer(services => services.AddKeycloakWebApiAuthentication(
            Configuration(("AuthServerUrl", "https://id.example.org"), ("Realm", "reseau"), ("Resource", "partners"))));

        var validation = bearer.TokenValidationParameters;
        Assert.Equal(("preferred_username", "role", TimeSpan.Zero), (validation.NameClaimType, validation.RoleClaimType, validation.ClockSkew));
        Assert.True(validation.ValidateAudience && validation.ValidateIssuer && bearer.RequireHttpsMetadata);
        Assert.Equal(("partners", "partners"), (validation.ValidAudience, bearer.Audience));
    }

    [Fact]
    public void The_audience_wins_over_the_resource_and_the_keys_may_be_those_of_the_adapter_file()
    {
        var section = Configuration(
            ("auth-server-url", "http://localhost:8080/"), ("realm", "reseau"), ("resource", "partners"), ("Audience", "reseau"),
            ("ssl-required", "none"), ("verify-token-audience", "false"), ("token-clock-skew", "00:00:05")).GetSection("Keycloak");
        var bearer = Bearer(services => services.AddKeycloakWebApiAuthentication(section));

        Assert.Equal("http://localhost:8080/realms/reseau/", bearer.Authority);
        Assert.Equal("reseau", bearer.TokenValidationParameters.ValidAudience);
        Assert.False(bearer.TokenValidationParameters.ValidateAudience);
        Assert.False(bearer.RequireHttpsMetadata);
        Assert.Equal(TimeSpan.FromSeconds(5), bearer.TokenValidationParameters.ClockSkew);
    }

    [Fact]
    public void The_callers_delegate_has_the_last_word_on_a_scheme_of_its_own()
    {
        var bearer = Bearer(
            services => services.AddAuthentication().AddKeycloakWebApi(
                keycloak => (keycloak.AuthServerUrl, keycloak.Realm) = ("https://id.example.org", "reseau"),
                jwt => jwt.SaveToken = false,
                "institutions"),
            "institutions");

        Assert.False(bearer.SaveToken);
        Assert.Equal("https://id.example.org/realms/reseau/", bearer.Authority);
    }

    [Fact]
    public async Task The_scheme_becomes_the_default_one()
    {
        var services = new ServiceCollection().AddLogging();
        var builder = services.AddKeycloakWebApiAuthentication(Configuration(("Realm", "reseau")));

        var scheme = await services.BuildServiceProvider().GetRequiredService<IAuthenticationSchemeProvider>().GetDefaultAuthenticateSchemeAsync();
        Assert.Equal((builder.JwtBearerAuthenticationScheme, "Bearer"), (scheme!.Name, scheme.Name));
    }

    [Fact]
    public void Addresses_are_derived_from_the_server_and_the_realm()
    {
        KeycloakAuthenticationOptions options = new() { AuthServerUrl = "https://id.example.org/", Realm = "reseau" };
        Assert.Equal("https://id.example.org/realms/reseau/protocol/openid-connect/token", options.KeycloakTokenEndpoint);
        Assert.Equal("https://id.example.org/realms/reseau/.well-known/openid-configuration", options.OpenIdConnectUrl);
        Assert.Null(new KeycloakAuthenticationOptions().KeycloakUrlRealm);
    }
}
