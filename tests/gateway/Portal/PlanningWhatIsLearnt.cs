using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Portal;

/// <summary>Training plans: read with their progress, written in rows, published and closed.</summary>
public sealed class PlanningWhatIsLearnt(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Plans = "/formations/plans";

    private PlansStandIn Service => host.Plans;

    [Fact]
    public async Task Progress_is_a_bar_and_the_same_in_words()
    {
        Words();
        var plan = Published();
        using var browser = await host.SignedInAsync("claire.accueil");

        var list = await browser.OpenAsync(Plans);
        Assert.Contains($"<a href=\"/{plan.Name.Replace("plans/", "formations/plans/", StringComparison.Ordinal)}\">Plan de l’année</a>", list.Text, StringComparison.Ordinal);
        Assert.Contains("3 objectifs", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Écrire un plan", list.Text, StringComparison.Ordinal);
        var page = await browser.OpenAsync($"{Plans}/{Id(plan)}");

        Assert.Contains("<meter min=\"0\" max=\"100\" value=\"60\" aria-label=\"Avancement de l’objectif 1\">", page.Text, StringComparison.Ordinal);
        Assert.Contains("12 sur 20 (60 %) ; 1 lieu sur 3 y est", page.Text, StringComparison.Ordinal);
        Assert.Contains("<span class=\"state problem\">En retard</span>", page.Html, StringComparison.Ordinal);
        Assert.Contains("« Accompagner une démarche en ligne », autonome au moins", page.Text, StringComparison.Ordinal);
        Assert.Contains("Agents des ESC (Agent d’accueil, Bibliothécaire ; CCAS de Rennes ; Accueil du CCAS)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Moins de 5 personnes : les nombres ne sont pas donnés", page.Text, StringComparison.Ordinal);
        // Of a group too small, not even whether it is on its way.
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page.Html, ">En cours<", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("Personne dans ce groupe aujourd’hui", page.Text, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page.Html, "<meter", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Matches("Atelier des premiers clics</a></th>\\s*<td>1, 3</td>\\s*<td class=\"number\">non dit</td>\\s*<td class=\"number\">2</td>\\s*<td class=\"number\">14</td>", page.Text);
        Assert.Contains("1 500,00 €", page.Text.Replace('\u202F', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("Modifier le plan", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Clore le plan", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_version_says_that_it_is_no_longer_followed()
    {
        var plan = Service.GivenOwn(plan => plan.Version = 2);
        var older = plan.Clone();
        (older.Version, older.Title) = (1, "Le premier plan");
        Service.GivenOlder(older);
        using var browser = await host.SignedInAsync("yann.responsable");

        var newest = await browser.OpenAsync($"{Plans}/{Id(plan)}");
        Assert.Contains($"href=\"/formations/plans/{Id(plan)}?version=1\"", newest.Html, StringComparison.Ordinal);
        var page = await browser.OpenAsync($"{Plans}/{Id(plan)}?version=1");

        Assert.Contains("<h1>Le premier plan</h1>", page.Text, StringComparison.Ordinal);
        Assert.Contains("Vous lisez la version 1, qui n’est plus suivie.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Modifier le plan", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"{Plans}/{Id(plan)}?version=7")).Status);
    }

    [Fact]
    public async Task A_plan_is_written_in_rows_as_people_type()
    {
        Words();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(Plans + "/nouveau");
        Assert.Contains("Pour votre institution.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Accueil du CCAS", page.Text, StringComparison.Ordinal);

        var written = await browser.SendAsync(page, "name=\"etape\"",
            ("etape", "enregistrer"), ("titre", "Plan numérique 2026"), ("du", "1 janvier 2026"), ("au", "31/12/2026"), ("objet", "Que chacun sache."),
            ("objectif-0-texte", "80 % des agents sensibilisés"), ("objectif-0-competence", "skills/demarches"), ("objectif-0-niveau", "Autonomous"), ("objectif-0-cible", "80"), ("objectif-0-pour-le", "2026-06-30"),
            ("objectif-0-fonctions", "ReceptionAgent"), ("objectif-0-fonctions", "Librarian"), ("objectif-0-lieux", DirectoryStandIn.OwnPlace), ("objectif-0-chaque-lieu", "oui"),
            ("objectif-1-texte", "Tous habilités"), ("objectif-1-habilitation", "habilitationRules/aidants-connect"), ("objectif-1-cible", "100"), ("objectif-1-pour-le", "2026-12-01"),
            ("formation-0-formation", "courses/premiers-clics"), ("formation-0-sessions", "3"), ("formation-0-objectifs", "1, 2"),
            ("depense-0-texte", "Formateur"), ("depense-0-somme", "1 500"), ("financeur-0-texte", "État"), ("financeur-0-somme", "1 500,00"),
            ("priorite-0-groupe", "Nouveaux arrivés"), ("priorite-0-fonctions", "CaseOfficer"));

        Assert.Contains("Le plan est commencé.", written.Text, StringComparison.Ordinal);
        var plan = Service.Find("plans/plan-numerique-2026");
        Assert.Equal((false, 2026, 12, 31), (plan.Network, plan.StartDate.Year, plan.EndDate.Month, plan.EndDate.Day));
        var goal = plan.Goals[0];
        Assert.Equal(("80-des-agents-sensibilises", "skills/demarches", SkillLevel.Autonomous, 80, true), (goal.Key, goal.Skill, goal.Level, goal.TargetPercent, goal.EachSite));
        Assert.Equal([Function.ReceptionAgent, Function.Librarian], goal.Group.Functions);
        Assert.Equal([DirectoryStandIn.OwnPlace], goal.Group.Sites);
        Assert.Null(plan.Goals[1].Group);
        Assert.Equal(["80-des-agents-sensibilises", "tous-habilites"], plan.Courses.Single().Goals);
        Assert.Equal((150_000L, 150_000L), (plan.Costs.Single().Cents, plan.Funders.Single().Cents));
        Assert.Equal([Function.CaseOfficer], plan.PriorityGroups.Single().Functions);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_row_and_what_was_typed_stays()
    {
        Words();
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.SendAsync(await browser.OpenAsync(Plans + "/nouveau"), "name=\"etape\"",
            ("etape", "enregistrer"), ("objectif-1-texte", "Trop"), ("objectif-1-cible", "180"), ("formation-0-formation", "courses/premiers-clics"), ("formation-0-objectifs", "7"),
            ("depense-0-texte", "Formateur"), ("depense-0-somme", "beaucoup"), ("financeur-0-somme", "10"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<a href=\"#titre\">Titre : Donnez un titre.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#objectif-1-cible\">Cible : 100 au plus.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#formation-0-objectifs\">Objectifs servis : Aucun objectif n’a ce numéro.", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#depense-0-somme\">Somme, en euros : Cette somme n’est pas comprise.", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#financeur-0-somme\">Financeurs : Les financements doivent couvrir exactement les dépenses.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"beaucoup\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_rows_come_to_the_table_that_was_asked_for()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(Plans + "/nouveau");
        Assert.DoesNotContain("id=\"objectif-2-texte\"", page.Html, StringComparison.Ordinal);

        var longer = await browser.SendAsync(page, "name=\"etape\"", ("etape", "lignes-objectif"), ("objectif-0-texte", "Un objectif"));

        Assert.Contains("id=\"objectif-4-texte\"", longer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"depense-2-texte\"", longer.Html, StringComparison.Ordinal);
        Assert.Contains(">Un objectif</textarea>", longer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_changed_as_it_stands_and_what_the_form_does_not_offer_stays()
    {
        Words();
        var plan = Published();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"{Plans}/{Id(plan)}/modifier");
        Assert.Contains("l’enregistrer en fait une nouvelle version", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"1, 3\"", page.Html, StringComparison.Ordinal);
        Assert.Matches("id=\"objectif-0-fonctions\"[^>]*value=\"ReceptionAgent\"[^>]*checked", page.Html);

        (string, string)[] typed = [("etape", "enregistrer"), ("titre", "Plan corrigé"), ("du", "2026-01-01"), ("au", "2026-12-31"), ("objectif-0-texte", "Toujours"), ("objectif-0-competence", "skills/demarches"), ("objectif-0-cible", "50")];
        plan.Etag = "9";
        var stale = await browser.SendAsync(page, "name=\"etape\"", typed);
        Assert.Contains("Le plan a changé pendant que vous l’écriviez.", stale.Text, StringComparison.Ordinal);
        await browser.SendAsync(stale, "name=\"etape\"", typed);

        var saved = Service.Find(plan.Name);
        Assert.Equal(("Plan corrigé", 4, "agents"), (saved.Title, saved.Version, saved.Goals.Single().Key));
        Assert.Equal(["institutions/ccas-rennes"], saved.Goals.Single().Group.Institutions);
    }

    [Fact]
    public async Task A_plan_without_goal_is_not_published_and_a_closed_one_is_changed_by_nobody()
    {
        var plan = Service.GivenOwn();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"{Plans}/{Id(plan)}");

        var refused = await browser.SendAsync(page, "value=\"publier\"");
        Assert.Contains("Écrivez d’abord un objectif.", refused.Text, StringComparison.Ordinal);

        plan.Goals.Add(new Goal { Key = "un", Text = "Un objectif", TargetPercent = 10 });
        plan.Etag = "9";
        var stale = await browser.SendAsync(refused, "value=\"publier\"");
        Assert.Contains("Ce plan a changé pendant que vous le lisiez.", stale.Text, StringComparison.Ordinal);
        var published = await browser.SendAsync(stale, "value=\"publier\"");
        Assert.Contains("Le plan est publié.", published.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"publier\"", published.Html, StringComparison.Ordinal);

        var closed = await browser.SendAsync(published, "value=\"clore\"");
        Assert.Contains("Le plan est clos.", closed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Modifier le plan", closed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"{Plans}/{Id(plan)}/modifier")).Status);
    }

    [Fact]
    public async Task The_plan_of_the_network_is_the_chargee_de_missions()
    {
        using var sofia = await host.SignedInAsync("sofia.mission");
        var page = await sofia.OpenAsync(Plans + "/nouveau");
        Assert.Contains("Pour tout le réseau.", page.Text, StringComparison.Ordinal);

        await sofia.SendAsync(page, "name=\"etape\"", ("etape", "enregistrer"), ("titre", "Plan du réseau"), ("du", "2026-01-01"), ("au", "2026-12-31"),
            ("objectif-0-texte", "Tous"), ("objectif-0-institutions", "ccas-rennes, caf-35"), ("objectif-0-cible", "50"));
        var plan = Service.Find("plans/plan-du-reseau");
        Assert.True(plan.Network);
        Assert.Equal(["institutions/ccas-rennes", "institutions/caf-35"], plan.Goals.Single().Group.Institutions);

        using var yann = await host.SignedInAsync("yann.responsable");
        Assert.DoesNotContain("Modifier le plan", (await yann.OpenAsync(Plans + "/plan-du-reseau")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await yann.OpenAsync(Plans + "/plan-du-reseau/modifier")).Status);
        using var claire = await host.SignedInAsync("claire.accueil");
        Assert.NotEqual(HttpStatusCode.OK, (await claire.OpenAsync(Plans + "/nouveau")).Status);
    }

    private Plan Published() => Service.GivenOwn(plan =>
    {
        (plan.State, plan.Version) = (Plan.Types.State.Published, 3);
        plan.Goals.Add(new Goal
        {
            Key = "agents",
            Text = "80 % des agents",
            Skill = "skills/demarches",
            Level = SkillLevel.Autonomous,
            TargetPercent = 80,
            EachSite = true,
            Group = new()
            {
                Label = "Agents des ESC", Functions = { Function.ReceptionAgent, Function.Librarian }, Institutions = { "institutions/ccas-rennes" }, Sites = { DirectoryStandIn.OwnPlace },
            },
            Progress = new() { Persons = 20, Reached = 12, Late = true, Sites = 3, SitesReached = 1 },
        });
        plan.Goals.Add(new Goal { Key = "peu", Text = "Peu", Habilitation = "habilitationRules/aidants-connect", TargetPercent = 50, Progress = new() { Suppressed = true } });
        plan.Goals.Add(new Goal { Key = "personne", Text = "Personne", Skill = "skills/demarches", TargetPercent = 50, Progress = new() });
        plan.Courses.Add(new PlannedCourse { Course = "courses/premiers-clics", Goals = { "agents", "personne" }, SessionsPlanned = 2, Trained = 14 });
        plan.Costs.Add(new PlanMoney { Label = "Formateur", Cents = 150_000 });
    });

    private void Words()
    {
        if (host.Professionals.FindSkill("skills/demarches") is null) host.Professionals.Given(new Skill { Name = "skills/demarches", Label = "Accompagner une démarche en ligne", Family = "Accès aux droits" });
        host.Habilitations.Given(new HabilitationRule { Name = "habilitationRules/aidants-connect", Title = "Aidant Connect", ByEvidence = true });
        host.Courses.Given(new Course { Name = "courses/premiers-clics", Title = "Atelier des premiers clics" });
    }

    private static string Id(Plan plan) => plan.Name["plans/".Length..];
}
