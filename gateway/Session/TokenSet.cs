using System.Text.Json;

namespace Reseau.Gateway.Session;

/// <summary>What the token endpoint gives. The ID token serves only to name the session when it is ended.</summary>
public sealed record TokenSet(string AccessToken, string RefreshToken, string IdToken, DateTimeOffset ExpiresAt)
{
    /// <summary>Reads the answer to a code or to a refresh token; what the answer does not renew stays as it was.</summary>
    /// <exception cref="HttpRequestException">There is no access token in it.</exception>
    public static TokenSet Read(JsonElement body, DateTimeOffset now, string refreshToken = "", string idToken = "") => new(
        Text(body, "access_token") ?? throw new HttpRequestException("The token endpoint gave no access token."),
        Text(body, "refresh_token") ?? refreshToken,
        Text(body, "id_token") ?? idToken,
        now + TimeSpan.FromSeconds(body.TryGetProperty("expires_in", out var seconds) ? seconds.GetInt32() : 0));

    public static string? Text(JsonElement body, string name) => body.TryGetProperty(name, out var value) ? value.GetString() : null;
}
