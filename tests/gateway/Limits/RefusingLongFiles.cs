using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Reseau.Gateway.Portal.Imports;
using Reseau.Gateway.Routes;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Limits;

public sealed class RefusingLongFiles(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_browser_that_announces_a_file_too_long_gets_a_page_before_any_of_it_is_read()
    {
        var file = new LongFile(StreamedBodies.Maximum + 1, declared: true);

        using var refused = await AnnounceAsync(file, accept: "text/html");

        var page = await Page.ReadAsync(refused);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, 0L), (page.Status, file.Position));
        Assert.Contains("Envoi trop volumineux", page.Text, StringComparison.Ordinal);
        Assert.Contains("600 Mo", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_announces_a_file_too_long_gets_problem_details_before_any_of_it_is_read()
    {
        var file = new LongFile(StreamedBodies.Maximum + 1, declared: true);

        using var refused = await AnnounceAsync(file, accept: "application/json");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, 0L), (refused.StatusCode, file.Position));
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        var problem = await refused.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("urn:reseau:problem:request-too-large", problem!["type"]!.GetValue<string>());
        Assert.Contains("600 Mo", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    /// <summary>Sends the headers, and waits for what the gateway says to them, as curl does with a long body.</summary>
    private async Task<HttpResponseMessage> AnnounceAsync(LongFile file, string accept)
    {
        using var browser = await host.SignedInAsync("sofia.mission");
        var cookies = new CookieContainer();
        cookies.Add(browser.Cookies);
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, Expect100ContinueTimeout = Patience }) { BaseAddress = new(host.PublicUrl) };
        using var request = new HttpRequestMessage(HttpMethod.Post, ImportUpload.Address) { Content = new StreamContent(file) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=fin");
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.ExpectContinue = true;
        return await http.SendAsync(request);
    }
}
