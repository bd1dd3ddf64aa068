using System.Net;
using Reseau.Conventions.V1;
using Reseau.Gateway.Tests.Hosts;
using static Reseau.Conventions.V1.Convention.Types;

namespace Reseau.Gateway.Tests.Portal;

public sealed class WritingAConvention(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Form = "etape";

    private ConventionsStandIn Service => host.Conventions.Service;

    [Fact]
    public async Task A_template_is_chosen_its_values_typed_as_people_do_and_a_draft_begins()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var choice = await browser.OpenAsync("/conventions/nouvelle");
        Assert.Contains("Qui oriente qui.", choice.Text, StringComparison.Ordinal);

        var page = await browser.OpenAsync("/conventions/nouvelle?modele=protocole");
        Assert.Contains("Début des permanences", page.Text, StringComparison.Ordinal);
        Assert.Matches("id=\"partie-0-institution\"[^>]*value=\"ccas-rennes\"", page.Html);
        var begun = await browser.SendAsync(page, Form, ("etape", "commencer"), ("titre", "Avec la CAF"), ("debut", "2026-03-01"), ("fin", "28/02/2027"),
            ("valeur-debut", "2 mars 2026"), ("valeur-somme", "17 500,50"), ("partie-0-institution", "ccas-rennes"), ("partie-1-institution", "caf-35"), ("partie-1-fonction", "directrice"));

        Assert.Contains("La convention est commencée.", begun.Text, StringComparison.Ordinal);
        var sent = Service.LastCreated.Content;
        Assert.Equal(("Avec la CAF", "templates/protocole", 2027), (sent.Title, sent.Template, sent.EndDate.Year));
        Assert.Equal(["2026-03-02", "17500.5"], sent.Values.Select(value => value.Value_));
        Assert.Equal(["institutions/ccas-rennes", "institutions/caf-35"], sent.Parties.Select(party => party.Institution));
        Assert.Equal("CAF d’Ille-et-Vilaine", sent.Parties[1].DisplayName);
    }

    [Fact]
    public async Task What_cannot_be_read_and_what_the_service_refuses_is_said_together_at_its_row()
    {
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.SendAsync(await browser.OpenAsync("/conventions/nouvelle?modele=protocole"), Form,
            ("etape", "commencer"), ("titre", "Avec la CAF"), ("valeur-somme", "beaucoup"), ("partie-2-institution", "inconnue"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<a href=\"#valeur-somme\">Somme par an : Cette somme n’est pas comprise.", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#partie-2-institution\">Institution : Cette institution n’existe pas.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"beaucoup\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_template_the_clauses_are_written_at_once()
    {
        using var browser = await host.SignedInAsync("sofia.mission");

        await browser.SendAsync(await browser.OpenAsync("/conventions/nouvelle?modele=aucun"), Form, ("etape", "commencer"), ("titre", "Une charte"), ("nature", "Engagement"),
            ("partie-0-institution", "ccas-rennes"), ("clause-0-titre", "Objet"), ("clause-0-texte", "Le texte."));

        var sent = Service.LastCreated.Content;
        Assert.Equal(("", ConventionKind.Engagement, "objet"), (sent.Template, sent.Kind, sent.Clauses.Single().Key));
    }

    [Fact]
    public async Task More_rows_come_with_what_was_typed_and_nothing_is_saved()
    {
        var name = Draft();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"/{name}/modifier/clauses");
        Assert.DoesNotContain("id=\"clause-4-titre\"", page.Html, StringComparison.Ordinal);

        var longer = await browser.SendAsync(page, Form, ("etape", "lignes"), ("clause-2-titre", "Nouvelle"));

        Assert.Contains("id=\"clause-6-titre\"", longer.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Nouvelle\"", longer.Html, StringComparison.Ordinal);
        Assert.Equal(2, Service.Find(name).Content.Clauses.Count);
    }

    [Fact]
    public async Task Clauses_are_moved_by_their_rank_taken_away_when_emptied_and_new_ones_get_a_key()
    {
        var name = Draft();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"/{name}/modifier/clauses");

        await browser.SendAsync(page, Form, ("etape", "enregistrer"), ("clause-0-rang", "9"), ("clause-0-titre", "Objet"), ("clause-0-texte", "Le texte."),
            ("clause-1-titre", ""), ("clause-1-texte", ""), ("clause-2-titre", "Objet"), ("clause-2-texte", "Un autre texte."));

        Assert.Equal([("objet-2", "Un autre texte."), ("objet", "Le texte.")], Service.Find(name).Content.Clauses.Select(clause => (clause.Key, clause.Text)));
    }

    [Fact]
    public async Task A_change_after_it_was_sent_is_previewed_before_it_is_proposed()
    {
        var name = Service.Given(State.Proposed, convention => convention.Signatures.Add(new Signature { Institution = "institutions/ccas-rennes", SignTime = convention.CreateTime }), "UpdateConvention");
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"/{name}/modifier/clauses");
        Assert.Contains("Les signatures déjà données tomberont", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"enregistrer\"", page.Html, StringComparison.Ordinal);

        (string, string)[] typed = [("clause-0-titre", "Objet"), ("clause-0-texte", "Une permanence le **mardi**."), ("clause-1-titre", "Orientations"), ("clause-1-texte", "Sans limite.")];
        var preview = await browser.SendAsync(page, Form, [("etape", "apercu"), .. typed]);
        Assert.Contains("Aperçu : rien n’est encore enregistré", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Une permanence le <strong>mardi</strong>.", preview.Html, StringComparison.Ordinal);
        Assert.Equal(2, Service.Find(name).Content.Clauses.Count);
        Assert.NotEqual("Une permanence le **mardi**.", Service.Find(name).Content.Clauses[0].Text);

        var done = await browser.SendAsync(preview, Form, [("etape", "enregistrer"), ("commentaire", "Le lundi est pris"), .. typed]);
        Assert.Contains("Vos changements sont enregistrés.", done.Text, StringComparison.Ordinal);
        Assert.Equal(("Le lundi est pris", "Une permanence le **mardi**."), (Service.LastUpdate.Comment, Service.Find(name).Content.Clauses[0].Text));
    }

    [Fact]
    public async Task A_clause_without_text_is_said_at_its_own_row_even_after_a_move()
    {
        var name = Draft();
        using var browser = await host.SignedInAsync("yann.responsable");

        var refused = await browser.SendAsync(await browser.OpenAsync($"/{name}/modifier/clauses"), Form, ("etape", "enregistrer"),
            ("clause-0-rang", "9"), ("clause-0-titre", "Objet"), ("clause-0-texte", ""), ("clause-1-titre", "Orientations"), ("clause-1-texte", "Sans limite."));

        Assert.Contains("<a href=\"#clause-0-texte\">Texte de la clause : Écrivez le texte.</a>", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_made_meanwhile_is_not_overwritten_unseen()
    {
        var name = Draft();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"/{name}/modifier/essentiel");
        Service.ChangeMeanwhile(name);

        var stale = await browser.SendAsync(page, Form, ("etape", "enregistrer"), ("titre", "Le mien"));
        Assert.Contains("La convention a changé pendant que vous l’écriviez.", stale.Text, StringComparison.Ordinal);

        await browser.SendAsync(stale, Form, ("etape", "enregistrer"), ("titre", "Le mien"));
        Assert.Equal("Le mien", Service.Find(name).Content.Title);
    }

    [Fact]
    public async Task A_level_that_needs_a_provider_is_chosen_knowing_that_nobody_can_sign_it_here()
    {
        var name = Draft();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"/{name}/modifier/essentiel");
        Assert.Contains("Avancé : il faut un prestataire, et aucun n’est relié à Réseau", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Niveau de signature demandé", (await browser.OpenAsync($"/{name}")).Text, StringComparison.Ordinal);

        var saved = await browser.SendAsync(page, Form, ("etape", "enregistrer"), ("titre", "Protocole"), ("niveau", "Qualified"));

        Assert.Equal(Signature.Types.Level.Qualified, Service.Find(name).Content.SignatureLevel);
        Assert.Contains("Niveau de signature demandé : qualifié.", saved.Text, StringComparison.Ordinal);
        var again = await browser.OpenAsync($"/{name}/modifier/essentiel");
        Assert.Contains("<option value=\"Qualified\" selected", again.Html, StringComparison.Ordinal);
        var simple = await browser.SendAsync(again, Form, ("etape", "enregistrer"), ("titre", "Protocole"), ("niveau", ""));
        Assert.DoesNotContain("Niveau de signature demandé", simple.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_promises_and_rules_are_read_from_their_rows()
    {
        var name = Draft();
        using var browser = await host.SignedInAsync("yann.responsable");

        await browser.SendAsync(await browser.OpenAsync($"/{name}/modifier/financement"), Form, ("etape", "enregistrer"),
            ("depense-0-texte", "Conseiller"), ("depense-0-annee", "2026"), ("depense-0-quantite", "2"), ("depense-0-prix", "25 000"),
            ("financement-0-texte", "État"), ("financement-0-annee", "2026"), ("financement-0-somme", "50000,00"), ("financement-0-part", "100"));
        await browser.SendAsync(await browser.OpenAsync($"/{name}/modifier/engagements"), Form, ("etape", "enregistrer"),
            ("engagement-0-texte", "Prêter un local"), ("engagement-0-partie", "institutions/ccas-rennes"), ("engagement-0-pour-le", "2026-04-01"), ("engagement-0-condition", "oui"),
            ("etape-0-texte", "Réunion"), ("etape-0-prevue", "2026-03-15"));
        var rules = await browser.OpenAsync($"/{name}/modifier/orientations");
        await browser.SendAsync(rules, Form, ("etape", "enregistrer"), ("regle-0-de", "institutions/ccas-rennes"), ("regle-0-vers", "institutions/caf-35"),
            ("regle-0-clause", "orientations"), ("regle-0-restreint", "oui"), ("regle-0-champs", "contact"), ("regle-0-reponse", "5"), ("regle-0-capacite", "10"), ("regle-0-habilitations", "secret social, numérique"));

        var content = Service.Find(name).Content;
        var (cost, funding) = (content.Financing.Costs.Single(), content.Financing.Fundings.Single());
        Assert.Equal((2026, 2, 2_500_000), (cost.Year, cost.Quantity, cost.UnitCents));
        Assert.Equal(("etat-2026", 5_000_000, 10_000), (funding.Key, funding.PlannedCents, funding.ShareBasisPoints));
        var promise = content.Commitments.Single();
        Assert.Equal(("preter-un-local", true, 4), (promise.Key, promise.Condition, promise.DueDate.Month));
        Assert.Equal(("reunion", 15), (content.Steps.Single().Key, content.Steps.Single().PlannedDate.Day));
        var terms = content.ReferralTerms.Single();
        Assert.Equal(["identity", "need", "contact"], terms.Fields);
        Assert.Equal((5, 10), (terms.Delays.Decide, terms.MonthlyCapacity));
        Assert.Equal(["secret social", "numérique"], terms.RequiredHabilitations);
        Assert.Equal(2, content.Clauses.Count);
    }

    [Fact]
    public async Task What_may_not_be_changed_has_no_form()
    {
        var name = Service.Given();
        using var browser = await host.SignedInAsync("yann.responsable");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/{name}/modifier/clauses")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/{Draft()}/modifier/autre-chose")).Status);
    }

    private string Draft() => Service.Given(State.Draft, null, "UpdateConvention", "ProposeConvention");
}
