using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;
using State = Reseau.Training.V1.CourseSession.Types.State;

namespace Reseau.Gateway.Tests.Portal;

public sealed class BrowsingTrainings(GatewayHost host) : IClassFixture<GatewayHost>
{
    // Nine in the morning in Paris.
    private static readonly DateTimeOffset Morning = new(2027, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private SessionsStandIn Sessions => host.Training.Service;

    [Fact]
    public async Task The_catalogue_is_searched_by_words_skill_and_habilitation_from_its_address()
    {
        host.Professionals.Given(new Skill { Name = "skills/demarches-en-ligne", Label = "Accompagner une démarche en ligne", Family = "Accès aux droits" });
        host.Habilitations.Given(new HabilitationRule { Name = "habilitationRules/aidants-connect", Title = "Aidant Connect" });
        host.Courses.Given();
        using var browser = await host.SignedInAsync("claire.accueil");

        var page = await browser.OpenAsync("/formations?texte=accompagner&competence=skills/demarches-en-ligne&habilitation=habilitationRules/aidants-connect&retirees=1");

        var asked = host.Courses.LastList;
        Assert.Equal(("accompagner", "skills/demarches-en-ligne", "habilitationRules/aidants-connect", true), (asked.Query, asked.Skill, asked.Habilitation, asked.ShowArchived));
        Assert.Contains("<option value=\"skills/demarches-en-ligne\" selected>Accès aux droits : Accompagner une démarche en ligne</option>", page.Text, StringComparison.Ordinal);
        Assert.Contains("Emmaüs Connect · 2 demi-journées · Sur place · Sans frais", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/formations/nouvelle", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_course_shows_its_next_sessions_and_whether_there_is_a_seat()
    {
        var name = host.Courses.Given(Course.Types.State.Published, course => course.Title = "Découvrir la médiation");
        Sessions.Given(State.Open, Morning, session => session.Course = name);
        Sessions.Given(State.Open, Morning.AddDays(7), session => (session.Course, session.SeatsFreeForCaller, session.Waiting) = (name, 0, 2));
        host.Courses.Given(Course.Types.State.Published, course => course.Title = "Découvrir autre chose");
        using var browser = await host.SignedInAsync("claire.accueil");

        var text = (await browser.OpenAsync("/formations?texte=Découvrir")).Text;

        Assert.Contains("mardi 2 mars 2027, de 9 h 00 à 17 h 00", text, StringComparison.Ordinal);
        Assert.Contains("<span class=\"state done\">4 places libres</span>", text, StringComparison.Ordinal);
        Assert.Contains("<span class=\"state warning\">Complet, 2 personnes attendent</span>", text, StringComparison.Ordinal);
        Assert.Contains("Aucune session prévue pour le moment.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_too_short_are_said_at_their_field()
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        var page = await browser.OpenAsync("/formations?texte=x");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<a href=\"#texte\">Mots du titre : Écrivez au moins deux lettres.</a>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_says_for_whom_it_is_what_it_gives_and_when_it_takes_place()
    {
        var name = host.Courses.Given();
        Sessions.Given(State.Open, Morning, session => session.Course = name);
        using var browser = await host.SignedInAsync("claire.accueil");

        var text = (await browser.OpenAsync($"/formations/{name.Split('/')[1]}")).Text;

        Assert.Contains("<li>Reconnaître un besoin numérique</li>", text, StringComparison.Ordinal);
        Assert.Contains("<dd>Agents d’accueil</dd>", text, StringComparison.Ordinal);
        Assert.Contains("Avec l’accord de la personne responsable de votre équipe", text, StringComparison.Ordinal);
        Assert.Contains("12 places ; une session a lieu à partir de 4 personnes inscrites", text, StringComparison.Ordinal);
        Assert.Contains("<td>Accueil du CCAS · Salle du Bosphore, 12 rue d’Espagne</td>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Retirer du catalogue", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_shows_a_month_and_keeps_its_filters_in_the_addresses_of_the_others()
    {
        Sessions.Given(State.Open, Morning, session => session.Title = "Au calendrier");
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync("/formations/calendrier?mois=2027-03&libres=1&organisees=1");

        var asked = Sessions.LastList;
        Assert.Equal((2027, 3, 1, 31), (asked.From.Year, asked.From.Month, asked.From.Day, asked.Until.Day));
        Assert.True(asked is { WithFreeSeats: true, Own: true, States.Count: 0 });
        Assert.Contains("<h2>Mars 2027</h2>", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mardi 2 mars 2027, de 9 h 00 à 17 h 00", page.Text, StringComparison.Ordinal);
        Assert.Contains("Au calendrier", page.Text, StringComparison.Ordinal);
        Assert.Contains("/formations/calendrier?mois=2027-02&libres=1&organisees=1", page.Text, StringComparison.Ordinal);
        Assert.Contains("/formations/calendrier?mois=2027-04&libres=1&organisees=1", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_of_one_course_may_show_what_is_over_and_an_unknown_month_is_this_one()
    {
        var name = host.Courses.Given();
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync($"/formations/calendrier?mois=demain&toutes=1&formation={name.Split('/')[1]}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(name, Sessions.LastList.Course);
        Assert.Equal([State.Draft, State.Open, State.Closed, State.Cancelled], Sessions.LastList.States);
        Assert.Equal((DateTime.UtcNow.Year, 1), (Sessions.LastList.From.Year, Sessions.LastList.From.Day));
        Assert.Contains("Aucune session ce mois-ci", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claire.accueil", "/formations/nouvelle", HttpStatusCode.Forbidden)]
    [InlineData("karim.caf", "/formations/sessions/nouvelle?course=x", HttpStatusCode.Forbidden)]
    [InlineData("paul.arcs", "/formations/a-valider", HttpStatusCode.Forbidden)]
    [InlineData("sofia.mission", "/formations/sessions/x/emargement", HttpStatusCode.Forbidden)]
    [InlineData("paul.arcs", "/formations/nouvelle", HttpStatusCode.OK)]
    [InlineData("claire.accueil", "/formations/inconnue", HttpStatusCode.NotFound)]
    [InlineData("claire.accueil", "/formations/sessions/inconnue", HttpStatusCode.NotFound)]
    public async Task Pages_of_other_roles_are_refused_and_what_is_not_theirs_is_not_there(string user, string address, HttpStatusCode status)
    {
        using var browser = await host.SignedInAsync(user);

        Assert.Equal(status, (await browser.OpenAsync(address)).Status);
    }
}
