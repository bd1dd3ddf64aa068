using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Reseau.Identity.Realm;

namespace Reseau.Identity.Tokens;

/// <summary>Makes tokens with the claims Keycloak puts in them, and reads back those that come home.</summary>
public sealed class TokenFactory(IdentityRealm realm, RealmUrls urls, SigningKeys keys, TimeProvider clock)
{
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    /// <summary>Seconds an access token lives.</summary>
    public int AccessTokenSeconds => realm.Settings.AccessTokenLifespan;

    /// <summary>An access token.</summary>
    public string Access(Grant grant)
    {
        var claims = Common(grant, "Bearer", AccessTokenSeconds);
        ClaimMappers.Apply(claims, TokenUse.Access, grant.Client, grant.Account);
        claims["scope"] = grant.Scope;
        if (grant.Session is null) claims["client_id"] = grant.Client.ClientId;
        return Sign(claims, keys.Signing);
    }

    /// <summary>An ID token, bound to the access token given with it.</summary>
    public string Id(Grant grant, string accessToken)
    {
        var claims = Common(grant, "ID", AccessTokenSeconds);
        ClaimMappers.Apply(claims, TokenUse.Id, grant.Client, grant.Account);
        claims["aud"] = grant.Client.ClientId;
        claims["at_hash"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, 16).ToArray());
        if (grant.Nonce is { } nonce) claims["nonce"] = nonce;
        return Sign(claims, keys.Signing);
    }

    /// <summary>A refresh token that ends at <paramref name="expiresAt"/>. <paramref name="id"/> is its place in the session's rotation.</summary>
    public string Refresh(Grant grant, string id, DateTimeOffset expiresAt)
    {
        var claims = Common(grant, "Refresh", 0);
        claims["jti"] = id;
        claims["exp"] = expiresAt.ToUnixTimeSeconds();
        claims["aud"] = urls.Issuer;
        claims["scope"] = grant.Scope;
        if (grant.Nonce is { } nonce) claims["nonce"] = nonce;
        return Sign(claims, keys.Refresh);
    }

    /// <summary>The claims of the userinfo endpoint.</summary>
    public JsonObject UserInfo(ClientDocument client, Account account)
    {
        JsonObject claims = new() { ["sub"] = account.Subject };
        ClaimMappers.Apply(claims, TokenUse.UserInfo, client, account);
        return claims;
    }

    /// <summary>The token if it is one of ours, of that type and still valid; null otherwise.</summary>
    /// <param name="token">The encoded token.</param>
    /// <param name="type">Expected <c>typ</c> claim: Bearer, ID or Refresh. Without it an ID token could pass for an access token.</param>
    /// <param name="evenExpired">True for the hint of a sign-out, which often comes after the ID token's end.</param>
    public async Task<JsonWebToken?> ReadAsync(string token, string type, bool evenExpired = false)
    {
        var credentials = type == "Refresh" ? keys.Refresh : keys.Signing;
        var result = await _handler.ValidateTokenAsync(token, new()
        {
            ValidIssuer = urls.Issuer,
            IssuerSigningKey = credentials.Key,
            ValidAlgorithms = [credentials.Algorithm],
            AudienceValidator = (audiences, _, _) => IsFor(audiences, type),
            LifetimeValidator = (_, expires, _, _) => evenExpired || expires > clock.GetUtcNow().UtcDateTime,
        });
        return result is { IsValid: true, SecurityToken: JsonWebToken read }
            && read.TryGetPayloadValue<string>("typ", out var actual) && actual == type ? read : null;
    }

    // An access token is for the APIs it names; userinfo is open to all of them.
    private bool IsFor(IEnumerable<string> audiences, string type) => type switch
    {
        "Refresh" => audiences.Contains(urls.Issuer, StringComparer.Ordinal),
        "ID" => audiences.Any(audience => realm.FindClient(audience) is not null),
        _ => audiences.Any(),
    };

    private JsonObject Common(Grant grant, string type, int seconds)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        JsonObject claims = new()
        {
            ["exp"] = now + seconds, ["iat"] = now, ["jti"] = Guid.NewGuid().ToString(), ["iss"] = urls.Issuer,
            ["sub"] = grant.Account.Subject, ["typ"] = type, ["azp"] = grant.Client.ClientId,
        };
        if (grant.Session is { } session)
        {
            claims["sid"] = session.Id;
            claims["auth_time"] = session.AuthenticatedAt.ToUnixTimeSeconds();
        }

        claims["acr"] = "1";
        return claims;
    }

    private string Sign(JsonObject claims, SigningCredentials credentials) => _handler.CreateToken(claims.ToJsonString(), credentials);
}
