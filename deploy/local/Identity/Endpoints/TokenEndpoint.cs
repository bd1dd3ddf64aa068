using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Reseau.Identity.Realm;
using Reseau.Identity.Sessions;
using Reseau.Identity.Tokens;

namespace Reseau.Identity.Endpoints;

/// <summary>The token endpoint. Each grant is in its own file; errors are Keycloak's.</summary>
internal sealed partial class TokenEndpoint(
    IdentityRealm realm, SessionStore sessions, AuthorizationCodes codes, LoginGuard guard, TokenFactory tokens,
    ClientAuthentication authentication, TimeProvider clock, ILogger<TokenEndpoint> logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        var form = await Wire.ParametersAsync(context);
        if (authentication.Authenticate(context, form) is not { } client)
        {
            await Wire.ErrorAsync(context, StatusCodes.Status401Unauthorized, "unauthorized_client", "Invalid client or Invalid client credentials");
            return;
        }

        var answer = form("grant_type") switch
        {
            "authorization_code" => ExchangeCode(client, form),
            "refresh_token" => await RefreshAsync(client, form),
            "client_credentials" => ActAsItself(client, form),
            "password" => SignInDirectly(client, form),
            null => TokenAnswer.Refused("invalid_request", "Missing form parameter: grant_type"),
            _ => TokenAnswer.Refused("unsupported_grant_type", "Unsupported grant_type"),
        };

        await (answer.Tokens is { } given
            ? Wire.JsonAsync(context, StatusCodes.Status200OK, given)
            : Wire.ErrorAsync(context, StatusCodes.Status400BadRequest, answer.Error, answer.Description));
    }

    private TokenAnswer Give(Grant grant, ClientGrant? held)
    {
        var access = tokens.Access(grant);
        JsonObject body = new()
        {
            ["access_token"] = access, ["expires_in"] = tokens.AccessTokenSeconds, ["refresh_expires_in"] = 0,
            ["token_type"] = "Bearer", ["not-before-policy"] = 0, ["scope"] = grant.Scope,
        };
        if (grant.Session is { } session && held is not null)
        {
            var end = sessions.RefreshEnd(session);
            body["refresh_expires_in"] = (long)(end - clock.GetUtcNow()).TotalSeconds;
            body["refresh_token"] = tokens.Refresh(grant, held.RefreshTokenId, end);
            body["session_state"] = session.Id;
        }

        if (grant.IsOpenId) body["id_token"] = tokens.Id(grant, access);
        return new(body, "", "");
    }

    private readonly record struct TokenAnswer(JsonObject? Tokens, string Error, string Description)
    {
        public static TokenAnswer Refused(string error, string description) => new(null, error, description);
    }
}
