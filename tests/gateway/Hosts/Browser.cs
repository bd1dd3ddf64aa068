using System.Net;
using System.Text.RegularExpressions;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>A browser without JavaScript: keeps cookies, follows redirections, fills in forms as they are on the page.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    public Browser(string site)
    {
        var handler = new HttpClientHandler { CookieContainer = _cookies, CheckCertificateRevocationList = true };
        _http = new(handler) { BaseAddress = new(site) };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieCollection Cookies => _cookies.GetAllCookies();

    public async Task<Page> OpenAsync(string address)
    {
        using var answer = await _http.GetAsync(address);
        return await Page.ReadAsync(answer);
    }

    /// <summary>Sends the form of a page whose fields include <paramref name="marker"/>, with what is typed into it.</summary>
    public async Task<Page> SendAsync(Page page, string marker, params (string Name, string Value)[] typed)
    {
        var form = FormTag().Matches(page.Html).Select(match => match.Value).First(form => form.Contains(marker, StringComparison.Ordinal));
        var fields = HiddenTag().Matches(form)
            .Select(hidden => (Name: Attribute(hidden.Value, "name"), Value: Attribute(hidden.Value, "value")))
            .Where(hidden => !typed.Any(field => field.Name == hidden.Name))
            .Concat(typed);
        var action = Attribute(OpeningTag().Match(form).Value, "action");
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await _http.PostAsync(new Uri(page.Address, action.Length == 0 ? page.Address.PathAndQuery : action), content);
        return await Page.ReadAsync(answer);
    }

    public async Task<Page> SignInAsync(string user)
    {
        var page = await OpenAsync("/connexion");
        return await SendAsync(page, "password", ("username", user), ("password", Identity.DemoPlaceholders.Password));
    }

    public void Dispose() => _http.Dispose();

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex FormTag();

    [GeneratedRegex("<form[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex OpeningTag();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex HiddenTag();
}
