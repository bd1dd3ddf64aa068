using System.Net;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Portal;

public sealed class SearchingTheDirectory(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task A_postal_code_is_enough_and_each_hit_says_why_it_is_there()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync("/annuaire?besoin=carte+grise&commune=35000&theme=numerique&rayon=10&a-distance=1");

        var asked = host.Partners.Service.LastSearch;
        Assert.Equal(("carte grise", "35238", 10_000, true), (asked.Text, asked.Commune, asked.RadiusMeters, asked.RemoteOnly));
        Assert.Equal(["numerique"], asked.Themes);
        Assert.Contains("2 services trouvés pour Rennes", page.Text, StringComparison.Ordinal);
        Assert.Contains("À 1,2 km de Rennes", page.Text, StringComparison.Ordinal);
        Assert.Contains("à 1,2 km", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exact_name_wins_over_longer_ones()
    {
        using var browser = host.NewBrowser();

        await browser.OpenAsync("/annuaire?commune=rennes");

        Assert.Equal("35238", host.Partners.Service.LastSearch.Commune);
    }

    [Fact]
    public async Task Homonyms_are_offered_to_choose_from()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync("/annuaire?besoin=logement&commune=Saint-Denis");
        Assert.Contains("Quelle commune ?", page.Text, StringComparison.Ordinal);
        Assert.Contains("Saint-Denis, 97400", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anjou", page.Text, StringComparison.Ordinal);

        await browser.OpenAsync("/annuaire?besoin=logement&commune=Saint-Denis&insee=97411");
        Assert.Equal("97411", host.Partners.Service.LastSearch.Commune);
    }

    [Fact]
    public async Task A_choice_made_earlier_is_forgotten_when_another_commune_is_typed()
    {
        using var browser = host.NewBrowser();

        await browser.OpenAsync("/annuaire?commune=Rennes&insee=97411");

        Assert.Equal("35238", host.Partners.Service.LastSearch.Commune);
    }

    [Fact]
    public async Task An_unknown_commune_is_said_next_to_its_field_and_the_rest_is_answered()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync("/annuaire?besoin=logement&commune=Nulle-Part");

        Assert.Contains("Cette commune n’est pas connue", page.Text, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"commune-aide commune-erreur\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("2 services trouvés", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_page_opens_from_its_hit_even_with_a_percent_sign_in_its_id()
    {
        using var browser = host.NewBrowser();
        var hits = await browser.OpenAsync("/annuaire");
        Assert.Contains("/annuaire/services/demo--accueil%2520numerique", hits.Html, StringComparison.Ordinal);

        var page = await browser.OpenAsync("/annuaire/services/demo--accueil%2520numerique");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<h1>Accueil numérique</h1>", page.Text, StringComparison.Ordinal);
        Assert.Contains("du lundi au vendredi de 9 h à 12 h, de 13 h 30 à 17 h ; jours fériés fermé", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_does_not_exist_is_a_page_not_found()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync("/annuaire/services/none");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Ce service n’est pas dans l’annuaire.", page.Text, StringComparison.Ordinal);
    }
}
