using System.Net;
using Reseau.Conventions.V1;
using Reseau.Gateway.Tests.Hosts;
using static Reseau.Conventions.V1.Convention.Types;

namespace Reseau.Gateway.Tests.Portal;

public sealed class ReadingConventions(GatewayHost host) : IClassFixture<GatewayHost>
{
    private ConventionsStandIn Service => host.Conventions.Service;

    [Fact]
    public async Task The_list_is_narrowed_by_its_address_and_the_file_holds_the_same_filters()
    {
        Service.Given(State.Active, convention => convention.NextSigners.Add("institutions/ccas-rennes"));
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync("/conventions?etat=Active&nature=ReferralProtocol&avant=2027-12-31&titre=Protocole&a-signer=1");

        var asked = Service.LastList;
        Assert.Equal((State.Active, ConventionKind.ReferralProtocol, 2027, "Protocole", true), (asked.States.Single(), asked.Kind, asked.EndsBefore.Year, asked.Title, asked.ToSign));
        Assert.Contains("<option value=\"Active\" selected", page.Html, StringComparison.Ordinal);
        Assert.Contains("/conventions.csv?etat=Active", page.Html, StringComparison.Ordinal);

        var (file, content) = await browser.FetchAsync("/conventions.csv?etat=Active");
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("titre;état\r\n", System.Text.Encoding.UTF8.GetString(content));
        Assert.Equal([State.Active], Service.LastExport.States);
        file.Dispose();
    }

    [Fact]
    public async Task What_waits_for_the_reader_stands_on_top_of_the_whole_list_only()
    {
        var waiting = Service.Given(State.Proposed, convention => convention.NextSigners.Add("institutions/ccas-rennes"));
        Service.Given(State.Expiring, convention => convention.Content.Title = "Accueil bientôt fini");
        using var browser = await host.SignedInAsync("yann.responsable");

        var all = await browser.OpenAsync("/conventions");
        var some = await browser.OpenAsync("/conventions?titre=Accueil");

        Assert.Contains("À signer par votre institution", all.Text, StringComparison.Ordinal);
        Assert.Contains($"/conventions/{waiting.Split('/')[1]}/signer", all.Html, StringComparison.Ordinal);
        Assert.Contains("Accueil bientôt fini</a>, jusqu’au 28 février 2027", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("À signer par votre institution", some.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_is_said_at_its_field()
    {
        using var browser = await host.SignedInAsync("sofia.mission");

        var date = await browser.OpenAsync("/conventions?avant=bientôt");
        var title = await browser.OpenAsync("/conventions?titre=x");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, date.Status);
        Assert.Contains("<a href=\"#avant\">Se termine avant le : Cette date n’est pas comprise.", date.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, title.Status);
        Assert.Contains("<a href=\"#titre\">Titre : Écrivez au moins deux lettres.", title.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_groups_what_applies_by_the_quarter_it_ends_in()
    {
        Service.Given(State.Active, convention => convention.Content.Title = "Fin de mars");
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync("/conventions?vue=echeances");

        Assert.Equal([State.Active, State.Expiring, State.Suspended], Service.LastList.States);
        Assert.Contains("<h2>1er trimestre 2027</h2>", page.Text, StringComparison.Ordinal);
        Assert.Contains("Fin de mars</a>, le 28 février 2027", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_convention_says_what_it_is_what_comes_next_and_who_has_signed()
    {
        var name = Service.Given(State.PartiallySigned, convention =>
        {
            convention.NextSigners.Add("institutions/caf-35");
            convention.Signatures.Add(new Signature { Institution = "institutions/ccas-rennes", Signer = "Yann Le Goff", SignTime = convention.CreateTime });
        });
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync("/" + name);

        Assert.Contains("Prochaine signature attendue : CAF d’Ille-et-Vilaine.", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 sur 2 ont signé", page.Text, StringComparison.Ordinal);
        Assert.Contains("Signée par Yann Le Goff", page.Text, StringComparison.Ordinal);
        Assert.Contains("M. Yann Le Goff, directeur, délibération 12", page.Text, StringComparison.Ordinal);
        Assert.Contains("/document.pdf", page.Html, StringComparison.Ordinal);
        Assert.Contains("/preuves.zip", page.Html, StringComparison.Ordinal);
        Assert.Contains("/versions?de=1&amp;a=2", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_text_shows_values_in_their_places_and_runs_nothing_that_was_written_in_it()
    {
        var name = Service.Given(State.Active, convention => convention.Content.Values.Add(new Value { Key = "somme", Value_ = "17500.5" }));
        using var browser = await host.SignedInAsync("karim.caf");

        var page = await browser.OpenAsync("/" + name);

        Assert.Contains("Les parties <strong>conviennent</strong> de ceci, dès le 1 mars 2026 :", page.Text, StringComparison.Ordinal);
        Assert.Contains("Jusqu’à 17 500,50 €.", page.Text.Replace('\u202F', ' '), StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://exemple.fr\" rel=\"noopener\">lien</a>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>premier", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_about_referrals_and_money_are_said_in_words_and_sums()
    {
        var name = Service.Given(State.Active, convention =>
        {
            convention.Content.ReferralTerms.Add(new ReferralTerms
            {
                From = "institutions/ccas-rennes", To = "institutions/caf-35", Clause = "orientations", Themes = { "famille--garde-denfants" },
                Fields = { "identity", "need" }, Delays = new() { Decide = 5 }, MonthlyCapacity = 10,
            });
            convention.Content.Financing = new()
            {
                Costs = { new Cost { Year = 2026, Label = "Conseiller numérique", Quantity = 2, UnitCents = 2_500_000 } },
                Fundings = { new Funding { Key = "etat", Year = 2026, Funder = "État", PlannedCents = 4_000_000, PaidCents = 100_000 }, new Funding { Key = "cc", Year = 2026, Funder = "Communauté", PlannedCents = 500_000 } },
            };
        });
        using var browser = await host.SignedInAsync("yann.responsable");

        var text = (await browser.OpenAsync("/" + name)).Text.Replace('\u202F', ' ');

        Assert.Contains("Réponse sous 5 jours ouvrés.", text, StringComparison.Ordinal);
        Assert.Contains("Au plus 10 orientations par mois.", text, StringComparison.Ordinal);
        Assert.Contains("Écrit dans la clause 2, « Orientations ».", text, StringComparison.Ordinal);
        Assert.Contains("3 orientations ce mois-ci sur 10 possibles", text, StringComparison.Ordinal);
        Assert.Contains("50 000,00 €", text, StringComparison.Ordinal);
        Assert.Contains("80 %", text, StringComparison.Ordinal);
        Assert.Contains("l’écart est de 5 000,00 €", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_possible_is_offered_each_with_what_it_leads_to()
    {
        var name = Service.Given(State.Active, null, "SuspendConvention", "AmendConvention");
        var over = Service.Given(State.Expired, null, "AmendConvention");
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync("/" + name);
        var expired = await browser.OpenAsync("/" + over);

        Assert.Contains("plus aucune orientation ne part en son nom", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"avenant\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"terminer\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/modifier/", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"avenant\"", expired.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"renouveler\"", expired.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspension_needs_a_reason_and_is_refused_on_a_version_that_has_changed()
    {
        var name = Service.Given(State.Active, null, "SuspendConvention");
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync("/" + name);

        var bare = await browser.SendAsync(page, "value=\"suspendre\"");
        Assert.Contains("<a href=\"#raison-suspendre\">Dites pourquoi.</a>", bare.Text, StringComparison.Ordinal);

        Service.ChangeMeanwhile(name);
        var stale = await browser.SendAsync(page, "value=\"suspendre\"", ("raison", "Travaux"));
        Assert.Contains("a changé pendant que vous la lisiez", stale.Text, StringComparison.Ordinal);
        Assert.Contains("Travaux", stale.Html, StringComparison.Ordinal);

        var done = await browser.SendAsync(stale, "value=\"suspendre\"", ("raison", "Travaux"));
        Assert.Contains("La convention est suspendue, dès maintenant.", done.Text, StringComparison.Ordinal);
        Assert.Equal((State.Suspended, "Travaux"), (Service.Find(name).State, Service.Find(name).Reason));
    }

    [Fact]
    public async Task What_is_missing_before_it_is_sent_to_the_parties_is_named()
    {
        var name = Service.Given(State.Draft, convention => convention.Content.Values.Clear(), "ProposeConvention");
        using var browser = await host.SignedInAsync("yann.responsable");

        var refused = await browser.SendAsync(await browser.OpenAsync("/" + name), "value=\"proposer\"");

        Assert.Contains("Elle n’est pas complète. Il manque : somme.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_a_kept_commitment_and_a_payment_are_sent_from_the_page()
    {
        var name = Service.Given(State.Active, convention =>
        {
            convention.Content.Commitments.Add(new Commitment { Key = "local", Institution = "institutions/ccas-rennes", Text = "Prêter un local", Condition = true });
            convention.Content.Commitments.Add(new Commitment { Key = "autre", Institution = "institutions/caf-35", Text = "Former un agent" });
            convention.Content.Financing = new() { Fundings = { new Funding { Key = "etat", Year = 2026, Funder = "État", PlannedCents = 4_000_000 } } };
        }, "CommentConvention", "KeepCommitment", "RecordPayment");
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync("/" + name);
        Assert.DoesNotContain("id=\"preuve-engagement-autre\"", page.Html, StringComparison.Ordinal);

        var commented = await browser.SendAsync(page, "value=\"commenter\"", ("clause", "objet"), ("texte", "À préciser"));
        Assert.Contains("sur « Objet »", commented.Text, StringComparison.Ordinal);
        var unkept = await browser.SendAsync(page, "value=\"local\"");
        Assert.Contains("<a href=\"#preuve-engagement-local\">Dites ce qui le montre.</a>", unkept.Text, StringComparison.Ordinal);
        await browser.SendAsync(page, "value=\"local\"", ("preuve", "Clés remises"));
        Assert.Equal(("local", true, "Clés remises"), (Service.LastKept.Commitment, Service.LastKept.Kept, Service.LastKept.Evidence));
        var unreadable = await browser.SendAsync(page, "value=\"etat\"", ("paye", "beaucoup"));
        Assert.Contains("Cette somme n’est pas comprise", unreadable.Text, StringComparison.Ordinal);
        await browser.SendAsync(page, "value=\"etat\"", ("paye", "17 500,50 €"));
        Assert.Equal(1_750_050, Service.Find(name).Content.Financing.Fundings[0].PaidCents);
    }

    [Fact]
    public async Task Versions_stand_side_by_side_and_what_changed_is_said_in_words_too()
    {
        var name = Service.Given();
        using var browser = await host.SignedInAsync("karim.caf");

        var page = await browser.OpenAsync($"/{name}/versions?de=1&a=2");

        Assert.Contains("Objet : modifié", page.Text, StringComparison.Ordinal);
        Assert.Contains("Plan de financement : ajouté", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 parties ont changé, 1 reste la même.", page.Text, StringComparison.Ordinal);
        Assert.Matches("Une permanence <del><span class=\"visually-hidden\">\\[supprimé : </span>le lundi", page.Text);
        Assert.Matches("Une permanence <ins><span class=\"visually-hidden\">\\[ajouté : </span>le mardi", page.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/{name}/versions")).Status);
    }

    [Fact]
    public async Task The_document_is_read_in_the_browser_and_the_evidence_taken_away_once_there_is_some()
    {
        var name = Service.Given();
        using var browser = await host.SignedInAsync("yann.responsable");

        var (document, pdf) = await browser.FetchAsync($"/{name}/document.pdf?version=2");
        Assert.Equal(("application/pdf", "%PDF version 2"), (document.Content.Headers.ContentType?.MediaType, System.Text.Encoding.UTF8.GetString(pdf)));
        Assert.StartsWith("inline", document.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
        document.Dispose();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.OpenAsync($"/{name}/preuves.zip")).Status);
        Service.Find(name).Signatures.Add(new Signature { SignTime = Service.Find(name).CreateTime });
        var (evidence, zip) = await browser.FetchAsync($"/{name}/preuves.zip");
        Assert.Equal("PK preuves", System.Text.Encoding.UTF8.GetString(zip));
        evidence.Dispose();
    }

    [Fact]
    public async Task A_convention_of_others_is_not_there()
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/conventions/inconnue")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/conventions/inconnue/document.pdf")).Status);
    }

    [Theory]
    [InlineData("claire.accueil", "/conventions/nouvelle")]
    [InlineData("karim.caf", "/conventions/nouvelle")]
    [InlineData("claire.accueil", "/conventions/x/signer")]
    [InlineData("sofia.mission", "/conventions/x/signer")]
    [InlineData("claire.accueil", "/instances")]
    [InlineData("yann.responsable", "/conventions/modeles")]
    [InlineData("yann.responsable", "/instances/nouvelle")]
    public async Task Pages_of_other_roles_are_refused(string user, string address)
    {
        using var browser = await host.SignedInAsync(user);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(address)).Status);
    }
}
