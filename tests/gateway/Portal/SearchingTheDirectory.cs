using System.Net;
using Google.Protobuf.WellKnownTypes;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;

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
    public async Task Who_lacks_a_habilitation_that_is_asked_for_reads_it_by_its_title()
    {
        host.Habilitations.Given(new HabilitationRule { Name = "habilitationRules/aidants", Title = "Aidants Connect" });
        host.Partners.Service.GivenOther("Aide aux démarches", "institutions/caf-35");
        var hit = host.Partners.Service.Others[^1];
        hit.RequiredHabilitations.Add(["aidants", "inconnue"]);
        try
        {
            using var claire = await host.SignedInAsync("claire.accueil");
            Assert.Contains("Habilitation demandée à qui oriente : Aidants Connect, inconnue.", (await claire.OpenAsync("/annuaire?besoin=aide")).Text, StringComparison.Ordinal);

            hit.MissingHabilitations.Add("aidants");
            var page = await claire.OpenAsync("/annuaire?besoin=aide");
            Assert.Contains("Habilitation demandée : Aidants Connect", page.Text, StringComparison.Ordinal);
            Assert.Contains("vous ne l’avez pas", page.Text, StringComparison.Ordinal);
        }
        finally
        {
            host.Partners.Service.Others.Remove(hit);
        }
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
        Assert.Contains("Lundi au vendredi : 9 h à 12 h et 13 h 30 à 17 h", page.Text, StringComparison.Ordinal);
        Assert.Contains("Fermé les jours fériés", page.Text, StringComparison.Ordinal);
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

    [Fact]
    public async Task Every_filter_of_the_address_is_asked_for()
    {
        using var browser = host.NewBrowser();

        await browser.OpenAsync("/annuaire?commune=Rennes&theme=numerique&theme=famille&public=jeunes&frais=gratuit&type=atelier&langue=ar&langue=uk"
            + "&accueil-adapte=surdite&institution=CAF&sur-place=1&orientables=1&places=1&jour=2030-07-15&heure=14:30");

        var asked = host.Partners.Service.LastSearch;
        Assert.Equal(["numerique", "famille"], asked.Themes);
        Assert.Equal(["ar", "uk"], asked.Languages);
        Assert.Equal("jeunes gratuit atelier", string.Join(' ', [.. asked.Publics, .. asked.Fees, .. asked.Types_]));
        Assert.Equal(["surdite"], asked.Accessibility);
        Assert.Equal(["CAF"], asked.Typologies);
        Assert.Equal((true, false, true, true, true), (asked.OnSiteOnly, asked.RemoteOnly, asked.AcceptsReferralsOnly, asked.WithRoomOnly, asked.WithFacets));
        Assert.Equal(Timestamp.FromDateTime(new(2030, 7, 15, 12, 30, 0, DateTimeKind.Utc)), asked.OpenTime);
    }

    [Fact]
    public async Task A_facet_adds_its_value_to_the_address_and_an_active_filter_takes_it_away()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync("/annuaire?besoin=aide&langue=ar");

        Assert.Contains("href=\"/annuaire?besoin=aide&frais=gratuit&langue=ar\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/annuaire?besoin=aide&langue=ar&places=1\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"/annuaire?besoin=aide\">Arabe", page.Text, StringComparison.Ordinal);
        Assert.Contains("Caisse d’allocations familiales (CAF)", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Inconnu", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_now_becomes_a_moment_that_the_next_page_asks_for_again()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync("/annuaire?ouvert=1");

        Assert.InRange(DateTime.UtcNow - host.Partners.Service.LastSearch.OpenTime.ToDateTime(), TimeSpan.Zero, TimeSpan.FromMinutes(2));
        Assert.Matches("href=\"/annuaire\\?jour=\\d{4}-\\d\\d-\\d\\d&heure=\\d\\d(:|%3A)\\d\\d&page=suite\" rel=\"next\"", page.Text);
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_said_at_its_field_and_the_rest_is_answered()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync("/annuaire?jour=demain&heure=midi");

        Assert.Contains("aria-describedby=\"jour-erreur\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"heure-erreur\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("2 services trouvés", page.Text, StringComparison.Ordinal);
        Assert.Null(host.Partners.Service.LastSearch.OpenTime);
    }

    [Fact]
    public async Task A_corrected_word_and_a_widened_question_are_said()
    {
        using var browser = host.NewBrowser();

        var corrected = await browser.OpenAsync("/annuaire?besoin=infromatique");
        Assert.Contains("Résultats pour « <strong>informatique</strong> »", corrected.Text, StringComparison.Ordinal);

        var widened = await browser.OpenAsync("/annuaire?besoin=permis+introuvable");
        Assert.Contains("Aucun service ne contient tous ces mots.", widened.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hit_tells_its_room_its_freshness_and_its_opening_and_is_on_the_map()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync("/annuaire?commune=Rennes");

        Assert.Contains("3 places disponibles", page.Text, StringComparison.Ordinal);
        Assert.Contains("Vérifié le 2 mars 2026", page.Text, StringComparison.Ordinal);
        Assert.Matches("<li>(Ouvert|Fermé)", page.Text);
        // Both are at the same door: one mark, which leads to the best.
        Assert.Contains("href=\"#service-1\" tabindex=\"-1\"", page.Html, StringComparison.Ordinal);
        Assert.Contains(">1 +1</text>", page.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"service-1\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("aria-hidden=\"true\" focusable=\"false\"", page.Html, StringComparison.Ordinal);
    }
}
