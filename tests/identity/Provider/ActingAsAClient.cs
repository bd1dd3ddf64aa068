using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Reseau.Identity.Tests.Provider;

public sealed class ActingAsAClient(ProviderHost host) : IClassFixture<ProviderHost>
{
    private static readonly (string, string) ClientCredentials = ("grant_type", "client_credentials");

    [Theory]
    [InlineData("si-ccas-rennes", "ccas-rennes")]
    [InlineData("si-caf-35", "caf-35")]
    [InlineData("si-mission-locale-rennes", "mission-locale-rennes")]
    [InlineData("si-departement-35", "departement-35")]
    public async Task An_information_system_speaks_for_its_institution(string client, string institution)
    {
        var reply = await host.TokenAsync(client, ClientCredentials);

        var claims = reply.AccessClaims;
        Assert.Equal(institution, (string?)claims["institution"]);
        Assert.Equal("reseau", (string?)claims["aud"]);
        Assert.Equal("integration", (string?)Assert.Single(claims["realm_access"]!["roles"]!.AsArray()));
        Assert.Equal($"service-account-{client}", (string?)claims["preferred_username"]);
        Assert.Equal((client, client), ((string?)claims["azp"], (string?)claims["client_id"]));
        Assert.Null(claims["sid"]);
        Assert.Null(reply.Body["refresh_token"]);
    }

    [Theory]
    [InlineData("reseau-partners")]
    [InlineData("reseau-referrals")]
    [InlineData("reseau-conventions")]
    [InlineData("reseau-gateway")]
    public async Task A_service_has_the_role_of_services(string client)
    {
        var claims = (await host.TokenAsync(client, ClientCredentials)).AccessClaims;
        Assert.Equal("service", (string?)Assert.Single(claims["realm_access"]!["roles"]!.AsArray()));
        Assert.Equal("reseau", (string?)claims["institution"]);
    }

    [Fact]
    public async Task The_subject_stays_the_same_from_token_to_token()
    {
        var (first, second) = (await host.TokenAsync("si-caf-35", ClientCredentials), await host.TokenAsync("si-caf-35", ClientCredentials));
        Assert.Equal((string?)first.AccessClaims["sub"], (string?)second.AccessClaims["sub"]);
        Assert.NotEqual((string?)first.AccessClaims["jti"], (string?)second.AccessClaims["jti"]);
    }

    [Theory]
    [InlineData("si-caf-35", "demo-si-ccas-rennes")]
    [InlineData("si-caf-35", "")]
    [InlineData("personne", "demo-personne")]
    public async Task A_wrong_secret_or_an_unknown_client_is_refused(string client, string secret)
    {
        var reply = await host.TokenAsync(client, secret, ClientCredentials);
        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
        Assert.Equal("unauthorized_client", reply.Error);
    }

    [Theory]
    [InlineData("si-caf-35:demo-si-caf-35", HttpStatusCode.OK)]
    [InlineData("si%2Dcaf%2D35:demo%2Dsi%2Dcaf%2D35", HttpStatusCode.OK)]
    [InlineData("si-caf-35:faux", HttpStatusCode.Unauthorized)]
    [InlineData("si-caf-35", HttpStatusCode.Unauthorized)]
    public async Task The_secret_may_come_in_the_header(string credentials, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Endpoint("token"))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        using var reply = await host.Client.SendAsync(request);
        Assert.Equal(expected, reply.StatusCode);
    }

    [Fact]
    public async Task A_client_without_service_account_cannot_act_for_itself()
    {
        Assert.Equal("unauthorized_client", (await host.TokenAsync("reseau-portail", ClientCredentials)).Error);
    }
}
