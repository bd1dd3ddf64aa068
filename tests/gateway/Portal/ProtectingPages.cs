using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Portal;

public sealed class ProtectingPages(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/annuaire")]
    [InlineData("/accessibilite")]
    [InlineData("/confidentialite")]
    [InlineData("/annuaire?commune=Rennes&ouvert=1")]
    [InlineData("/annuaire/services/demo--accueil%2520numerique")]
    [InlineData("/annuaire/lieux/demo--caf")]
    [InlineData("/nulle-part")]
    public async Task Every_page_runs_no_script_and_is_framed_by_nobody(string address)
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync(address);

        var policy = Assert.Single(page.Headers["Content-Security-Policy"]);
        Assert.StartsWith("default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self' ", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'; base-uri 'self'", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], page.Headers["X-Content-Type-Options"]);
        Assert.Equal(["same-origin"], page.Headers["Referrer-Policy"]);
        Assert.Empty(page.Headers["Server"]);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<!--", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_seen_while_signed_in_is_kept_nowhere()
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        Assert.Equal(["no-store"], (await browser.OpenAsync("/annuaire")).Headers["Cache-Control"]);
    }

    [Fact]
    public async Task The_style_sheet_is_kept_for_good_and_has_no_address_elsewhere()
    {
        using var browser = host.NewBrowser();

        var style = await browser.OpenAsync(Gateway.Portal.PortalAssets.StyleSheet);

        Assert.Contains("immutable", style.Headers["Cache-Control"].Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("http", style.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_page_says_so_in_French()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync("/nulle-part");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, page.Status);
        Assert.Contains("<html lang=\"fr\">", page.Html, StringComparison.Ordinal);
        Assert.Contains("Page introuvable", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_problem_details_instead()
    {
        using var http = new HttpClient { BaseAddress = new(host.PublicUrl) };

        using var answer = await http.GetAsync("/nulle-part");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task What_is_searched_for_is_not_logged()
    {
        using var browser = host.NewBrowser();

        await browser.OpenAsync("/annuaire?besoin=motsecret");

        Assert.DoesNotContain(host.Logs.All, line => line.Contains("motsecret", StringComparison.Ordinal));
    }
}
