using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;
using static Reseau.Training.V1.Course.Types;

namespace Reseau.Gateway.Tests.Portal;

public sealed class WritingACourse(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Form = "class=\"long\"";

    private CoursesStandIn Service => host.Courses;

    [Fact]
    public async Task A_course_is_written_in_the_words_of_its_institution_and_stays_a_draft()
    {
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.SendAsync(await browser.OpenAsync("/formations/nouvelle"), Form, ("etape", "enregistrer"), ("titre", "Aider à l’accueil"), ("organisme", "CNFPT"),
            ("objectifs", "Accueillir\n\n  Orienter "), ("demi-journees", "3"), ("modalite", "Peer"), ("places", "12"), ("cout", "1 250,50"), ("fonctions", "Librarian"), ("accord", "oui"),
            ("competence-0-competence", "skills/accueil"), ("competence-0-niveau", "Aware"), ("habilitations", "habilitationRules/pix"));

        Assert.Contains("La formation est enregistrée.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Elle s’écrit : seule l’institution qui l’a commencée la voit.", page.Text, StringComparison.Ordinal);
        var sent = Service.Created.Last().Course;
        Assert.Equal(("courses/aider-a-l-accueil", "CNFPT", 3, Modality.Peer, 12, 125_050), (sent.Name, sent.Provider, sent.HalfDays, sent.Modality, sent.MaxSeats, sent.SeatCostCents));
        Assert.Equal(["Accueillir", "Orienter"], sent.Objectives);
        Assert.Equal((Function.Librarian, true), (sent.Functions.Single(), sent.NeedsApproval));
        Assert.Equal(("skills/accueil", SkillLevel.Aware), (sent.Skills.Single().Skill, sent.Skills.Single().Level));
        Assert.Equal(["habilitationRules/pix"], sent.Habilitations);
    }

    [Fact]
    public async Task Two_courses_of_the_same_title_get_names_of_their_own_and_none_takes_the_address_of_a_page()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var form = await browser.OpenAsync("/formations/nouvelle");
        (string, string)[] typed = [("etape", "enregistrer"), ("titre", "Plans"), ("places", "10")];

        await browser.SendAsync(form, Form, typed);
        var twice = await browser.SendAsync(await browser.OpenAsync("/formations/nouvelle"), Form, typed);

        Assert.Contains("La formation est enregistrée.", twice.Text, StringComparison.Ordinal);
        var names = Service.Created.Select(request => request.Course.Name).Where(name => name.StartsWith("courses/plans", StringComparison.Ordinal)).ToList();
        Assert.Equal("courses/plans-2", names[0]);
        Assert.Matches("^courses/plans-2-[0-9a-f]{4}$", names[1]);
    }

    [Fact]
    public async Task What_cannot_be_read_and_what_the_service_refuses_is_said_together_at_its_field()
    {
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.SendAsync(await browser.OpenAsync("/formations/nouvelle"), Form,
            ("etape", "enregistrer"), ("cout", "cher"), ("competence-1-competence", "skills/accueil"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<a href=\"#titre\">Titre : Donnez un titre.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#cout\">Coût d’une place : Cette somme n’est pas comprise.", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#competence-1-niveau\">Niveau : Choisissez une valeur de la liste.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"cher\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_rows_come_with_what_was_typed_and_nothing_is_saved()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var before = Service.Created.Count;

        var page = await browser.SendAsync(await browser.OpenAsync("/formations/nouvelle"), Form, ("etape", "lignes"), ("titre", "Pas encore"));

        Assert.Contains("id=\"competence-4-competence\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Pas encore\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, Service.Created.Count);
    }

    [Fact]
    public async Task What_is_kept_is_in_the_form_and_a_change_made_meanwhile_is_not_overwritten_unseen()
    {
        var name = Service.Given(State.Published);
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"{AddressOf(name)}/modifier");
        Assert.Contains("value=\"Emmaüs Connect\"", page.Text, StringComparison.Ordinal);
        Assert.Matches("value=\"ReceptionAgent\"[^>]* checked", page.Html);
        Service.ChangeMeanwhile(name);

        var stale = await browser.SendAsync(page, Form, ("etape", "enregistrer"), ("titre", "Le mien"), ("places", "8"));
        Assert.Contains("La formation a changé pendant que vous l’écriviez.", stale.Text, StringComparison.Ordinal);

        await browser.SendAsync(stale, Form, ("etape", "enregistrer"), ("titre", "Le mien"), ("places", "8"));
        Assert.Equal("Le mien", Service.Find(name).Title);
    }

    [Fact]
    public async Task A_draft_goes_into_the_catalogue_once_it_says_enough_and_comes_out_of_it()
    {
        var name = Service.Given(State.Draft, course => course.Objectives.Clear());
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(AddressOf(name));

        var refused = await browser.SendAsync(page, "value=\"publier\"");
        Assert.Contains("Écrivez au moins un objectif.", refused.Text, StringComparison.Ordinal);

        Service.Find(name).Objectives.Add("Accueillir");
        var published = await browser.SendAsync(page, "value=\"publier\"");
        Assert.Contains("La formation est au catalogue", published.Text, StringComparison.Ordinal);
        Assert.Contains($"/formations/sessions/nouvelle?course={name.Split('/')[1]}", published.Html, StringComparison.Ordinal);

        var archived = await browser.SendAsync(published, "value=\"archiver\"");
        Assert.Contains("La formation est retirée du catalogue.", archived.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Organiser une session", archived.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_of_another_institution_has_no_form()
    {
        var name = Service.Given(State.Published, course => course.Institution = "institutions/caf-35");
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync(AddressOf(name));

        Assert.DoesNotContain("Modifier la formation", page.Text, StringComparison.Ordinal);
        Assert.Contains("Organiser une session", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"{AddressOf(name)}/modifier")).Status);
    }

    private static string AddressOf(string name) => $"/formations/{name.Split('/')[1]}";
}
