using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Reseau.Identity.Tests.Provider;

public sealed class SigningInWithACode(ProviderHost host) : IClassFixture<ProviderHost>
{
    [Fact]
    public async Task A_person_comes_back_with_a_code_the_state_and_the_issuer()
    {
        var answer = await new Browser(host).SignInAsync("claire.accueil");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.StartsWith("http://localhost:8080/signin-oidc?", answer.Location, StringComparison.Ordinal);
        Assert.Equal("the-state", answer.Parameter("state"));
        Assert.Equal(host.Issuer, answer.Parameter("iss"));
    }

    [Fact]
    public async Task The_access_token_has_the_claims_of_Keycloak()
    {
        var tokens = await new Browser(host).TokensOfAsync("marc.cdas");

        var claims = tokens.AccessClaims;
        Assert.Equal(host.Issuer, (string?)claims["iss"]);
        Assert.Equal("reseau", (string?)claims["aud"]);
        Assert.Equal("Bearer", (string?)claims["typ"]);
        Assert.Equal("reseau-portail", (string?)claims["azp"]);
        Assert.Equal("openid email profile", (string?)claims["scope"]);
        Assert.Equal("marc.cdas", (string?)claims["preferred_username"]);
        Assert.Equal("Marc Delaunay", (string?)claims["name"]);
        Assert.Equal("departement-35", (string?)claims["institution"]);
        Assert.Equal(["referent", "signataire"], claims["realm_access"]!["roles"]!.AsArray().Select(role => (string?)role));
        Assert.Equal(300, (long)claims["exp"]! - (long)claims["iat"]!);
        Assert.All(["sub", "sid", "jti"], name => Assert.True(Guid.TryParse((string?)claims[name], out _), name));
        Assert.Equal(tokens.Text("session_state"), (string?)claims["sid"]);
        Assert.True((bool)claims["email_verified"]!);
    }

    [Fact]
    public async Task The_id_token_is_for_the_client_and_carries_its_nonce()
    {
        var tokens = await new Browser(host).TokensOfAsync("sofia.mission");

        var claims = tokens.IdClaims;
        Assert.Equal("reseau-portail", (string?)claims["aud"]);
        Assert.Equal("the-nonce", (string?)claims["nonce"]);
        Assert.Equal("ID", (string?)claims["typ"]);
        Assert.Equal("rennes-metropole", (string?)claims["institution"]);
        Assert.Equal("charge-de-mission", (string?)claims["realm_access"]!["roles"]![0]);
        Assert.NotNull(claims["at_hash"]);
    }

    [Fact]
    public async Task Without_openid_there_is_no_id_token()
    {
        var browser = new Browser(host);
        var tokens = await browser.ExchangeAsync(await browser.SignInAsync("lea.ml", changes: ("scope", "profile")));
        Assert.Null(tokens.Body["id_token"]);
        Assert.Equal("email profile", (string?)tokens.AccessClaims["scope"]);
    }

    [Fact]
    public async Task Who_is_signed_in_is_not_asked_again()
    {
        var browser = new Browser(host);
        await browser.SignInAsync("claire.accueil");

        var again = await browser.AuthorizeAsync(("prompt", "none"));
        Assert.NotEmpty(again.Parameter("code"));
    }

    [Fact]
    public async Task Who_is_not_signed_in_cannot_pass_silently()
    {
        var answer = await new Browser(host).AuthorizeAsync(("prompt", "none"));
        Assert.Equal("login_required", answer.Parameter("error"));
        Assert.Equal("the-state", answer.Parameter("state"));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_give_the_same_page()
    {
        var wrong = await new Browser(host).SignInAsync("ines.mairie", "mauvais");
        var unknown = await new Browser(host).SignInAsync("personne", "mauvais");

        Assert.Null(wrong.Location);
        Assert.Contains("<title>Erreur : Connexion", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(WithoutTab(wrong.Html), WithoutTab(unknown.Html));
    }

    [Fact]
    public async Task A_service_account_cannot_sign_in_as_a_person()
    {
        var answer = await new Browser(host).SignInAsync("service-account-si-caf-35", "demo-si-caf-35");
        Assert.Null(answer.Location);
    }

    [Fact]
    public async Task The_sign_in_page_can_be_answered_only_by_the_browser_it_was_shown_to()
    {
        var page = await new Browser(host).AuthorizeAsync();
        var elsewhere = await new Browser(host).SubmitAsync(page, ("username", "claire.accueil"), ("password", DemoPlaceholders.Password));
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.Status);
    }

    [Fact]
    public async Task The_page_allows_no_script_and_its_form_may_reach_the_application()
    {
        var page = await new Browser(host).AuthorizeAsync();

        Assert.Contains("default-src 'none'", page.Policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' http://localhost:8080;", page.Policy, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fr\">", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(DemoPlaceholders.Password, page.Html, StringComparison.Ordinal);
        Assert.Equal("text/css", (await host.Client.GetAsync("/realms/reseau/theme.css")).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_a_client_proposes_as_name_is_shown_as_text()
    {
        var page = await new Browser(host).AuthorizeAsync(("login_hint", "\"><script>alert(1)</script>"));
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Userinfo_tells_the_person_until_the_session_ends()
    {
        var browser = new Browser(host);
        var tokens = await browser.ExchangeAsync(await browser.SignInAsync("karim.caf"));

        var (status, info) = await UserInfoAsync(tokens.AccessToken);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("caf-35", (string?)info["institution"]);
        Assert.Equal((string?)tokens.AccessClaims["sub"], (string?)info["sub"]);

        await browser.GetAsync($"{host.Endpoint("logout")}?id_token_hint={tokens.IdToken}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await UserInfoAsync(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task Userinfo_refuses_an_id_token()
    {
        var tokens = await new Browser(host).TokensOfAsync("karim.caf");
        Assert.Equal(HttpStatusCode.Unauthorized, (await UserInfoAsync(tokens.IdToken)).Status);
    }

    private async Task<(HttpStatusCode Status, JsonObject Body)> UserInfoAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, host.Endpoint("userinfo"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var reply = await host.Client.SendAsync(request);
        return (reply.StatusCode, (await reply.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    private static string WithoutTab(string html) =>
        string.Join('\n', html.Split('\n').Where(line => !line.Contains("name=\"tab\"", StringComparison.Ordinal)));
}
