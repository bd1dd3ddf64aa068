using System.Net;
using System.Text.RegularExpressions;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>A browser without JavaScript: keeps cookies, follows redirections, fills in forms as they are on the page.</summary>
public sealed partial class Browser : IDisposable
{
    /// <summary>Between the parts of a marker that a form must all hold.</summary>
    public const char Also = '|';

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

    /// <summary>Fetches a file as it is.</summary>
    public async Task<(HttpResponseMessage Answer, byte[] Content)> FetchAsync(string address)
    {
        var answer = await _http.GetAsync(address);
        return (answer, await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Sends the form of a page whose fields include <paramref name="marker"/>, with what is typed into it.</summary>
    public async Task<Page> SendAsync(Page page, string marker, params (string Name, string Value)[] typed)
    {
        var (action, fields) = Fill(page, marker, typed);
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await _http.PostAsync(action, content);
        return await Page.ReadAsync(answer);
    }

    /// <summary>Sends such a form with a file, as browsers do: fields in the order of the page, the file last. No name is no file chosen.</summary>
    public async Task<Page> UploadAsync(Page page, string marker, string field, string file, Stream content, params (string Name, string Value)[] typed)
    {
        var (action, fields) = Fill(page, marker, typed);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), $"\"{name}\"");
        using var part = new StreamContent(content);
        part.Headers.ContentDisposition = new("form-data") { Name = $"\"{field}\"", FileName = $"\"{file}\"" };
        form.Add(part);
        using var answer = await _http.PostAsync(action, form);
        return await Page.ReadAsync(answer);
    }

    public async Task<Page> SignInAsync(string user)
    {
        var page = await OpenAsync("/connexion");
        return await SendAsync(page, "password", ("username", user), ("password", Identity.DemoPlaceholders.Password));
    }

    public void Dispose() => _http.Dispose();

    private static (Uri Action, IEnumerable<(string Name, string Value)> Fields) Fill(Page page, string marker, (string Name, string Value)[] typed)
    {
        var form = FormTag().Matches(page.Html).Select(match => match.Value)
            .First(form => marker.Split(Also).All(part => form.Contains(part, StringComparison.Ordinal)));
        var hidden = HiddenTag().Matches(form).Select(tag => (Name: Attribute(tag.Value, "name"), Value: Attribute(tag.Value, "value"))).ToList();
        var fields = hidden.SelectMany(field => typed.Where(each => each.Name == field.Name).DefaultIfEmpty(field))
            .Concat(typed.Where(each => !hidden.Exists(field => field.Name == each.Name)));
        var action = Attribute(OpeningTag().Match(form).Value, "action");
        return (new(page.Address, action.Length == 0 ? page.Address.PathAndQuery : action), fields);
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex FormTag();

    [GeneratedRegex("<form[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex OpeningTag();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex HiddenTag();
}
