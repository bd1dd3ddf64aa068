using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Portal;

/// <summary>What the head of a team does with the records of its professionals.</summary>
public sealed class LeadingATeam(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Team = "/formations/equipe";
    private const string Skill = "skills/demarches-en-ligne";
    private const string Rule = "habilitationRules/aidants-connect";

    private ProfessionalsStandIn Service => host.Professionals;

    [Fact]
    public async Task The_team_is_listed_with_what_each_may_do_and_whose_habilitation_ends_stands_on_top()
    {
        Words();
        var alice = Service.GivenMember(professional =>
        {
            professional.Skills.Add(new HeldSkill { Skill = Skill, Evidenced = SkillLevel.Autonomous });
            professional.Habilitations.Add(new HeldHabilitation { Rule = Rule, Holds = true });
        });
        var today = DateTime.UtcNow;
        host.Habilitations.Given(new DueHabilitation
        {
            Professional = alice.Name,
            DisplayName = "Alice Martin",
            Rule = Rule,
            ValidUntil = new() { Year = today.Year + 1, Month = 1, Day = 15 },
            RenewedBy = "sessions/s1",
        });
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync(Team);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"<a href=\"/formations/equipe/{Id(alice)}\">Alice Martin</a> : Aidant Connect, jusqu’au 15 janvier {today.Year + 1} (dans", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/formations/sessions/s1\">inscription à une session qui la renouvelle</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<td>Agent d’accueil</td>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<td>Accueil du CCAS</td>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">1</td>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<td>Aidant Connect</td>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_what_its_address_says()
    {
        using var browser = await host.SignedInAsync("yann.responsable");

        await browser.OpenAsync($"{Team}?nom=mar&fonction=Librarian&lieu={DirectoryStandIn.OwnPlace}&competence={Skill}&habilitation={Rule}&partis=1&page=2");

        var asked = Service.LastList;
        Assert.Equal(("mar", DirectoryStandIn.OwnPlace, Skill, Rule, true, "2"), (asked.Query, asked.Site, asked.Skill, asked.Habilitation, asked.ShowDeparted, asked.PageToken));
        Assert.Equal([Function.Librarian], asked.Functions);
        Assert.Equal(50, asked.PageSize);
    }

    [Fact]
    public async Task A_filter_that_the_service_refuses_is_said_at_its_field()
    {
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync(Team + "?nom=a");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<a href=\"#nom\">Nom : Écrivez au moins deux lettres.</a>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_ends_is_asked_for_by_days_and_rule()
    {
        Words();
        using var browser = await host.SignedInAsync("yann.responsable");

        await browser.OpenAsync($"{Team}/echeances?jours=30&habilitation={Rule}");
        Assert.Equal((30, Rule), (host.Habilitations.LastDue.WithinDays, host.Habilitations.LastDue.Rule));

        var unreadable = await browser.OpenAsync(Team + "/echeances?jours=bientôt");
        Assert.Contains("<a href=\"#jours\">Jours à venir : Ce nombre n’est pas compris.", unreadable.Text, StringComparison.Ordinal);
        var refused = await browser.OpenAsync(Team + "/echeances?jours=999");
        Assert.Contains("<a href=\"#jours\">Jours à venir : 730 jours au plus.</a>", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_is_added_once_what_is_missing_is_said()
    {
        using var browser = await host.SignedInAsync("yann.responsable");

        var wrong = await browser.SendAsync(await browser.OpenAsync(Team + "/ajouter"), "name=\"nom\"", ("prenom", "Bruno"), ("arrivee", "un jour"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("<a href=\"#nom\">Nom : Écrivez le nom.</a>", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#fonction\">Fonction : Dites la fonction.</a>", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#arrivee\">Premier jour : Cette date n’est pas comprise.", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Bruno\"", wrong.Html, StringComparison.Ordinal);

        var taken = await browser.SendAsync(wrong, "name=\"nom\"", ("nom", "Petit"), ("prenom", "Bruno"), ("fonction", "Librarian"), ("courriel", ProfessionalsStandIn.TakenEmail));
        Assert.Contains("<a href=\"#courriel\">Courriel professionnel : Une fiche a déjà ce courriel.</a>", taken.Text, StringComparison.Ordinal);

        var added = await browser.SendAsync(taken, "name=\"nom\"", ("nom", "Petit"), ("prenom", "Bruno"), ("fonction", "Librarian"), ("arrivee", "1 mars 2026"), ("lieux", DirectoryStandIn.OwnPlace));
        Assert.Contains("La fiche est enregistrée.", added.Text, StringComparison.Ordinal);
        Assert.Contains("<h1>Bruno Petit</h1>", added.Text, StringComparison.Ordinal);
        Assert.Contains("Accueil du CCAS", added.Text, StringComparison.Ordinal);
        var written = Service.Find(added.Address.AbsolutePath.Replace(Team, "professionals", StringComparison.Ordinal));
        Assert.Equal((2026, 3, 1), (written.ArrivalDate.Year, written.ArrivalDate.Month, written.ArrivalDate.Day));
    }

    [Fact]
    public async Task A_record_changed_meanwhile_is_not_overwritten_unseen()
    {
        var alice = Service.GivenMember();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"{Team}/{Id(alice)}/modifier");
        Assert.Contains("value=\"2099-06-30\"", page.Html, StringComparison.Ordinal);
        alice.Etag = "9";

        (string, string)[] typed = [("nom", "Durand"), ("prenom", "Alice"), ("fonction", "Other")];
        var stale = await browser.SendAsync(page, "name=\"nom\"", typed);
        Assert.Contains("La fiche a changé pendant que vous l’écriviez.", stale.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Durand\"", stale.Html, StringComparison.Ordinal);
        Assert.Equal("Martin", alice.LastName);

        var saved = await browser.SendAsync(stale, "name=\"nom\"", typed);
        Assert.Contains("La fiche est à jour.", saved.Text, StringComparison.Ordinal);
        Assert.Equal(("Durand", null), (alice.LastName, alice.DepartureDate));
    }

    [Fact]
    public async Task A_skill_is_attested_with_what_shows_it_and_what_is_wrong_is_said_together()
    {
        Words();
        var alice = Service.GivenMember();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"{Team}/{Id(alice)}");

        var wrong = await browser.SendAsync(page, "value=\"attester\"", ("competence", Skill), ("preuve", "vue à l’accueil"), ("date", "hier"));
        Assert.Contains("<a href=\"#niveau-attester\">Niveau : Dites à quel niveau.</a>", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#date-attester\">Date : Cette date n’est pas comprise.", wrong.Text, StringComparison.Ordinal);
        Assert.Contains(">vue à l’accueil</textarea>", wrong.Text, StringComparison.Ordinal);
        Assert.Empty(alice.Skills);

        var done = await browser.SendAsync(wrong, "value=\"attester\"", ("competence", Skill), ("niveau", "Autonomous"), ("preuve", "vue à l’accueil"), ("date", "2026-03-02"));
        Assert.Contains("La compétence est attestée.", done.Text, StringComparison.Ordinal);
        Assert.Matches("<th scope=\"row\">Accompagner une démarche en ligne</th>\\s*<td>Non</td>\\s*<td>Autonome</td>\\s*<td>\\s*vue à l’accueil\\s*</td>\\s*<td>2 mars 2026</td>", done.Text);
        Assert.Equal((Skill, SkillLevel.Autonomous, 2), (Service.LastEvidence.Skill, Service.LastEvidence.Level, Service.LastEvidence.Date.Day));
    }

    [Fact]
    public async Task A_habilitation_is_given_and_withdrawn_with_a_reason()
    {
        Words();
        host.Habilitations.Given(new HabilitationRule { Name = "habilitationRules/par-formation", Title = "Par une formation seulement", ByTraining = true });
        var alice = Service.GivenMember();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"{Team}/{Id(alice)}");
        Assert.DoesNotContain("Par une formation seulement", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"retirer\"", page.Html, StringComparison.Ordinal);

        var given = await browser.SendAsync(page, "value=\"habiliter\"", ("regle", Rule), ("date", "2026-03-02"), ("preuve", "attestation 12"));
        Assert.Contains("L’habilitation est donnée.", given.Text, StringComparison.Ordinal);
        Assert.Contains("<span class=\"state done\">Valable</span>", given.Html, StringComparison.Ordinal);

        var silent = await browser.SendAsync(given, "value=\"retirer\"", ("regle", Rule));
        Assert.Contains("<a href=\"#raison-retirer\">Raison : Dites pourquoi.</a>", silent.Text, StringComparison.Ordinal);
        var withdrawn = await browser.SendAsync(silent, "value=\"retirer\"", ("regle", Rule), ("raison", "départ"));
        Assert.Contains("L’habilitation est retirée, dès maintenant.", withdrawn.Text, StringComparison.Ordinal);
        Assert.Contains("<span class=\"state problem\">Retirée</span>", withdrawn.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_is_erased_only_by_who_says_to_know_what_that_means()
    {
        var alice = Service.GivenMember();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"{Team}/{Id(alice)}/effacer");

        var unsaid = await browser.SendAsync(page, "name=\"confirmation\"");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Assert.Contains("<a href=\"#confirmation\">", unsaid.Html, StringComparison.Ordinal);
        Assert.False(alice.Erased);

        var erased = await browser.SendAsync(unsaid, "name=\"confirmation\"", ("confirmation", "oui"));
        Assert.Contains("<h1>Fiche effacée</h1>", erased.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Martin", erased.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Attester une compétence", erased.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claire.accueil")]
    [InlineData("sofia.mission")]
    public async Task Nobody_else_sees_a_person(string user)
    {
        var alice = Service.GivenMember();
        using var browser = await host.SignedInAsync(user);

        foreach (var address in (string[])[Team, Team + "/echeances", Team + "/ajouter", Team + "/importer", $"{Team}/{Id(alice)}", $"{Team}/{Id(alice)}/modifier", $"{Team}/{Id(alice)}/effacer"])
        {
            var page = await browser.OpenAsync(address);
            Assert.NotEqual(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("Alice", page.Text, StringComparison.Ordinal);
        }
    }

    private void Words()
    {
        if (Service.FindSkill(Skill) is null) Service.Given(new Skill { Name = Skill, Label = "Accompagner une démarche en ligne", Family = "Accès aux droits" });
        host.Habilitations.Given(new HabilitationRule { Name = Rule, Title = "Aidant Connect", ByEvidence = true });
    }

    private static string Id(Professional professional) => professional.Name["professionals/".Length..];
}
