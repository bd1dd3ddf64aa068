using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using Reseau.Identity;
using Reseau.Sidecar;

namespace Reseau.Testing.Hosts;

/// <summary>
/// The local identity provider with the demo realm, one for the test process. Tokens come from its endpoints: client
/// credentials for information systems and services, the sign-in page and a code for persons.
/// </summary>
public sealed partial class TestIdentity
{
    private const string Portal = "reseau-portail";

    private static readonly Lazy<Task<TestIdentity>> Shared = new(StartAsync);
    // The realm's tokens hold for five minutes, and some tests run for longer.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, (Lazy<Task<string>> Token, long Since)> _tokens = new(StringComparer.Ordinal);

    /// <summary>A provider that runs already, such as the one of a local edition.</summary>
    public TestIdentity(string url) => Url = url;

    /// <summary>Its public address: setting <c>Keycloak:AuthServerUrl</c>.</summary>
    public string Url { get; }

    private string Endpoints => $"{Url}/realms/reseau/protocol/openid-connect";

    /// <summary>The provider of this process, started when first asked for.</summary>
    public static Task<TestIdentity> SharedAsync() => Shared.Value;

    /// <summary>An access token of a demo client (<c>si-ccas-rennes</c>, <c>reseau-partners</c>) or a demo person (<c>claire.accueil</c>).</summary>
    public Task<string> TokenAsync(string account) =>
        _tokens.AddOrUpdate(account, Begin, (name, known) => Stopwatch.GetElapsedTime(known.Since) < Fresh ? known : Begin(name)).Token.Value;

    /// <summary>The headers of a call by that account.</summary>
    public async Task<Metadata> HeadersAsync(string account) => new() { { "Authorization", $"Bearer {await TokenAsync(account)}" } };

    private static async Task<TestIdentity> StartAsync()
    {
        var url = FreePort.Address();
        var app = IdentityHost.Build(new()
        {
            RealmFile = Path.Combine(AppContext.BaseDirectory, "reseau-realm.json"),
            PublicUrl = url,
            Port = new Uri(url).Port,
            DataDirectory = Directory.CreateTempSubdirectory("reseau-identity-").FullName,
            Placeholders = DemoPlaceholders.For(url),
            EnvironmentName = "Testing",
        });
        await app.StartAsync();
        return new(url);
    }

    private (Lazy<Task<string>> Token, long Since) Begin(string account) => (new(() => account.Contains('.', StringComparison.Ordinal)
        ? PersonAsync(account)
        : AskAsync(new() { ["grant_type"] = "client_credentials", ["client_id"] = account, ["client_secret"] = DemoPlaceholders.SecretOf(account) })), Stopwatch.GetTimestamp());

    private async Task<string> PersonAsync(string name)
    {
        var verifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var redirect = $"{Url}/signin-oidc";
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        var page = await browser.GetStringAsync(new Uri(
            $"{Endpoints}/auth?client_id={Portal}&response_type=code&scope=openid&state=s&nonce=n&code_challenge_method=S256&code_challenge={challenge}&redirect_uri={Uri.EscapeDataString(redirect)}"));
        var typed = HiddenField().Matches(page).Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)))
            .Append(new("username", name)).Append(new("password", DemoPlaceholders.Password));
        using var form = new FormUrlEncodedContent(typed);
        using var answer = await browser.PostAsync(new Uri(new(Url), WebUtility.HtmlDecode(FormAction().Match(page).Groups["action"].Value)), form);
        Assert.True(answer.Headers.Location is not null, $"{name} could not sign in: {answer.StatusCode}");

        var code = Code().Match(answer.Headers.Location.Query).Groups["code"].Value;
        return await AskAsync(new()
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = Portal,
            ["client_secret"] = DemoPlaceholders.SecretOf(Portal),
            ["code"] = Uri.UnescapeDataString(code),
            ["redirect_uri"] = redirect,
            ["code_verifier"] = verifier,
        });
    }

    private async Task<string> AskAsync(Dictionary<string, string> fields)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri($"{Endpoints}/token"), form);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return (string?)body?["access_token"] ?? throw new InvalidOperationException($"No token: {body}");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenField();

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]*)\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormAction();

    [GeneratedRegex("[?&]code=(?<code>[^&]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
