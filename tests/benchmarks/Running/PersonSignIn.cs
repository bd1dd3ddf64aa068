using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Reseau.Benchmarks.Running;

/// <summary>Signs a person of the demo network in as their browser does, because only persons look after the whole network.</summary>
internal static partial class PersonSignIn
{
    private const string Portal = "reseau-portail";
    private const string Password = "reseau-demo";

    /// <summary>The token of a person.</summary>
    public static async Task<string> AsAsync(string name, Uri web, CancellationToken cancellation)
    {
        var verifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        // Where the edition says that its portal is: the name it gives itself, not the address it is reached at.
        var redirect = $"http://localhost:{web.Port}/signin-oidc";
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        var page = await browser.GetStringAsync(new Uri(web, "/realms/reseau/protocol/openid-connect/auth?response_type=code&scope=openid&state=s&nonce=n&code_challenge_method=S256"
            + $"&client_id={Portal}&code_challenge={challenge}&redirect_uri={Uri.EscapeDataString(redirect)}"), cancellation);
        var typed = HiddenField().Matches(page).Select(field => KeyValuePair.Create<string?, string?>(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
        using var form = new FormUrlEncodedContent([.. typed, new("username", name), new("password", Password)]);
        using var answer = await browser.PostAsync(new Uri(web, WebUtility.HtmlDecode(FormAction().Match(page).Groups["action"].Value)), form, cancellation);
        var code = Code().Match(answer.Headers.Location?.Query ?? throw new InvalidOperationException($"{name} could not sign in: {answer.StatusCode}.")).Groups["code"].Value;

        using var exchange = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code", ["client_id"] = Portal, ["client_secret"] = $"demo-{Portal}", ["code"] = Uri.UnescapeDataString(code), ["redirect_uri"] = redirect, ["code_verifier"] = verifier,
        });
        using var given = await browser.PostAsync(new Uri(web, "/realms/reseau/protocol/openid-connect/token"), exchange, cancellation);
        return (string?)(await given.Content.ReadFromJsonAsync<JsonObject>(cancellation))?["access_token"] ?? throw new InvalidOperationException($"No token for {name}: {given.StatusCode}.");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenField();

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]*)\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormAction();

    [GeneratedRegex("[?&]code=(?<code>[^&]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
