using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;
using SeatState = Reseau.Training.V1.Enrolment.Types.State;
using State = Reseau.Training.V1.CourseSession.Types.State;

namespace Reseau.Gateway.Tests.Portal;

public sealed class TakingASeat(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly DateTimeOffset Morning = new(2027, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private SessionsStandIn Service => host.Training.Service;

    [Fact]
    public async Task A_session_says_when_where_and_with_whom_and_links_only_where_it_is_safe_to_go()
    {
        var session = Service.Given(State.Open, Morning, session =>
        {
            session.HalfDays[0].Link = "https://visio.example.org/salle";
            session.HalfDays[1].Link = "javascript:alert(1)";
            session.EnrolUntil = new() { Year = 2027, Month = 2, Day = 20 };
            session.Notes = "Apportez un ordinateur.";
            session.Satisfaction = new() { HotAnswers = 7, HotHundredths = 443 };
        });
        using var browser = await host.SignedInAsync("claire.accueil");

        var page = await browser.OpenAsync(AddressOf(session));

        Assert.Contains("Mardi 2 mars 2027, de 9 h 00 à 12 h 00", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/annuaire/lieux/demo--ccas\">Accueil du CCAS</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://visio.example.org/salle\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page.Html, StringComparison.Ordinal);
        Assert.Contains("Jusqu’au 20 février 2027", page.Text, StringComparison.Ordinal);
        Assert.Contains("8 prises sur 12", page.Text, StringComparison.Ordinal);
        Assert.Contains("4,4 sur 5, 7 avis", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{AddressOf(session)}.ics", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"m-inscrire\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Votre institution organise cette session", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_record_yet_gets_one_by_enrolling()
    {
        var session = Service.Given(State.Open, Morning, null, "Enrol");
        Service.HasRecord = () => IsThere(ProfessionalsStandIn.Own);
        using var browser = await host.SignedInAsync("claire.accueil");

        var done = await browser.SendAsync(await browser.OpenAsync(AddressOf(session)), "value=\"m-inscrire\"");

        Assert.Contains("La place est réservée.", done.Text, StringComparison.Ordinal);
        Assert.True(IsThere(ProfessionalsStandIn.Own));
        Assert.Contains("rendez-la : elle servira à quelqu’un d’autre", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"m-inscrire\"", done.Html, StringComparison.Ordinal);
        Service.HasRecord = () => true;
    }

    [Theory]
    [InlineData(SeatState.Waiting, "La session est complète : l’inscription est en liste d’attente.")]
    [InlineData(SeatState.Requested, "la personne responsable de l’équipe doit donner son accord")]
    public async Task What_an_enrolment_becomes_is_said_at_once(SeatState state, string said)
    {
        var session = Service.Given(State.Open, Morning, session => session.SeatsFreeForCaller = 0, "Enrol");
        Service.Becoming = state;
        using var browser = await host.SignedInAsync("karim.caf");
        var page = await browser.OpenAsync(AddressOf(session));
        Assert.Contains("M’inscrire en liste d’attente", page.Text, StringComparison.Ordinal);

        var done = await browser.SendAsync(page, "value=\"m-inscrire\"");

        Assert.Contains(said, done.Text, StringComparison.Ordinal);
        Service.Becoming = SeatState.Enrolled;
    }

    [Fact]
    public async Task What_to_look_at_is_said_and_two_sessions_at_the_same_hours_lead_to_each_other()
    {
        var other = Service.Given(State.Open, Morning);
        var session = Service.Given(State.Open, Morning, null, "Enrol");
        Service.Given(session, SeatState.Withdrawn, "Claire", SessionsStandIn.Own, enrolment => enrolment.Remarks.Add("Vous tenez une permanence le mardi matin."));
        Service.Overlapping = other.Name;
        using var browser = await host.SignedInAsync("claire.accueil");
        var page = await browser.OpenAsync(AddressOf(session));
        Assert.DoesNotContain("permanence le mardi", page.Text, StringComparison.Ordinal);

        var refused = await browser.SendAsync(page, "value=\"m-inscrire\"");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Une autre formation a lieu aux mêmes heures.", refused.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{AddressOf(other)}\">Voir l’autre session", refused.Text, StringComparison.Ordinal);
        Service.Overlapping = "";
        var done = await browser.SendAsync(refused, "value=\"m-inscrire\"");
        Service.FindEnrolment(SessionsStandIn.NameOf(session.Name, SessionsStandIn.Own)).Remarks.Add("Vous tenez une permanence le mardi matin.");
        Assert.Contains("permanence le mardi", (await browser.OpenAsync(done.Address.PathAndQuery)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_is_given_back_by_its_owner()
    {
        var session = Service.Given(State.Open, Morning, null, "Enrol");
        var own = Service.Given(session, SeatState.Enrolled, "Claire", SessionsStandIn.Own, null, "WithdrawEnrolment");
        using var browser = await host.SignedInAsync("claire.accueil");

        var done = await browser.SendAsync(await browser.OpenAsync(AddressOf(session)), "value=\"rendre\"", ("raison", "Absente ce jour-là"));

        Assert.Contains("La place est rendue.", done.Text, StringComparison.Ordinal);
        Assert.Equal((SeatState.Withdrawn, "Absente ce jour-là"), (own.State, own.Reason));
        Assert.Contains("value=\"m-inscrire\"", done.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leads_a_team_finds_one_of_its_people_enrols_them_and_sees_who_comes()
    {
        var session = Service.Given(State.Open, Morning, null, "Enrol");
        host.Professionals.Given(new Professional { Name = "professionals/alice", FirstName = "Alice", LastName = "Martin" });
        host.Professionals.Given(new Professional { Name = "professionals/effacee", Erased = true });
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"{AddressOf(session)}?equipe=mart");
        Assert.Equal("mart", host.Professionals.LastList.Query);
        Assert.DoesNotContain("professionals/effacee", page.Html, StringComparison.Ordinal);

        var nobody = await browser.SendAsync(page, "value=\"inscrire\"");
        Assert.Contains("<a href=\"#personne\">", nobody.Html, StringComparison.Ordinal);
        var done = await browser.SendAsync(nobody, "value=\"inscrire\"", ("personne", "professionals/alice"));

        Assert.Contains("La place est réservée.", done.Text, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Quelqu’un</th>", done.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"rendre\"", done.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agents_do_not_see_who_is_enrolled()
    {
        var session = Service.Given(State.Open, Morning);
        Service.Given(session, SeatState.Enrolled, "Alice Martin");
        using var browser = await host.SignedInAsync("claire.accueil");

        Assert.DoesNotContain("Alice Martin", (await browser.OpenAsync(AddressOf(session))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_wait_for_the_word_of_who_leads_the_team()
    {
        var session = Service.Given(State.Open, Morning);
        var alice = Service.Given(session, SeatState.Requested, "Alice Martin", "", enrolment => enrolment.Remarks.Add("Elle tient une permanence le mardi."), "ApproveEnrolment", "RefuseEnrolment");
        var bob = Service.Given(session, SeatState.Requested, "Bob Durand", "", null, "ApproveEnrolment", "RefuseEnrolment");
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync("/formations/a-valider");
        Assert.Contains("Elle tient une permanence le mardi.", page.Text, StringComparison.Ordinal);

        var approved = await browser.SendAsync(page, $"{alice.Name}|accepter", ("action", "accepter"));
        Assert.Contains("Vous avez donné votre accord.", approved.Text, StringComparison.Ordinal);
        Assert.Equal(SeatState.Enrolled, alice.State);

        var bare = await browser.SendAsync(approved, $"{bob.Name}|value=\"refuser\"");
        Assert.Matches("<a href=\"#raison-sessions-[^\"]*\">Dites pourquoi.</a>", bare.Text);
        var refused = await browser.SendAsync(bare, $"{bob.Name}|value=\"refuser\"", ("raison", "Le service est fermé ce jour-là"));
        Assert.Contains("Vous avez refusé la demande.", refused.Text, StringComparison.Ordinal);
        Assert.Equal((SeatState.Refused, "Le service est fermé ce jour-là"), (bob.State, bob.Reason));
        Assert.DoesNotContain(bob.Name, refused.Html, StringComparison.Ordinal);
    }

    private bool IsThere(string professional)
    {
        try
        {
            return host.Professionals.Find(professional) is not null;
        }
        catch (Grpc.Core.RpcException)
        {
            return false;
        }
    }

    private static string AddressOf(Reseau.Training.V1.CourseSession session) => $"/formations/{session.Name}";
}
