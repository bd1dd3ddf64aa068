namespace Reseau.Identity.Tests.Provider;

/// <summary>Signing a convention asks for the password again: prompt=login, max_age and auth_time.</summary>
public sealed class SigningInAgain : IAsyncLifetime
{
    private readonly ProviderHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("prompt", "login")]
    [InlineData("max_age", "0")]
    [InlineData("max_age", "60")]
    public async Task The_same_person_types_the_password_and_the_time_moves(string name, string value)
    {
        var browser = new Browser(_host);
        var before = await browser.TokensOfAsync("marc.cdas");
        _host.Clock.Advance(TimeSpan.FromMinutes(2));

        var page = await browser.AuthorizeAsync((name, value));
        Assert.Contains("marc.cdas", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"username\"", page.Html, StringComparison.Ordinal);
        var after = await browser.ExchangeAsync(await browser.SubmitAsync(page, ("password", DemoPlaceholders.Password)));

        Assert.Equal((string?)before.AccessClaims["sid"], (string?)after.AccessClaims["sid"]);
        Assert.Equal(120, (long)after.IdClaims["auth_time"]! - (long)before.IdClaims["auth_time"]!);
        // The services read it in the access token; renewing that one is no proof of anything.
        Assert.Equal((long)after.IdClaims["auth_time"]!, (long)after.AccessClaims["auth_time"]!);
        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        var renewed = await _host.TokenAsync("reseau-portail", ("grant_type", "refresh_token"), ("refresh_token", after.RefreshToken));
        Assert.Equal((long)after.IdClaims["auth_time"]!, (long)renewed.AccessClaims["auth_time"]!);
    }

    [Fact]
    public async Task A_recent_sign_in_is_enough_for_a_longer_age()
    {
        var browser = new Browser(_host);
        await browser.SignInAsync("marc.cdas");
        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.NotEmpty((await browser.AuthorizeAsync(("max_age", "300"))).Parameter("code"));
    }

    [Fact]
    public async Task Someone_else_cannot_answer_for_the_person_but_may_change_account()
    {
        var browser = new Browser(_host);
        await browser.SignInAsync("marc.cdas");
        var page = await browser.AuthorizeAsync(("prompt", "login"));

        var forged = await browser.SubmitAsync(page, ("username", "nadia.caf"), ("password", DemoPlaceholders.Password));
        var tokens = await browser.ExchangeAsync(forged);
        Assert.Equal("marc.cdas", (string?)tokens.AccessClaims["preferred_username"]);

        var blank = await browser.SubmitAsync(await browser.AuthorizeAsync(("prompt", "login")), ("other", "1"));
        Assert.Contains("name=\"username\"", blank.Html, StringComparison.Ordinal);
        var nadia = await browser.ExchangeAsync(await browser.SubmitAsync(blank, ("username", "nadia.caf"), ("password", DemoPlaceholders.Password)));
        Assert.Equal("nadia.caf", (string?)nadia.AccessClaims["preferred_username"]);
    }

    [Fact]
    public async Task The_session_key_changes_at_each_sign_in()
    {
        var browser = new Browser(_host);
        await browser.SignInAsync("marc.cdas");
        var before = browser.Cookies["RESEAU_IDENTITY"];
        await browser.SubmitAsync(await browser.AuthorizeAsync(("prompt", "login")), ("password", DemoPlaceholders.Password));
        Assert.NotEqual(before, browser.Cookies["RESEAU_IDENTITY"]);
    }

    [Fact]
    public async Task Guessing_blocks_the_account_for_a_minute_then_longer()
    {
        var browser = new Browser(_host);
        for (var i = 0; i < 5; i++) await browser.SignInAsync("yann.responsable", "essai");

        Assert.Null((await browser.SignInAsync("yann.responsable")).Location);
        Assert.NotNull((await new Browser(_host).SignInAsync("claire.accueil")).Location);

        _host.Clock.Advance(TimeSpan.FromSeconds(61));
        for (var i = 0; i < 5; i++)
        {
            await browser.SignInAsync("yann.responsable", "essai");
            _host.Clock.Advance(TimeSpan.FromSeconds(61));
        }

        Assert.Null((await browser.SignInAsync("yann.responsable")).Location);
        _host.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.NotNull((await browser.SignInAsync("yann.responsable")).Location);
    }
}
