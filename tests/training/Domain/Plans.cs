using Reseau.Kernel;
using Reseau.Training.Domain.Courses;
using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Tests.Domain;

/// <summary>Sessions and enrolments for tests that decide without a database.</summary>
internal static class Plans
{
    public const string Name = "sessions/one";
    public const string Ccas = "ccas-rennes";
    public const string Caf = "caf-35";
    public const string Arcs = "arcs-rennes";

    /// <summary>Monday 23 November 2026 at nine in Paris; the session is two weeks later, on a Monday and a Tuesday morning.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1));

    public static readonly DateTimeOffset Start = Monday.AddDays(14);

    public static Course Course(bool needsApproval = false) => new()
    {
        Name = "courses/demarches", Institution = Arcs, State = CourseState.Published,
        Content = new() { Title = "Accompagner une démarche", Objectives = ["Accompagner"], HalfDays = 2, MinSeats = 2, MaxSeats = 10, NeedsApproval = needsApproval },
    };

    public static SessionContent Content(int seats = 10, params SeatReservation[] kept) => new()
    {
        HalfDays = [new(Start, Start.AddHours(3), "Maison des associations", ""), new(Start.AddDays(1), Start.AddDays(1).AddHours(3), "Maison des associations", "")],
        MaxSeats = seats, MinSeats = Math.Min(2, seats), Reservations = [.. kept],
    };

    public static Session Planned(SessionContent? content = null, bool needsApproval = false) =>
        After(null, Monday, SessionDecider.Plan(Course(needsApproval), "courses/demarches", Arcs, content ?? Content(), Monday).EventsOrThrow());

    public static Session Opened(SessionContent? content = null, bool needsApproval = false) => After(Planned(content, needsApproval), Monday, new SessionOpened());

    public static Session In(SessionState state) => state switch
    {
        SessionState.Draft => Planned(),
        SessionState.Open => Opened(),
        SessionState.Cancelled => After(Opened(), Monday, new SessionCancelled(SessionState.Open, "Grève.")),
        _ => After(Opened(), Start.AddDays(2), new SessionBegun(), new SessionClosed([])),
    };

    public static Session After(Session? session, DateTimeOffset at, params IEnumerable<SessionEvent> events) =>
        events.Aggregate(session, (current, happened) => Session.Evolve(current, Name, (current?.Version ?? 0) + 1, at, happened))!;

    public static Enrolment Enrolled(EnrolmentState state, string professional = "professionals/claire", string institution = Ccas, params Presence?[] presences) => new()
    {
        Session = Name, Professional = professional, Institution = institution, State = state, CreatedAt = Monday, Presences = [.. presences],
    };

    public static EnrolPerson Person(string professional = "professionals/claire", string institution = Ccas, params SessionSide[] sides) =>
        new(professional, institution, sides.Length == 0 ? [SessionSide.Person] : sides, Monday);

    public static string Reason<TEvent>(Decision<TEvent> decision) => Assert.IsType<Refusal>(decision.Refusal).Reason;
}
