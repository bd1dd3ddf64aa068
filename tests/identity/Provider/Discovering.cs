using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Reseau.Identity.Tests.Provider;

public sealed class Discovering(ProviderHost host) : IClassFixture<ProviderHost>
{
    [Fact]
    public async Task The_document_is_where_Keycloak_has_it_and_names_the_public_URL()
    {
        var document = (await host.Client.GetFromJsonAsync<JsonObject>($"{host.Issuer}/.well-known/openid-configuration"))!;

        Assert.Equal("http://localhost:8080/realms/reseau", (string?)document["issuer"]);
        Assert.Equal(host.Endpoint("token"), (string?)document["token_endpoint"]);
        Assert.Equal(host.Endpoint("auth"), (string?)document["authorization_endpoint"]);
        Assert.Equal(host.Endpoint("logout"), (string?)document["end_session_endpoint"]);
    }

    [Fact]
    public async Task Every_endpoint_of_the_document_answers()
    {
        var document = (await host.Client.GetFromJsonAsync<JsonObject>($"{host.Issuer}/.well-known/openid-configuration"))!;
        foreach (var (name, url) in document.Where(field => field.Key.EndsWith("_endpoint", StringComparison.Ordinal) || field.Key == "jwks_uri"))
        {
            using var reply = name == "token_endpoint"
                ? await host.Client.PostAsync((string?)url, new FormUrlEncodedContent([]))
                : await host.Client.GetAsync((string?)url);
            Assert.InRange((int)reply.StatusCode, 200, 401);
        }
    }

    [Fact]
    public async Task The_key_set_holds_nothing_private()
    {
        var keys = (await host.Client.GetFromJsonAsync<JsonObject>(host.Endpoint("certs")))!["keys"]!.AsArray();

        var key = Assert.Single(keys)!.AsObject();
        Assert.Equal(["alg", "e", "kid", "kty", "n", "use"], key.Select(field => field.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Another_realm_does_not_exist()
    {
        using var reply = await host.Client.GetAsync("/realms/master/.well-known/openid-configuration");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, reply.StatusCode);
    }
}
