using System.Net;

namespace Reseau.Identity.Tests.Provider;

public sealed class AskingWrongly(ProviderHost host) : IClassFixture<ProviderHost>
{
    [Theory]
    [InlineData("https://evil.example/signin-oidc")]
    [InlineData("http://localhost:8080/signin-oidc/")]
    [InlineData("http://localhost:8080/signin-oidc?next=x")]
    [InlineData("http://localhost:8080/signin-oidc#x")]
    [InlineData("http://localhost:8080@evil.example/signin-oidc")]
    [InlineData("/signin-oidc")]
    public async Task A_redirect_address_that_differs_is_refused_without_redirecting(string uri)
    {
        var answer = await new Browser(host).AuthorizeAsync(("redirect_uri", uri));
        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task An_unknown_client_is_refused_without_redirecting()
    {
        var answer = await new Browser(host).AuthorizeAsync(("client_id", "personne"));
        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.Status, answer.Location));
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", null, "invalid_request")]
    [InlineData("response_mode", "fragment", "invalid_request")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge", "court", "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("scope", "openid admin", "invalid_scope")]
    [InlineData("max_age", "-1", "invalid_request")]
    [InlineData("request", "e30.e30.", "request_not_supported")]
    public async Task Another_fault_is_told_to_the_client(string name, string? value, string error)
    {
        var answer = await new Browser(host).AuthorizeAsync((name, value));
        Assert.Equal(error, answer.Parameter("error"));
        Assert.Equal("the-state", answer.Parameter("state"));
    }

    [Fact]
    public async Task A_wrong_verifier_gets_nothing_and_spends_the_code()
    {
        var browser = new Browser(host);
        var answer = await browser.SignInAsync("claire.accueil");

        Assert.Equal("invalid_grant", (await browser.ExchangeAsync(answer, new string('x', 50))).Error);
        Assert.Equal("invalid_grant", (await browser.ExchangeAsync(answer)).Error);
    }

    [Fact]
    public async Task A_code_used_twice_takes_back_what_it_gave()
    {
        var browser = new Browser(host);
        var answer = await browser.SignInAsync("claire.accueil");
        var tokens = await browser.ExchangeAsync(answer);
        Assert.Equal(HttpStatusCode.OK, tokens.Status);

        Assert.Equal("invalid_grant", (await browser.ExchangeAsync(answer)).Error);
        var refreshed = await host.TokenAsync("reseau-portail", ("grant_type", "refresh_token"), ("refresh_token", tokens.RefreshToken));
        Assert.Equal("invalid_grant", refreshed.Error);
    }

    [Fact]
    public async Task A_code_is_only_for_the_client_and_the_address_it_was_given_to()
    {
        var browser = new Browser(host);
        var code = (await browser.SignInAsync("claire.accueil")).Parameter("code");

        var other = await host.TokenAsync("si-caf-35", ("grant_type", "authorization_code"), ("code", code),
            ("redirect_uri", browser.RedirectUri), ("code_verifier", Browser.Verifier));
        Assert.Equal("invalid_grant", other.Error);

        var elsewhere = await host.TokenAsync("reseau-portail", ("grant_type", "authorization_code"), ("code", code),
            ("redirect_uri", "http://localhost:8080/"), ("code_verifier", Browser.Verifier));
        Assert.Equal("invalid_grant", elsewhere.Error);
    }

    [Fact]
    public async Task The_password_grant_is_closed_to_a_client_that_does_not_have_it()
    {
        var reply = await host.TokenAsync("reseau-portail", ("grant_type", "password"), ("username", "claire.accueil"), ("password", DemoPlaceholders.Password));
        Assert.Equal("unauthorized_client", reply.Error);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data; boundary=x", "--x")]
    [InlineData("application/x-www-form-urlencoded", "grant_type=client_credentials&grant_type=password&client_id=si-caf-35&client_secret=a&client_secret=b")]
    public async Task A_body_that_is_no_plain_form_is_refused_and_not_a_failure(string type, string body)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        using var reply = await host.Client.PostAsync(host.Endpoint("token"), content);
        Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
    }

    [Fact]
    public async Task An_unknown_grant_is_named_as_such()
    {
        Assert.Equal("unsupported_grant_type", (await host.TokenAsync("si-caf-35", ("grant_type", "magic"))).Error);
        Assert.Equal("invalid_request", (await host.TokenAsync("si-caf-35")).Error);
    }
}
