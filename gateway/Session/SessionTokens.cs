using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Reseau.Gateway.Session;

/// <summary>The tokens inside a ticket, under the names the OAuth handler gives them.</summary>
public static class SessionTokens
{
    public const string Access = "access_token";
    public const string Refresh = "refresh_token";
    public const string ExpiresAt = "expires_at";

    public static void Keep(AuthenticationProperties properties, TokenSet tokens) => properties.StoreTokens(
    [
        new() { Name = Access, Value = tokens.AccessToken },
        new() { Name = Refresh, Value = tokens.RefreshToken },
        new() { Name = ExpiresAt, Value = tokens.ExpiresAt.ToString("o", CultureInfo.InvariantCulture) },
    ]);
}
