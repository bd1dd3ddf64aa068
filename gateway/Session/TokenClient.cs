using System.Text.Json;

namespace Reseau.Gateway.Session;

/// <summary>The back-channel calls to the realm: renewing tokens and ending the session there.</summary>
public sealed class TokenClient(HttpClient http, GatewaySettings settings, TimeProvider clock)
{
    /// <summary>Exchanges the refresh token, which is thereby used up.</summary>
    /// <exception cref="TokenRefusedException">The session at the realm is over.</exception>
    public async Task<TokenSet> RefreshAsync(string refreshToken, string idToken, CancellationToken cancellation)
    {
        using var form = Form(("grant_type", "refresh_token"), ("refresh_token", refreshToken));
        using var answer = await http.PostAsync(settings.OpenIdConnect("token"), form, cancellation);
        using var body = await ReadAsync(answer, cancellation);
        if ((int)answer.StatusCode is >= 400 and < 500) throw new TokenRefusedException(TokenSet.Text(body.RootElement, "error") ?? $"{answer.StatusCode}");
        answer.EnsureSuccessStatusCode();
        return TokenSet.Read(body.RootElement, clock.GetUtcNow(), refreshToken, idToken);
    }

    /// <summary>
    /// Ends the session at the realm, so that the next sign-in asks for the password. Done from here rather than by sending the
    /// browser there with an ID token, which would put a person's name and e-mail in a URL. Keycloak takes the refresh token; a
    /// provider that only knows the standard takes the ID token as hint.
    /// </summary>
    public async Task EndSessionAsync(string refreshToken, string idToken, CancellationToken cancellation)
    {
        using var form = Form(("refresh_token", refreshToken), ("id_token_hint", idToken));
        using var answer = await http.PostAsync(settings.OpenIdConnect("logout"), form, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    private FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(
        [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        KeyValuePair.Create("client_id", settings.ClientId),
        KeyValuePair.Create("client_secret", settings.ClientSecret)]);

    private static async Task<JsonDocument> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), default, cancellation);
        }
        catch (JsonException exception)
        {
            throw new HttpRequestException("The token endpoint did not answer in JSON.", exception);
        }
    }
}
