using System.Net;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Portal;

public sealed class ReadingTheFigures(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Each_figure_stands_beside_its_definition_and_small_ones_are_not_given()
    {
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync("/reseau/chiffres?par=destinataire");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Chiffres du réseau", page.Text, StringComparison.Ordinal);
        Assert.Contains("75 % (30 sur 40)", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 h 30", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 j 3 h", page.Text, StringComparison.Ordinal);
        Assert.Contains("3,5 j", page.Text, StringComparison.Ordinal);
        Assert.Contains("moins de 5", page.Text, StringComparison.Ordinal);
        Assert.Contains("Il n’y a plus de place", page.Text, StringComparison.Ordinal);
        Assert.Contains("CCAS de Rennes", page.Text, StringComparison.Ordinal);
        Assert.Contains("parmi celles acceptées, refusées ou expirées", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_for_spreadsheets_holds_the_same_and_runs_no_formula()
    {
        using var browser = await host.SignedInAsync("sofia.mission");

        var file = await browser.OpenAsync("/reseau/chiffres.csv?par=theme");

        Assert.StartsWith("text/csv", file.Headers["Content-Type"].Single(), StringComparison.Ordinal);
        Assert.Contains("\"75 % (30 sur 40)\"", file.Text, StringComparison.Ordinal);
        Assert.Contains("\"'=1+1\"", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_cannot_be_is_said_under_its_date()
    {
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync("/reseau/chiffres?du=2026-02-01&au=2025-02-01");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("id=\"au-erreur\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("La fin de la période est avant son début.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_of_an_institution_is_not_offered_the_figures_of_the_network()
    {
        using var browser = await host.SignedInAsync("karim.caf");

        Assert.NotEqual(HttpStatusCode.OK, (await browser.OpenAsync("/reseau/chiffres")).Status);
        Assert.DoesNotContain("/reseau/chiffres", (await browser.OpenAsync("/")).Html, StringComparison.Ordinal);
    }
}
