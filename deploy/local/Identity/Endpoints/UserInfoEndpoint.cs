using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Reseau.Identity.Realm;
using Reseau.Identity.Sessions;
using Reseau.Identity.Tokens;

namespace Reseau.Identity.Endpoints;

/// <summary>What the bearer of an access token may know of its person, as long as the session lasts.</summary>
internal sealed class UserInfoEndpoint(IdentityRealm realm, SessionStore sessions, TokenFactory tokens)
{
    public async Task HandleAsync(HttpContext context)
    {
        var token = AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var header)
            && "Bearer".Equals(header.Scheme, StringComparison.OrdinalIgnoreCase)
                ? await tokens.ReadAsync(header.Parameter ?? "", "Bearer")
                : null;

        if (token is null || realm.FindClient(token.Azp) is not { } client || AccountOf(token) is not { } account)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\", error_description=\"Token verification failed\"";
            await Wire.ErrorAsync(context, StatusCodes.Status401Unauthorized, "invalid_token", "Token verification failed");
            return;
        }

        if (!Scopes.Contains(token.GetPayloadValue<string>("scope"), "openid"))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"insufficient_scope\", error_description=\"Missing openid scope\"";
            await Wire.ErrorAsync(context, StatusCodes.Status403Forbidden, "insufficient_scope", "Missing openid scope");
            return;
        }

        await Wire.JsonAsync(context, StatusCodes.Status200OK, tokens.UserInfo(client, account));
    }

    // A token without session is a client acting for itself: it lives as long as it says.
    private Account? AccountOf(JsonWebToken token) =>
        !token.TryGetPayloadValue<string>("sid", out var sid) || sessions.FindGrant(sid, token.Azp) is not null
            ? realm.FindSubject(token.Subject)
            : null;
}
