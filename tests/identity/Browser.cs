using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Reseau.Identity.Tests;

/// <summary>A person's browser, without scripts: it keeps cookies, and fills in the form that the page really contains.</summary>
public sealed partial class Browser(ProviderHost host)
{
    public const string Verifier = "a-verifier-long-enough-for-the-rule-of-43-characters";

    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private readonly HttpClient _client = new(host.NewHandler()) { BaseAddress = new(host.PublicUrl) };

    public string RedirectUri => host.PublicUrl + "/signin-oidc";

    /// <summary>Cookies as the browser would send them.</summary>
    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    /// <summary>Opens the authorization endpoint as the portal asks; <paramref name="changes"/> replace parameters, or take them away when null.</summary>
    public async Task<Answer> AuthorizeAsync(params (string Name, string? Value)[] changes)
    {
        Dictionary<string, string?> query = new(StringComparer.Ordinal)
        {
            ["client_id"] = "reseau-portail", ["response_type"] = "code", ["redirect_uri"] = RedirectUri, ["scope"] = "openid profile",
            ["state"] = "the-state", ["nonce"] = "the-nonce", ["code_challenge_method"] = "S256",
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        };
        foreach (var (name, value) in changes) query[name] = value;
        return await SendAsync(HttpMethod.Get, QueryHelpers.AddQueryString(
            host.Endpoint("auth"), query.Where(pair => pair.Value is not null)), null);
    }

    public Task<Answer> GetAsync(string url) => SendAsync(HttpMethod.Get, url, null);

    /// <summary>Submits the form of a page, with its hidden fields and what the person types.</summary>
    public Task<Answer> SubmitAsync(Answer page, params (string Name, string Value)[] typed)
    {
        var hidden = Hidden().Matches(page.Html).Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
        var action = Form().Match(page.Html).Groups["action"].Value;
        Assert.NotEmpty(action);
        return SendAsync(HttpMethod.Post, action, new FormUrlEncodedContent(
            hidden.Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value)))));
    }

    /// <summary>Signs in from the sign-in page to the portal's address.</summary>
    public async Task<Answer> SignInAsync(string username, string password = DemoPlaceholders.Password, params (string Name, string? Value)[] changes) =>
        await SubmitAsync(await AuthorizeAsync(changes), ("username", username), ("password", password));

    /// <summary>What the portal does with the code of an answer.</summary>
    public Task<TokenReply> ExchangeAsync(Answer answer, string verifier = Verifier) => host.TokenAsync(
        "reseau-portail", ("grant_type", "authorization_code"), ("code", answer.Parameter("code")), ("redirect_uri", RedirectUri), ("code_verifier", verifier));

    /// <summary>Signs in, and gives the portal's tokens.</summary>
    public async Task<TokenReply> TokensOfAsync(string username) => await ExchangeAsync(await SignInAsync(username));

    private async Task<Answer> SendAsync(HttpMethod method, string url, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var reply = await _client.SendAsync(request);

        foreach (var line in reply.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            Assert.Contains("httponly", line, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("path=/realms/reseau/", line, StringComparison.OrdinalIgnoreCase);
            if (line.Split(';')[0].Split('=', 2) is [var name, { Length: > 0 } value]) _cookies[name] = value;
            else _cookies.Remove(line.Split('=')[0]);
        }

        return new(reply.StatusCode, reply.Headers.Location?.OriginalString, await reply.Content.ReadAsStringAsync(),
            reply.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.Single() : "");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]*)\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
