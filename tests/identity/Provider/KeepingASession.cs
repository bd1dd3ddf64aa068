using System.Net;

namespace Reseau.Identity.Tests.Provider;

public sealed class KeepingASession : IAsyncLifetime
{
    private readonly ProviderHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    private Task<TokenReply> RefreshAsync(string token) => RefreshAsync(_host, token);

    private static Task<TokenReply> RefreshAsync(ProviderHost host, string token) =>
        host.TokenAsync("reseau-portail", ("grant_type", "refresh_token"), ("refresh_token", token));

    [Fact]
    public async Task A_refresh_gives_new_tokens_of_the_same_session()
    {
        var first = await new Browser(_host).TokensOfAsync("lea.ml");
        _host.Clock.Advance(TimeSpan.FromMinutes(10));

        var second = await RefreshAsync(first.RefreshToken);

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        Assert.Equal((string?)first.AccessClaims["sid"], (string?)second.AccessClaims["sid"]);
        Assert.Equal((long?)first.AccessClaims["auth_time"], (long?)second.AccessClaims["auth_time"]);
        Assert.Equal("mission-locale-rennes", (string?)second.AccessClaims["institution"]);
    }

    [Fact]
    public async Task A_refresh_token_used_twice_revokes_the_one_that_replaced_it()
    {
        var first = await new Browser(_host).TokensOfAsync("lea.ml");
        var second = await RefreshAsync(first.RefreshToken);

        Assert.Equal("invalid_grant", (await RefreshAsync(first.RefreshToken)).Error);
        Assert.Equal("invalid_grant", (await RefreshAsync(second.RefreshToken)).Error);
    }

    [Fact]
    public async Task Of_two_refreshes_at_once_one_wins()
    {
        var first = await new Browser(_host).TokensOfAsync("lea.ml");
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RefreshAsync(first.RefreshToken)));
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_sign_ins_of_one_browser_refresh_apart()
    {
        var browser = new Browser(_host);
        var first = await browser.TokensOfAsync("lea.ml");
        var second = await browser.ExchangeAsync(await browser.AuthorizeAsync());

        Assert.Equal((string?)first.AccessClaims["sid"], (string?)second.AccessClaims["sid"]);
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(first.RefreshToken)).Status);
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(second.RefreshToken)).Status);
    }

    [Fact]
    public async Task A_refresh_token_is_nothing_to_another_client_and_an_access_token_is_no_refresh_token()
    {
        var tokens = await new Browser(_host).TokensOfAsync("lea.ml");
        var other = await _host.TokenAsync("si-caf-35", ("grant_type", "refresh_token"), ("refresh_token", tokens.RefreshToken));

        Assert.Equal("invalid_grant", other.Error);
        Assert.Equal("invalid_grant", (await RefreshAsync(tokens.AccessToken)).Error);
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(tokens.RefreshToken)).Status);
    }

    [Fact]
    public async Task An_idle_session_ends_and_an_active_one_ends_too_in_time()
    {
        var idle = await new Browser(_host).TokensOfAsync("lea.ml");
        var active = await new Browser(_host).TokensOfAsync("karim.caf");
        for (var i = 0; i < 2; i++)
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(20));
            active = await RefreshAsync(active.RefreshToken);
            Assert.Equal(HttpStatusCode.OK, active.Status);
        }

        Assert.Equal("invalid_grant", (await RefreshAsync(idle.RefreshToken)).Error);
        for (var i = 0; i < 27; i++)
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(20));
            active = await RefreshAsync(active.RefreshToken);
        }

        // Ten hours after the sign-in the session ends, however active: the last token says so.
        Assert.Equal(20 * 60, (long)active.Body["refresh_expires_in"]!);
        _host.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("invalid_grant", (await RefreshAsync(active.RefreshToken)).Error);
    }

    [Fact]
    public async Task A_code_is_worth_nothing_after_a_minute()
    {
        var browser = new Browser(_host);
        var answer = await browser.SignInAsync("lea.ml");
        _host.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("invalid_grant", (await browser.ExchangeAsync(answer)).Error);
    }

    [Fact]
    public async Task A_restart_signs_nobody_out()
    {
        var tokens = await new Browser(_host).TokensOfAsync("lea.ml");
        var restarted = new ProviderHost { DataDirectory = _host.DataDirectory, Clock = _host.Clock };
        await restarted.InitializeAsync();

        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(restarted, tokens.RefreshToken)).Status);
        Assert.Equal(await _host.Client.GetStringAsync(_host.Endpoint("certs")), await restarted.Client.GetStringAsync(restarted.Endpoint("certs")));
        await restarted.DisposeAsync();
    }

    [Fact]
    public void Keys_and_sessions_are_readable_by_the_owner_only()
    {
        Assert.All(Directory.GetFiles(_host.DataDirectory), file =>
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(file)));
    }
}
