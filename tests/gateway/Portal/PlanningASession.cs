using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;
using State = Reseau.Training.V1.CourseSession.Types.State;

namespace Reseau.Gateway.Tests.Portal;

public sealed class PlanningASession(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Form = "class=\"long\"";

    private static readonly DateTimeOffset Morning = new(2027, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private SessionsStandIn Service => host.Training.Service;

    [Fact]
    public async Task A_session_begins_with_what_its_course_says_and_its_hours_are_those_of_paris()
    {
        var course = host.Courses.Given();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"/formations/sessions/nouvelle?course={course.Split('/')[1]}");
        Assert.Contains("id=\"demi-journee-1-jour\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"demi-journee-2-jour\"", page.Html, StringComparison.Ordinal);
        Assert.Matches("id=\"places\"[^>]*value=\"12\"", page.Html);

        var done = await browser.SendAsync(page, Form, ("etape", "enregistrer"), ("places", "10"), ("formateurs", "Paul Martin (ARCS)\nLéa"), ("limite", "2027-07-01"), ("cout", "20"), ("a-savoir", "Un ordinateur"),
            ("demi-journee-0-jour", "2027-07-06"), ("demi-journee-0-debut", "9:00"), ("demi-journee-0-fin", "12h30"), ("demi-journee-0-lieu", "structures/demo--ccas"),
            ("demi-journee-1-jour", "7/7/2027"), ("demi-journee-1-debut", "14 h 00"), ("demi-journee-1-fin", "17:00"), ("demi-journee-1-autre-lieu", "Salle 3"), ("demi-journee-1-lien", "https://visio.example.org/x"),
            ("reservation-0-institution", "caf-35"), ("reservation-0-places", "4"), ("reservation-0-jusqu-au", "2027-06-15"));

        Assert.Contains("La session est préparée.", done.Text, StringComparison.Ordinal);
        var sent = Service.LastPlanned;
        Assert.Equal((course, 10, 2000, "Un ordinateur", 7), (sent.Course, sent.MaxSeats, sent.SeatCostCents, sent.Notes, sent.EnrolUntil.Month));
        Assert.Equal(["Paul Martin (ARCS)", "Léa"], sent.Trainers);
        // Summer: two hours before Paris.
        Assert.Equal([new(2027, 7, 6, 7, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 7, 7, 12, 0, 0, TimeSpan.Zero)], sent.HalfDays.Select(half => half.StartTime.ToDateTimeOffset()));
        Assert.Equal(new DateTimeOffset(2027, 7, 6, 10, 30, 0, TimeSpan.Zero), sent.HalfDays[0].EndTime.ToDateTimeOffset());
        Assert.Equal([("structures/demo--ccas", ""), ("Salle 3", "https://visio.example.org/x")], sent.HalfDays.Select(half => (half.Place, half.Link)));
        var kept = sent.Reservations.Single();
        Assert.Equal(("institutions/caf-35", 4, 15), (kept.Institution, kept.Seats, kept.ReleaseDate.Day));
    }

    [Fact]
    public async Task What_is_wrong_with_a_half_day_is_said_at_its_own_row_once()
    {
        var course = host.Courses.Given();
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.SendAsync(await browser.OpenAsync($"/formations/sessions/nouvelle?course={course.Split('/')[1]}"), Form, ("etape", "enregistrer"),
            ("demi-journee-0-debut", "9:00"), ("demi-journee-0-fin", "12:00"), ("demi-journee-0-autre-lieu", "Salle 3"),
            ("demi-journee-1-jour", "2027-03-28"), ("demi-journee-1-debut", "2:30"), ("demi-journee-1-fin", "midi"),
            ("reservation-0-institution", "caf-35"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<a href=\"#demi-journee-0-jour\">Jour : ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<a href=\"#demi-journee-0-debut\">", page.Text, StringComparison.Ordinal);
        // In the night of the change of hour, half past two does not exist.
        Assert.Contains("<a href=\"#demi-journee-1-debut\">Début : ", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#demi-journee-1-fin\">Fin : ", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#demi-journee-1-lieu\">Lieu : Indiquez le lieu de cette demi-journée.</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#reservation-0-jusqu-au\">Rendues à tous le : Indiquez le jour où ces places s’ouvrent à tous.</a>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_without_any_half_day_is_said_at_the_first_row()
    {
        var course = host.Courses.Given();
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.SendAsync(await browser.OpenAsync($"/formations/sessions/nouvelle?course={course.Split('/')[1]}"), Form, ("etape", "enregistrer"));

        Assert.Contains("<a href=\"#demi-journee-0-jour\">Demi-journées : Indiquez au moins une demi-journée.</a>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_table_gets_more_rows_by_its_own_button()
    {
        var course = host.Courses.Given();
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.SendAsync(await browser.OpenAsync($"/formations/sessions/nouvelle?course={course.Split('/')[1]}"), Form, ("etape", "lignes-demi-journee"), ("places", "7"));

        Assert.Contains("id=\"demi-journee-3-jour\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"reservation-2-institution\"", page.Html, StringComparison.Ordinal);
        Assert.Matches("id=\"places\"[^>]*value=\"7\"", page.Html);
    }

    [Fact]
    public async Task What_is_kept_is_in_the_form_even_a_place_of_others_and_a_change_made_meanwhile_is_not_overwritten_unseen()
    {
        var session = Service.Given(State.Open, Morning, session =>
        {
            session.Course = host.Courses.Given();
            session.HalfDays[0].Place = "structures/ailleurs";
        }, "UpdateSession");
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"{AddressOf(session)}/modifier");
        Assert.Matches("id=\"demi-journee-0-jour\"[^>]*value=\"2027-03-02\"", page.Html);
        Assert.Matches("id=\"demi-journee-0-debut\"[^>]*value=\"09:00\"", page.Html);
        Assert.Matches("<option value=\"structures/ailleurs\" selected", page.Html);
        Assert.Matches("id=\"demi-journee-1-autre-lieu\"[^>]*value=\"Salle du Bosphore, 12 rue d’Espagne\"", page.Text);
        Service.ChangeMeanwhile(session.Name);
        (string, string)[] typed = [("etape", "enregistrer"), ("places", "20"), ("demi-journee-0-jour", "2027-03-09"), ("demi-journee-0-debut", "9:00"), ("demi-journee-0-fin", "12:00"), ("demi-journee-0-autre-lieu", "Salle 3")];

        var stale = await browser.SendAsync(page, Form, typed);
        Assert.Contains("La session a changé pendant que vous l’écriviez.", stale.Text, StringComparison.Ordinal);

        var done = await browser.SendAsync(stale, Form, typed);
        Assert.Contains("Vos changements sont enregistrés.", done.Text, StringComparison.Ordinal);
        Assert.Equal((20, 9), (Service.Find(session.Name).MaxSeats, Service.Find(session.Name).HalfDays.Single().StartTime.ToDateTimeOffset().Day));
    }

    [Fact]
    public async Task What_may_not_be_changed_has_no_form()
    {
        var session = Service.Given(State.Closed, Morning);
        using var browser = await host.SignedInAsync("yann.responsable");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"{AddressOf(session)}/modifier")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/formations/sessions/nouvelle?course=inconnue")).Status);
    }

    [Fact]
    public async Task Its_organiser_opens_it_and_cancels_it_with_a_reason()
    {
        var session = Service.Given(State.Draft, Morning, null, "OpenSession", "CancelSession");
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(AddressOf(session));
        Assert.DoesNotContain("value=\"clore\"", page.Html, StringComparison.Ordinal);

        var opened = await browser.SendAsync(page, "value=\"ouvrir\"");
        Assert.Contains("La session est ouverte : on peut s’y inscrire.", opened.Text, StringComparison.Ordinal);
        var bare = await browser.SendAsync(opened, "value=\"annuler\"");
        Assert.Contains("<a href=\"#raison-annuler\">Dites pourquoi.</a>", bare.Text, StringComparison.Ordinal);
        Service.ChangeMeanwhile(session.Name);
        var stale = await browser.SendAsync(bare, "value=\"annuler\"", ("raison", "Formateur malade"));
        Assert.Contains("Cette session a changé pendant que vous la lisiez.", stale.Text, StringComparison.Ordinal);
        Assert.Contains("Formateur malade", stale.Html, StringComparison.Ordinal);

        var done = await browser.SendAsync(stale, "value=\"annuler\"", ("raison", "Formateur malade"));
        Assert.Contains("Raison donnée : Formateur malade", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_whose_attendance_is_not_said_is_not_closed_and_the_page_says_of_how_many()
    {
        var session = Service.Given(State.Open, Morning, null, "CloseSession");
        Service.Given(session, Enrolment.Types.State.Enrolled, "Alice Martin");
        using var browser = await host.SignedInAsync("yann.responsable");

        var refused = await browser.SendAsync(await browser.OpenAsync(AddressOf(session)), "value=\"clore\"");

        Assert.Contains("Toutes les présences ne sont pas dites. Personnes dont la présence n’est pas dite : 1.", refused.Text, StringComparison.Ordinal);
    }

    private static string AddressOf(Reseau.Training.V1.CourseSession session) => $"/formations/{session.Name}";
}
