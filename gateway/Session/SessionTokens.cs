using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Reseau.Gateway.Session;

/// <summary>The tokens inside a ticket.</summary>
public static class SessionTokens
{
    public const string Access = "access_token";
    public const string Refresh = "refresh_token";
    public const string Id = "id_token";
    public const string ExpiresAt = "expires_at";

    public static string Of(AuthenticationProperties properties, string name) => properties.GetTokenValue(name) ?? "";

    public static void Keep(AuthenticationProperties properties, TokenSet tokens) => properties.StoreTokens(
    [
        new() { Name = Access, Value = tokens.AccessToken },
        new() { Name = Refresh, Value = tokens.RefreshToken },
        new() { Name = Id, Value = tokens.IdToken },
        new() { Name = ExpiresAt, Value = tokens.ExpiresAt.ToString("o", CultureInfo.InvariantCulture) },
    ]);
}
