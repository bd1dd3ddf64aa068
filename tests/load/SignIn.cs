using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Reseau.Load;

/// <summary>Asks the realm for the token of a demo information system, as an institution's software does.</summary>
internal static class SignIn
{
    public static async Task<string> AsAsync(string client, Uri web, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = $"demo-{client}",
        });
        using var answer = await http.PostAsync(new Uri(web, "/realms/reseau/protocol/openid-connect/token"), form, cancellation);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Token>(cancellation))!.AccessToken;
    }

    private sealed record Token([property: JsonPropertyName("access_token")] string AccessToken);
}
