using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Reseau.Identity.Tests.Api;

public sealed class AcceptingTokens(ProviderHost provider) : IClassFixture<ProviderHost>, IAsyncLifetime
{
    private ProtectedApi _api = null!;

    public async Task InitializeAsync() => _api = await ProtectedApi.StartAsync(provider);

    public async Task DisposeAsync() => await _api.DisposeAsync();

    private async Task<string> GenuineAsync() => (await provider.TokenAsync("si-caf-35", ("grant_type", "client_credentials"))).AccessToken;

    [Fact]
    public async Task A_token_of_the_realm_is_accepted_and_says_who_calls()
    {
        var (status, me) = await _api.CallAsync(await GenuineAsync());

        Assert.Equal(200, status);
        Assert.Equal(("service-account-si-caf-35", "caf-35"), (me!.Name, me.Institution));
        Assert.Equal("""{"roles":["integration"]}""", me.RealmAccess);
    }

    [Fact]
    public async Task A_persons_token_is_accepted_but_not_the_id_token_given_with_it()
    {
        var tokens = await new Browser(provider).TokensOfAsync("claire.accueil");
        Assert.Equal("claire.accueil", (await _api.CallAsync(tokens.AccessToken)).Me!.Name);
        Assert.Equal(401, (await _api.CallAsync(tokens.IdToken)).Status);
        Assert.Equal(401, (await _api.CallAsync(tokens.RefreshToken)).Status);
    }

    [Fact]
    public async Task No_token_and_no_token_at_all_are_refused()
    {
        Assert.Equal(401, (await _api.CallAsync(null)).Status);
        Assert.Equal(401, (await _api.CallAsync("n'importe-quoi")).Status);
    }

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        var payload = new JsonWebToken(await GenuineAsync()).EncodedPayload;
        Assert.Equal(401, (await _api.CallAsync($"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{payload}.")).Status);
    }

    [Fact]
    public async Task A_token_with_a_changed_claim_is_refused()
    {
        var parts = (await GenuineAsync()).Split('.');
        var claims = JsonNode.Parse(Base64UrlEncoder.Decode(parts[1]))!;
        claims["institution"] = "ccas-rennes";
        Assert.Equal(401, (await _api.CallAsync($"{parts[0]}.{Base64UrlEncoder.Encode(claims.ToJsonString())}.{parts[2]}")).Status);
    }

    [Fact]
    public async Task A_token_signed_with_another_key_under_the_same_name_is_refused()
    {
        var genuine = new JsonWebToken(await GenuineAsync());
        using var rsa = RSA.Create(2048);
        SigningCredentials forger = new(new RsaSecurityKey(rsa) { KeyId = genuine.Kid }, SecurityAlgorithms.RsaSha256);
        Assert.Equal(401, (await _api.CallAsync(Forge(genuine, forger))).Status);
    }

    [Fact]
    public async Task A_token_whose_secret_is_the_public_key_is_refused()
    {
        var genuine = new JsonWebToken(await GenuineAsync());
        var keys = JsonNode.Parse(await provider.Client.GetStringAsync(provider.Endpoint("certs")))!;
        SymmetricSecurityKey key = new(Encoding.ASCII.GetBytes((string)keys["keys"]![0]!["n"]!)) { KeyId = genuine.Kid };
        Assert.Equal(401, (await _api.CallAsync(Forge(genuine, new(key, SecurityAlgorithms.HmacSha256)))).Status);
    }

    [Fact]
    public async Task A_token_for_another_audience_is_refused()
    {
        await using var other = await ProtectedApi.StartAsync(provider, audience: "autre-api");
        Assert.Equal(401, (await other.CallAsync(await GenuineAsync())).Status);
    }

    [Fact]
    public async Task A_token_of_another_issuer_is_refused_even_with_the_same_key()
    {
        var other = new ProviderHost { PublicUrl = "http://localhost:9090", DataDirectory = provider.DataDirectory };
        await other.InitializeAsync();
        var token = (await other.TokenAsync("si-caf-35", ("grant_type", "client_credentials"))).AccessToken;
        Assert.Equal(new JsonWebToken(await GenuineAsync()).Kid, new JsonWebToken(token).Kid);

        Assert.Equal(401, (await _api.CallAsync(token)).Status);
        await other.DisposeAsync();
    }

    [Fact]
    public async Task An_expired_token_is_refused_to_the_second()
    {
        // The provider of five minutes and one second ago: nothing but time is wrong with its tokens.
        var past = new ProviderHost { DataDirectory = provider.DataDirectory, Clock = new(DateTimeOffset.UtcNow - TimeSpan.FromSeconds(301)) };
        await past.InitializeAsync();
        var token = (await past.TokenAsync("si-caf-35", ("grant_type", "client_credentials"))).AccessToken;

        Assert.Equal(401, (await _api.CallAsync(token)).Status);
        await past.DisposeAsync();
    }

    private static string Forge(JsonWebToken genuine, SigningCredentials credentials) =>
        new JsonWebTokenHandler().CreateToken(Base64UrlEncoder.Decode(genuine.EncodedPayload), credentials);
}
