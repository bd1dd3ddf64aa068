using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Grpc.Core;
using Keycloak.AuthServices.Authentication;
using Microsoft.Extensions.Options;

namespace Reseau.Hosting.Messaging;

/// <summary>The service's own access token (client credentials), kept until shortly before it ends.</summary>
public sealed class ServiceTokens(HttpClient http, IOptions<KeycloakAuthenticationOptions> keycloak, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _refreshing = new(1);
    private (string Token, DateTimeOffset Until) _current;

    /// <summary>Credentials for calls to other services.</summary>
    public CallCredentials Credentials => CallCredentials.FromInterceptor(async (context, metadata) =>
        metadata.Add("Authorization", $"Bearer {await GetAsync(context.CancellationToken)}"));

    /// <inheritdoc />
    public void Dispose() => _refreshing.Dispose();

    private async Task<string> GetAsync(CancellationToken cancellation)
    {
        if (clock.GetUtcNow() < _current.Until) return _current.Token;
        await _refreshing.WaitAsync(cancellation);
        try
        {
            if (clock.GetUtcNow() < _current.Until) return _current.Token;
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = keycloak.Value.Resource ?? "",
                ["client_secret"] = keycloak.Value.Credentials.Secret,
            });
            using var answer = await http.PostAsync(new Uri(keycloak.Value.KeycloakTokenEndpoint!), form, cancellation);
            answer.EnsureSuccessStatusCode();
            var token = await answer.Content.ReadFromJsonAsync<TokenAnswer>(cancellation)
                ?? throw new InvalidDataException("The identity provider gave no token.");
            _current = (token.AccessToken, clock.GetUtcNow() + TimeSpan.FromSeconds(token.ExpiresIn) - Margin);
            return _current.Token;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
