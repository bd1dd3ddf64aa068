using System.Net;
using Reseau.Gateway.Portal.Labels;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;
using State = Reseau.Training.V1.Need.Types.State;

namespace Reseau.Gateway.Tests.Portal;

/// <summary>Needs of training: raised by heads, from their own word and from what is counted, answered by plans, and counted in their turn.</summary>
public sealed class RaisingNeeds(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Needs = "/formations/besoins";
    private const string Theme = "numerique--acceder-a-des-services-en-ligne";
    private const string Permit = "mobilite--preparer-un-permis";
    private const string Editing = "name=\"titre\"";

    private NeedsStandIn Service => host.Needs;

    [Fact]
    public async Task The_list_asks_by_state_subject_and_function_and_says_whose_needs_they_are()
    {
        Words();
        var need = Service.Given(need => (need.Skill, need.Persons) = ("skills/demarches", -1));
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync($"{Needs}?etat=Met&theme={Theme}&fonction=Librarian&institution=caf-35");

        Assert.Equal((Theme, "institutions/caf-35", Function.Librarian), (Service.LastList.Subject, Service.LastList.Institution, Service.LastList.Function));
        Assert.Equal([State.Met], Service.LastList.States);
        Assert.Contains($"<a href=\"{AddressOf(need)}\">Accompagner une démarche en ligne</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("CCAS de Rennes · Toutes les fonctions · Moins de 5 personnes", page.Text, StringComparison.Ordinal);
        Assert.Contains("Faire connaître un besoin", page.Text, StringComparison.Ordinal);
        using var admin = await host.SignedInAsync("admin.reseau");
        Assert.DoesNotContain("Faire connaître un besoin", (await admin.OpenAsync(Needs)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_raises_a_need_in_their_own_words()
    {
        Words();
        using var browser = await host.SignedInAsync("yann.responsable");

        var raised = await browser.SendAsync(await browser.OpenAsync(Needs + "/nouveau"), Editing,
            ("titre", "Recevoir une personne en colère"), ("precisions", "Trois incidents en mars."), ("fonctions", "ReceptionAgent"), ("personnes", "1 2"), ("urgence", "High"));

        Assert.Contains("Le besoin est enregistré.", raised.Text, StringComparison.Ordinal);
        var need = Service.Find("needs/" + raised.Address.AbsolutePath.Split('/')[^1]);
        Assert.Equal(("Recevoir une personne en colère", 12, Need.Types.Urgency.High), (need.Title, need.Persons, need.Urgency));
        Assert.Equal([Function.ReceptionAgent], need.Functions);
        Assert.Empty(need.RevealedBy);
        Assert.Contains("La parole d’un responsable", raised.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_subjects_and_no_urgency_are_said_at_their_fields_and_what_was_typed_stays()
    {
        Words();
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.SendAsync(await browser.OpenAsync(Needs + "/nouveau"), Editing, ("competence", "skills/demarches"), ("titre", "Autre"), ("personnes", "beaucoup"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<a href=\"#titre\">Avec vos mots : Dites-le par une compétence, par un thème ou avec vos mots", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#urgence\">Urgence : Choisissez une urgence.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#personnes\">Nombre de personnes : ", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"beaucoup\"", page.Html, StringComparison.Ordinal);
        var nothing = await browser.SendAsync(page, Editing, ("urgence", "Low"));
        Assert.Contains("<a href=\"#competence\">Ce qui manque : Dites ce qui manque.</a>", nothing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Referrals_that_came_back_become_a_need_of_who_sent_them()
    {
        Service.Signals =
        [
            new Signal { Institution = "institutions/ccas-rennes", Theme = Theme, Month = new() { Year = 2026, Month = 3, Day = 1 }, Kind = SignalKind.OutOfScope, Referrals = 9 },
            new Signal { Institution = "institutions/caf-35", Theme = Theme, Month = new() { Year = 2026, Month = 2, Day = 1 }, Kind = SignalKind.Redirected, Referrals = -1 },
        ];
        using var browser = await host.SignedInAsync("yann.responsable");

        var signals = await browser.OpenAsync($"{Needs}/signaux?du=2026-01-15&theme={Theme}");
        Assert.Equal((SignalSide.Sent, Theme, 2026), (Service.LastSignals.Side, Service.LastSignals.Theme, Service.LastSignals.From.Year));
        Assert.Matches("<td>mars 2026</td>\\s*<td>CCAS de Rennes</td>\\s*<td class=\"number\">9</td>", signals.Text);
        Assert.Contains("<td class=\"number\">moins de 5</td>", signals.Text, StringComparison.Ordinal);
        var link = Assert.Single(LinksOf(signals, "?origine="));

        var form = await browser.OpenAsync(link);
        Assert.Matches($"<option value=\"{Theme}\" selected", form.Html);
        Assert.Contains("refusées : le service fait autre chose (mars 2026)", form.Text, StringComparison.Ordinal);
        var raised = await browser.SendAsync(form, Editing, ("theme", Theme), ("urgence", "Medium"), ("origine", $"orientations|{Theme}|OutOfScope|2026-03-01|2026-03-01"));

        var origin = Service.Find("needs/" + raised.Address.AbsolutePath.Split('/')[^1]).RevealedBy.Single().Referrals;
        Assert.Equal((Theme, SignalKind.OutOfScope, 3, 3), (origin.Theme, origin.Kind, origin.From.Month, origin.Until.Month));
        Assert.Empty(LinksOf(await browser.OpenAsync($"{Needs}/signaux?cote=recues"), "?origine="));
        Assert.Equal(SignalSide.Received, Service.LastSignals.Side);
    }

    [Fact]
    public async Task Who_looks_after_the_network_plans_the_needs_of_all_and_changes_none_of_an_institution()
    {
        Words();
        host.Plans.Given(new Plan
        {
            Name = "plans/reseau", Etag = "1", Version = 1, State = Plan.Types.State.Published, Network = true, Title = "Plan du réseau", Institution = "institutions/rennes-metropole",
            StartDate = Day(2026, 1, 1), EndDate = Day(2026, 12, 31), Goals = { new Goal { Key = "accueil", Text = "80 % des agents" } }, Courses = { new PlannedCourse { Course = "courses/clics" } }, NeedsAnswered = 7,
        });
        host.Plans.Given(new Plan { Name = "plans/d-autres", Etag = "1", Version = 1, State = Plan.Types.State.Published, Title = "D’autres", Institution = "institutions/caf-35", Goals = { new Goal { Key = "x", Text = "Rien" } } });
        var need = Service.Given(need => need.Institution = "institutions/ccas-rennes");
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync(AddressOf(need));
        Assert.DoesNotContain("Écarter le besoin", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Modifier le besoin", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("D’autres", page.Text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"plans/reseau||courses/clics\">Plan du réseau : formation « Premiers clics »</option>", page.Text, StringComparison.Ordinal);
        var nothing = await browser.SendAsync(page, "value=\"planifier\"", ("reponse", ""));
        Assert.Contains("<a href=\"#reponse\">Ce qui y répond : Choisissez une réponse.</a>", nothing.Text, StringComparison.Ordinal);

        var planned = await browser.SendAsync(page, "value=\"planifier\"", ("reponse", "plans/reseau|accueil|"));

        Assert.Contains("Le besoin est rattaché au plan.", planned.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/formations/plans/reseau\">Plan du réseau</a> : 80 % des agents", planned.Text, StringComparison.Ordinal);
        Assert.Equal(("plans/reseau", PlanNeedRequest.AnswerOneofCase.Goal, "accueil"), (Service.Planned.Last().Plan, Service.Planned.Last().AnswerCase, Service.Planned.Last().Goal));

        var plan = await browser.OpenAsync("/formations/plans/reseau");
        Assert.Contains("7 besoins de formation", plan.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{AddressOf(need)}\">", plan.Html, StringComparison.Ordinal);
        using var claire = await host.SignedInAsync("claire.accueil");
        var hers = await claire.OpenAsync("/formations/plans/reseau");
        Assert.Contains("7 besoins de formation.", hers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(AddressOf(need), hers.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_need_is_met_or_set_aside_with_a_reason_and_then_stays_as_it_is()
    {
        var (met, left, stale) = (Service.Given(), Service.Given(), Service.Given());
        using var browser = await host.SignedInAsync("yann.responsable");

        Assert.Contains("Le besoin est satisfait.", (await browser.SendAsync(await browser.OpenAsync(AddressOf(met)), "value=\"satisfaire\"")).Text, StringComparison.Ordinal);
        var page = await browser.OpenAsync(AddressOf(left));
        Assert.Contains("<a href=\"#raison\">Raison : Dites pourquoi.</a>", (await browser.SendAsync(page, "value=\"ecarter\"")).Text, StringComparison.Ordinal);
        var aside = await browser.SendAsync(page, "value=\"ecarter\"", ("raison", "Le poste n’existe plus."));
        Assert.Contains("Raison donnée : Le poste n’existe plus.", aside.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Que voulez-vous faire", aside.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(AddressOf(left) + "/modifier")).Status);

        var seen = await browser.OpenAsync(AddressOf(stale));
        stale.Etag = "2";
        var refused = await browser.SendAsync(seen, "value=\"satisfaire\"");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Ce besoin a changé pendant que vous le lisiez.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_a_drawing_a_table_and_a_file()
    {
        Words();
        Service.Figures = new()
        {
            Rows =
            {
                new NeedFigureRow { Subject = "skills/demarches", Key = "RECEPTION_AGENT", Needs = 3, Planned = 1, Persons = 40 },
                new NeedFigureRow { Subject = "", Key = "", Needs = 1, Persons = -1 },
            },
        };
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync(Needs + "/chiffres?par=fonction&etat=Open");

        Assert.Equal(FigureRows.Function, Service.LastFigures.Rows);
        Assert.Equal([State.Open], Service.LastFigures.States);
        Assert.Contains("<rect class=\"bar-absent\"", page.Html, StringComparison.Ordinal);
        Assert.Matches("Accompagner une démarche en ligne</th>\\s*<td>Agent d’accueil</td>\\s*<td class=\"number\">3</td>\\s*<td class=\"number\">1</td>\\s*<td class=\"number\">40</td>", page.Text);
        var file = await browser.OpenAsync(Needs + "/chiffres/besoins.csv?par=fonction");
        Assert.Contains("\"Accompagner une démarche en ligne\";\"Agent d’accueil\";\"3\";\"1\";\"40\"\r\n\"Besoins dits avec d’autres mots\";\"Toutes\";\"1\";\"0\";\"moins de 5\"", file.Text, StringComparison.Ordinal);
        Assert.Contains("\"Besoins dits avec d’autres mots\";\"Tout le réseau\";\"1\"", (await browser.OpenAsync(Needs + "/chiffres/besoins.csv")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claire.accueil", Needs, false)]
    [InlineData("claire.accueil", "/formations/campagnes", false)]
    [InlineData("paul.arcs", Needs, false)]
    [InlineData("sofia.mission", Needs + "/nouveau", true)]
    [InlineData("admin.reseau", Needs + "/nouveau", false)]
    [InlineData("admin.reseau", Needs, true)]
    [InlineData("yann.responsable", Needs + "/signaux", true)]
    [InlineData("yann.responsable", "/formations/campagnes/nouvelle", true)]
    public async Task Pages_open_to_who_leads_and_who_looks_after_the_network_and_tabs_offer_them_to_nobody_else(string user, string address, bool opens)
    {
        using var browser = await host.SignedInAsync(user);

        Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.OpenAsync(address)).Status);

        var tabs = (await browser.OpenAsync("/formations")).Html;
        var leads = user is not ("claire.accueil" or "paul.arcs");
        Assert.Equal((leads, leads), (tabs.Contains($"href=\"{Needs}\"", StringComparison.Ordinal), tabs.Contains("href=\"/formations/campagnes\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_looked_for_in_vain_becomes_a_need_of_the_network()
    {
        using var sofia = await host.SignedInAsync("sofia.mission");
        var unmet = await sofia.OpenAsync("/reseau/besoins-sans-reponse");
        var links = LinksOf(unmet, "?origine=");
        // What has no theme is about nothing.
        Assert.Equal([$"{Needs}/nouveau?origine=recherches%7C{Permit}%7C35238%7C1234", $"{Needs}/nouveau?origine=recherches%7Cnumerique%7C29045%7C0"], links);
        Assert.Contains($"Signaler un besoin<span class=\"visually-hidden\"> : {Label.Theme(Permit)}, Rennes</span>", unmet.Text, StringComparison.Ordinal);

        var form = await sofia.OpenAsync(links[0]);
        Assert.Contains("Pour tout le réseau.", form.Text, StringComparison.Ordinal);
        Assert.Contains("lu par les responsables de toutes les institutions", form.Text, StringComparison.Ordinal);
        Assert.Matches($"<option value=\"{Permit}\" selected", form.Html);
        var raised = await sofia.SendAsync(form, Editing, ("theme", Permit), ("urgence", "Medium"), ("origine", $"recherches|{Permit}|35238|1234"));

        Assert.Contains("<p class=\"lead\">Tout le réseau</p>", raised.Text, StringComparison.Ordinal);
        Assert.Matches("1.234 recherches sans réponse dans l’annuaire : [^<]* \\(Rennes\\)", raised.Text);
        Assert.Contains("Modifier le besoin", raised.Text, StringComparison.Ordinal);
        var need = Service.Find("needs/" + raised.Address.AbsolutePath.Split('/')[^1]);
        Assert.Equal((true, Permit, 1234), (need.Network, need.Theme, need.RevealedBy.Single().Searches.Searches));

        using var yann = await host.SignedInAsync("yann.responsable");
        Assert.Contains("Tout le réseau · Toutes les fonctions", (await yann.OpenAsync(Needs)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Que voulez-vous faire", (await yann.OpenAsync(AddressOf(need))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await yann.OpenAsync(AddressOf(need) + "/modifier")).Status);
        using var admin = await host.SignedInAsync("admin.reseau");
        Assert.Empty(LinksOf(await admin.OpenAsync("/reseau/besoins-sans-reponse"), "?origine="));
    }

    [Fact]
    public async Task A_need_of_the_network_stays_one_and_is_answered_by_its_plans_alone()
    {
        host.Plans.Given(new Plan { Name = "plans/metropole", Etag = "1", Version = 1, State = Plan.Types.State.Published, Title = "De la métropole", Institution = "institutions/rennes-metropole", Goals = { new Goal { Key = "x", Text = "Rien" } } });
        host.Plans.Given(new Plan { Name = "plans/de-tous", Etag = "1", Version = 1, State = Plan.Types.State.Published, Network = true, Title = "De tous", Institution = "institutions/rennes-metropole", NeedsAnswered = 1 });
        var need = Service.Given(need => (need.Institution, need.Network, need.Plan) = ("institutions/rennes-metropole", true, "plans/de-tous"));
        using var browser = await host.SignedInAsync("sofia.mission");

        Assert.Contains("Recevoir une personne en colère</a>, Tout le réseau", (await browser.OpenAsync("/formations/plans/de-tous")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("De la métropole", (await browser.OpenAsync(AddressOf(need))).Text, StringComparison.Ordinal);
        var form = await browser.OpenAsync(AddressOf(need) + "/modifier");
        Assert.Contains("Pour tout le réseau.", form.Text, StringComparison.Ordinal);
        await browser.SendAsync(form, Editing, ("titre", "Autrement dit"), ("urgence", "Low"));

        Assert.Equal((true, "Autrement dit"), (Service.Find(need.Name).Network, Service.Find(need.Name).Title));
    }

    private void Words()
    {
        if (host.Professionals.FindSkill("skills/demarches") is not null) return;
        host.Professionals.Given(new Skill { Name = "skills/demarches", Label = "Accompagner une démarche en ligne", Family = "Démarches" });
        host.Courses.Given(new Course { Name = "courses/clics", Title = "Premiers clics" });
    }

    private static IReadOnlyList<string> LinksOf(Page page, string part) =>
        [.. page.Html.Split("href=\"").Skip(1).Select(link => WebUtility.HtmlDecode(link[..link.IndexOf('"', StringComparison.Ordinal)])).Where(link => link.Contains(part, StringComparison.Ordinal))];

    private static string AddressOf(Need need) => $"{Needs}/{need.Name["needs/".Length..]}";

    private static Google.Type.Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
