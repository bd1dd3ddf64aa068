using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Reseau.Gateway.Session;

/// <summary>
/// Checks an access token as the services do, and keeps of it what the portal needs: a name, an institution, roles, when the password was typed. The rest,
/// such as the e-mail address, does not enter the session's identity.
/// </summary>
public sealed class AccessTokenReader(IOptionsMonitor<JwtBearerOptions> options)
{
    public async Task<ClaimsPrincipal> ReadAsync(string accessToken)
    {
        var bearer = options.Get(JwtBearerDefaults.AuthenticationScheme);
        var parameters = bearer.TokenValidationParameters.Clone();
        parameters.ConfigurationManager = bearer.ConfigurationManager as BaseConfigurationManager;

        var result = await bearer.TokenHandlers[0].ValidateTokenAsync(accessToken, parameters);
        if (!result.IsValid) throw new SecurityTokenValidationException("The identity provider gave a token that is not valid here.", result.Exception);

        var token = result.ClaimsIdentity;
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        Copy(token, identity, Claims.Subject, Claims.Subject);
        Copy(token, identity, Claims.Institution, Claims.Institution);
        Copy(token, identity, Claims.AuthenticatedAt, Claims.AuthenticatedAt);
        Copy(token, identity, token.HasClaim(claim => claim.Type == Claims.Name) ? Claims.Name : Claims.UserName, Claims.Name);
        identity.AddClaims(RealmRoles(token).Select(role => new Claim(Claims.Role, role)));
        return new(identity);
    }

    private static void Copy(ClaimsIdentity token, ClaimsIdentity identity, string from, string to)
    {
        if (token.FindFirst(from)?.Value is { Length: > 0 } value) identity.AddClaim(new(to, value));
    }

    private static List<string> RealmRoles(ClaimsIdentity token)
    {
        if (token.FindFirst(Claims.RealmAccess)?.Value is not { } json) return [];
        using var access = JsonDocument.Parse(json);
        return access.RootElement.TryGetProperty("roles", out var roles)
            ? [.. roles.EnumerateArray().Select(role => role.GetString()!)]
            : [];
    }
}
