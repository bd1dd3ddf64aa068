using System.Net;

namespace Reseau.Identity.Tests.Provider;

public sealed class SigningOut(ProviderHost host) : IClassFixture<ProviderHost>
{
    private const string Home = "http://localhost:8080/";

    [Fact]
    public async Task With_the_id_token_it_is_done_at_once_and_the_browser_goes_home()
    {
        var browser = new Browser(host);
        var tokens = await browser.TokensOfAsync("claire.accueil");

        var answer = await browser.GetAsync($"{host.Endpoint("logout")}?id_token_hint={tokens.IdToken}&post_logout_redirect_uri={Home}&state=s1");

        Assert.StartsWith(Home, answer.Location, StringComparison.Ordinal);
        Assert.Equal("s1", answer.Parameter("state"));
        Assert.Equal("login_required", (await browser.AuthorizeAsync(("prompt", "none"))).Parameter("error"));
        Assert.Equal("invalid_grant", (await host.TokenAsync(
            "reseau-portail", ("grant_type", "refresh_token"), ("refresh_token", tokens.RefreshToken))).Error);
    }

    [Fact]
    public async Task Without_it_the_person_is_asked_first()
    {
        var browser = new Browser(host);
        await browser.SignInAsync("claire.accueil");

        var page = await browser.GetAsync($"{host.Endpoint("logout")}?client_id=reseau-portail&post_logout_redirect_uri={Home}");
        Assert.NotEmpty((await browser.AuthorizeAsync(("prompt", "none"))).Parameter("code"));

        var done = await browser.SubmitAsync(page);
        Assert.Equal(Home, done.Location);
        Assert.Equal("login_required", (await browser.AuthorizeAsync(("prompt", "none"))).Parameter("error"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://localhost:8080.evil.example/")]
    [InlineData("http://localhost:8080/../x")]
    [InlineData("http://localhost:8080/%0d%0aSet-Cookie:%20a=b")]
    public async Task An_address_that_is_not_the_applications_is_refused_and_nothing_ends(string target)
    {
        var browser = new Browser(host);
        var tokens = await browser.TokensOfAsync("claire.accueil");

        var answer = await browser.GetAsync($"{host.Endpoint("logout")}?id_token_hint={tokens.IdToken}&post_logout_redirect_uri={target}");

        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.Status, answer.Location));
        Assert.NotEmpty((await browser.AuthorizeAsync(("prompt", "none"))).Parameter("code"));
    }

    [Fact]
    public async Task A_hint_that_is_no_id_token_of_ours_is_refused()
    {
        var browser = new Browser(host);
        var tokens = await browser.TokensOfAsync("claire.accueil");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"{host.Endpoint("logout")}?id_token_hint={tokens.AccessToken}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"{host.Endpoint("logout")}?id_token_hint=x.y.z")).Status);
    }
}
