using System.Net;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Portal;

public sealed class ReadingPublicPages(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string ServiceAddress = "/annuaire/services/demo--accueil%2520numerique";
    private const string PlaceAddress = "/annuaire/lieux/demo--caf";

    [Fact]
    public async Task Somebody_without_account_sees_neither_contacts_nor_quality()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync(ServiceAddress);

        Assert.Contains("3 places disponibles", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Paul Présent", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Qualité de votre fiche", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_the_network_see_whom_to_ask_for_today()
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        var page = await browser.OpenAsync(ServiceAddress);

        Assert.Matches("Aujourd’hui</dt>\\s*<dd>Paul Présent</dd>", page.Text);
        Assert.Matches("Si cette personne ne répond pas</dt>\\s*<dd>Rémi Renfort</dd>", page.Text);
        Assert.Contains("Absence jusqu’au 31 décembre 2099 compris", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Qualité de votre fiche", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_institution_sees_what_to_improve()
    {
        using var browser = await host.SignedInAsync("nadia.caf");

        var page = await browser.OpenAsync(ServiceAddress);

        Assert.Contains("Qualité de votre fiche : 82 %", page.Text, StringComparison.Ordinal);
        Assert.Contains("Précisez les frais.", page.Text, StringComparison.Ordinal);
        Assert.Contains("/mes-services/modifier?service=demo--accueil%2520numerique", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_shows_how_to_come_and_what_it_offers()
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        var page = await browser.OpenAsync(PlaceAddress);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<h1>Maison de la CAF</h1>", page.Text, StringComparison.Ordinal);
        Assert.Contains("35000 Rennes", page.Text, StringComparison.Ordinal);
        Assert.Contains("Lundi au vendredi : 9 h à 12 h et 13 h 30 à 17 h", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 services proposés", page.Text, StringComparison.Ordinal);
        Assert.Contains("Contact aujourd’hui : Paul Présent, 0299000001", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_hides_contacts_from_those_without_account_and_says_when_it_is_unknown()
    {
        using var browser = host.NewBrowser();

        Assert.DoesNotContain("Paul Présent", (await browser.OpenAsync(PlaceAddress)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/annuaire/lieux/none")).Status);
    }
}
