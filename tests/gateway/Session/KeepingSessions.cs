using System.Security.Claims;
using Dapr.Client;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Reseau.Gateway.Session;
using Reseau.Sidecar;

namespace Reseau.Gateway.Tests.Session;

public sealed class KeepingSessions : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("reseau-sessions-").FullName;
    private SidecarHost _sidecar = null!;
    private DaprClient _dapr = null!;
    private SessionStore _store = null!;

    public async Task InitializeAsync()
    {
        _sidecar = await SidecarHost.StartAsync(new() { DataFile = Path.Combine(_data, "sidecar.db"), Apps = [new() { AppId = "gateway" }] });
        _dapr = new DaprClientBuilder().UseGrpcEndpoint(_sidecar.GrpcAddress("gateway")).Build();
        _store = new(_dapr, DataProtectionProvider.Create(new DirectoryInfo(_data)), TimeProvider.System, NullLogger<SessionStore>.Instance);
    }

    public async Task DisposeAsync()
    {
        _dapr.Dispose();
        await _sidecar.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task A_stored_session_comes_back_with_its_tokens()
    {
        var key = await _store.StoreAsync(Ticket("first"));

        var found = await _store.RetrieveAsync(key);

        Assert.Equal(("claire", "first"), (found?.Principal.Identity?.Name, SessionTokens.Of(found!.Properties, SessionTokens.Access)));
        Assert.Equal(key, SessionStore.KeyOf(found.Properties));
    }

    [Fact]
    public async Task A_ticket_made_by_signing_in_again_knows_the_session_it_replaces()
    {
        var key = await _store.StoreAsync(Ticket("first"));
        var again = Ticket("second");

        await _store.RenewAsync(key, again);

        var found = await _store.RetrieveAsync(key);
        Assert.Equal("second", SessionTokens.Of(found!.Properties, SessionTokens.Access));
        Assert.Equal(key, SessionStore.KeyOf(found.Properties));
    }

    [Fact]
    public async Task The_id_cannot_be_guessed_and_the_state_shows_neither_name_nor_token()
    {
        var key = await _store.StoreAsync(Ticket("secret-token"));
        var other = await _store.StoreAsync(Ticket("secret-token"));
        var record = await _dapr.GetStateAsync<SessionRecord>(SessionStore.Component, key);

        Assert.NotEqual(key, other);
        Assert.Equal("session:".Length + 43, key.Length);
        var stored = System.Text.Encoding.Latin1.GetString(Convert.FromBase64String(record.Ticket));
        Assert.DoesNotContain("secret-token", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("claire", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_session_is_gone()
    {
        var key = await _store.StoreAsync(Ticket("first"));

        await _store.RemoveAsync(key);

        Assert.Null(await _store.RetrieveAsync(key));
    }

    [Fact]
    public async Task Only_one_of_many_at_once_may_renew_the_tokens()
    {
        var key = await _store.StoreAsync(Ticket("first"));

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _store.ClaimRefreshAsync(key, TimeSpan.FromSeconds(10))));

        Assert.Single(claims, claim => claim.Mine);
        Assert.All(claims, claim => Assert.NotNull(claim.Ticket));
    }

    [Fact]
    public async Task Storing_renewed_tokens_gives_the_claim_back()
    {
        var key = await _store.StoreAsync(Ticket("first"));
        await _store.ClaimRefreshAsync(key, TimeSpan.FromSeconds(10));

        await _store.RenewAsync(key, Ticket("second"));

        Assert.True((await _store.ClaimRefreshAsync(key, TimeSpan.FromSeconds(10))).Mine);
        Assert.Equal("second", SessionTokens.Of((await _store.RetrieveAsync(key))!.Properties, SessionTokens.Access));
    }

    [Fact]
    public async Task A_session_written_with_other_keys_is_no_session()
    {
        var key = await _store.StoreAsync(Ticket("first"));
        var elsewhere = new SessionStore(
            _dapr, new EphemeralDataProtectionProvider(), TimeProvider.System, NullLogger<SessionStore>.Instance);

        Assert.Null(await elsewhere.RetrieveAsync(key));
    }

    private static AuthenticationTicket Ticket(string accessToken)
    {
        var properties = new AuthenticationProperties();
        SessionTokens.Keep(properties, new(accessToken, "refresh", "id", DateTimeOffset.UtcNow.AddMinutes(5)));
        return new(new(new ClaimsIdentity([new Claim(Claims.Name, "claire")], "test", Claims.Name, Claims.Role)), properties, "Cookies");
    }
}
