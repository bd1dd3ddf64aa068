using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;
using SeatState = Reseau.Training.V1.Enrolment.Types.State;
using State = Reseau.Training.V1.CourseSession.Types.State;

namespace Reseau.Gateway.Tests.Portal;

public sealed class SayingWhoCame(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Form = "class=\"attendance\"";

    private static readonly DateTimeOffset Yesterday = DateTimeOffset.UtcNow.AddDays(-1);

    private SessionsStandIn Service => host.Training.Service;

    [Fact]
    public async Task Everybody_with_a_seat_gets_an_answer_and_all_are_sent_together_once()
    {
        var session = Service.Given(State.Open, Yesterday, null, "RecordAttendance");
        var (alice, bob) = (Service.Given(session, SeatState.Enrolled, "Alice Martin"), Service.Given(session, SeatState.Enrolled, "Bob Durand"));
        Service.Given(session, SeatState.Waiting, "Chloé Attente");
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"{AddressOf(session)}?demi-journee=2");
        Assert.DoesNotContain("Chloé Attente", page.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("id=\"presence-[^>]* checked", page.Html);
        (string, string)[] typed = [("etape", "enregistrer"), ("releve", "Tablet"), (Control(alice), "Present"), (Control(bob), "Excused")];

        var done = await browser.SendAsync(page, Form, typed);
        await browser.SendAsync(page, Form, typed);

        Assert.Contains("Les présences sont enregistrées.", done.Text, StringComparison.Ordinal);
        var sent = Service.Attendance.Where(request => request.Session == session.Name).ToList();
        Assert.Equal((2, AttendanceMethod.Tablet), (sent[0].HalfDay, sent[0].Method));
        Assert.Equal([(alice.Professional, Presence.Present), (bob.Professional, Presence.Excused)], sent[0].Persons.Select(person => (person.Professional, person.Presence)));
        // A double click is the same deed.
        Assert.Equal(sent[0].RequestId, sent[1].RequestId);
        Assert.Matches($"id=\"{Control(bob)}-Excused\"[^>]* checked", done.Html);
    }

    [Fact]
    public async Task Nobody_is_away_without_having_been_said_so()
    {
        var session = Service.Given(State.Open, Yesterday, null, "RecordAttendance");
        var alice = Service.Given(session, SeatState.Enrolled, "Alice Martin");
        Service.Given(session, SeatState.Enrolled, "Bob Durand");
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"{AddressOf(session)}?demi-journee=1");

        var nothing = await browser.SendAsync(page, Form, ("etape", "enregistrer"), ("releve", "Tablet"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains($"<a href=\"#{Control(alice)}\">", nothing.Html, StringComparison.Ordinal);

        var one = await browser.SendAsync(page, Form, ("etape", "enregistrer"), ("releve", "Tablet"), (Control(alice), "Present"));
        Assert.Contains("1 personne sans réponse", one.Text, StringComparison.Ordinal);
        Assert.Equal(alice.Professional, Service.Attendance.Last().Persons.Single().Professional);
    }

    [Fact]
    public async Task All_others_are_marked_present_at_once_and_nothing_is_saved_by_it()
    {
        var session = Service.Given(State.Open, Yesterday, null, "RecordAttendance");
        var (alice, bob) = (Service.Given(session, SeatState.Enrolled, "Alice Martin"), Service.Given(session, SeatState.Enrolled, "Bob Durand"));
        using var browser = await host.SignedInAsync("yann.responsable");
        var before = Service.Attendance.Count;

        var page = await browser.SendAsync(await browser.OpenAsync(AddressOf(session)), Form, ("etape", "tous"), ("releve", "Paper"), (Control(alice), "Absent"));

        Assert.Contains("rien n’est encore enregistré", page.Text, StringComparison.Ordinal);
        Assert.Matches($"id=\"{Control(alice)}-Absent\"[^>]* checked", page.Html);
        Assert.Matches($"id=\"{Control(bob)}\"[^>]* checked", page.Html);
        Assert.Matches("value=\"Paper\" checked", page.Html);
        Assert.Equal(before, Service.Attendance.Count);
    }

    [Fact]
    public async Task Somebody_who_gave_their_seat_back_meanwhile_is_told_and_the_others_are_kept()
    {
        var session = Service.Given(State.Open, Yesterday, null, "RecordAttendance");
        var alice = Service.Given(session, SeatState.Enrolled, "Alice Martin");
        var gone = Service.Given(session, SeatState.Enrolled, "Partie depuis");
        using var browser = await host.SignedInAsync("yann.responsable");
        (string, string)[] typed = [("etape", "enregistrer"), ("releve", "Paper"), (Control(alice), "Present"), (Control(gone), "Present")];

        var page = await browser.SendAsync(await browser.OpenAsync($"{AddressOf(session)}?demi-journee=1"), Form, typed);

        Assert.Contains("1 personne n’a plus de place dans cette session.", page.Text, StringComparison.Ordinal);
        Assert.Equal(Presence.Present, alice.Presences[0]);
        var first = Service.Attendance.Last().RequestId;
        await browser.SendAsync(page, Form, typed);
        Assert.NotEqual(first, Service.Attendance.Last().RequestId);
    }

    [Fact]
    public async Task Before_its_beginning_there_is_a_sheet_to_print_and_nothing_to_say()
    {
        var session = Service.Given(State.Open, DateTimeOffset.UtcNow.AddDays(2));
        Service.Given(session, SeatState.Enrolled, "Alice Martin");
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync(AddressOf(session));

        Assert.Contains("Les présences se disent à partir du début de la demi-journée. 1 personne est attendue.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Form, page.Html, StringComparison.Ordinal);
        var (sheet, content) = await browser.FetchAsync($"/formations/{session.Name}/feuilles/2.pdf");
        Assert.Equal(("application/pdf", $"%PDF feuille 2 de {session.Title}"), (sheet.Content.Headers.ContentType?.MediaType, System.Text.Encoding.UTF8.GetString(content)));
        sheet.Dispose();
    }

    [Fact]
    public async Task What_is_over_is_read_only_and_a_session_of_others_is_not_there()
    {
        var session = Service.Given(State.Closed, Yesterday);
        Service.Given(session, SeatState.Attended, "Alice Martin", "", enrolment => enrolment.Presences.Add([Presence.Present, Presence.Present]));
        var other = Service.Given(State.Open, Yesterday, session => session.Institution = "institutions/caf-35", "RecordAttendance");
        using var browser = await host.SignedInAsync("yann.responsable");

        Assert.Contains("Alice Martin : Présence", (await browser.OpenAsync($"{AddressOf(session)}?demi-journee=1")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(AddressOf(other))).Status);
    }

    private static string AddressOf(Reseau.Training.V1.CourseSession session) => $"/formations/{session.Name}/emargement";

    private static string Control(Enrolment enrolment) => $"presence-{enrolment.Professional.Split('/')[1]}";
}
