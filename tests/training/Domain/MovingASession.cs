using Reseau.Kernel;
using Reseau.Training.Domain.Sessions;
using static Reseau.Training.Tests.Domain.Plans;

namespace Reseau.Training.Tests.Domain;

/// <summary>Every state × action × side, against tables written once more from the contract, that share nothing with the code.</summary>
public sealed class MovingASession
{
    // Organiser O, person P, manager M, time T; "." stays, "?" depends.
    private const string Sessions = """
        DRAFT: O UPDATE ., O OPEN OPEN, O CANCEL CANCELLED
        OPEN: O UPDATE ., O CANCEL CANCELLED, O RECORD_ATTENDANCE ., O CLOSE CLOSED, T RELEASE ., T REMIND ., T BEGIN .
        CLOSED:
        CANCELLED:
        """;

    private const string Enrolments = """
        NONE: PM ENROL ?
        REQUESTED: M APPROVE ?, M REFUSE REFUSED, OPM WITHDRAW WITHDRAWN, T CANCEL CANCELLED, T BEGIN NOT_SERVED
        WAITING: OPM WITHDRAW WITHDRAWN, T GIVE_SEAT ENROLLED, T CANCEL CANCELLED, T BEGIN NOT_SERVED
        ENROLLED: OPM WITHDRAW WITHDRAWN, O RECORD_ATTENDANCE ., P EVALUATE ., T CANCEL CANCELLED, T CLOSE ?
        REFUSED: PM ENROL ?
        WITHDRAWN: PM ENROL ?
        CANCELLED:
        ATTENDED: P EVALUATE .
        ATTENDED_PARTLY: P EVALUATE .
        ABSENT:
        NOT_SERVED:
        """;

    public static TheoryData<SessionState> States => [.. Enum.GetValues<SessionState>()];

    [Fact]
    public void The_table_of_sessions_says_what_the_contract_says()
    {
        var oracle = Read(Sessions);
        foreach (var from in Enum.GetValues<SessionState>())
        {
            foreach (var side in Enum.GetValues<SessionSide>())
            {
                foreach (var action in Enum.GetValues<SessionAction>())
                {
                    var line = (EnumNames.Of(from), "OPMT"[(int)side - 1], EnumNames.Of(action));
                    var allowed = SessionTransitions.TryFind(from, side, action, out var to);
                    Assert.True(allowed == oracle.ContainsKey(line), $"{line}: {allowed}");
                    if (allowed) Assert.Equal(oracle[line], EnumNames.Of(to));
                }
            }
        }
    }

    [Fact]
    public void The_table_of_enrolments_says_what_the_contract_says()
    {
        var oracle = Read(Enrolments);
        foreach (var from in Enum.GetValues<EnrolmentState>().Select(state => (EnrolmentState?)state).Append(null))
        {
            foreach (var side in Enum.GetValues<SessionSide>())
            {
                foreach (var action in Enum.GetValues<EnrolmentAction>())
                {
                    var line = (from is { } state ? EnumNames.Of(state) : "NONE", "OPMT"[(int)side - 1], EnumNames.Of(action));
                    var allowed = EnrolmentTransitions.TryFind(from, [side], action, out var to);
                    Assert.True(allowed == oracle.ContainsKey(line), $"{line}: {allowed}");
                    if (allowed) Assert.Equal(oracle[line], to is { } next ? EnumNames.Of(next) : "?");
                }
            }
        }
    }

    [Theory, MemberData(nameof(States))]
    public void A_deed_leads_where_the_table_says_and_nothing_else_is_possible(SessionState from)
    {
        foreach (var (action, decide) in Deeds)
        {
            var session = In(from);
            Assert.Equal(from, session.State);
            var decision = decide(session);
            if (SessionTransitions.TryFind(from, SessionSide.Organiser, action, out var to))
            {
                Assert.Equal(to, After(session, Start.AddDays(2), decision.EventsOrThrow()).State);
            }
            // Somebody asks again for what already is: they must see success.
            else if (decision.Refusal is null) Assert.Empty(decision.Events);
            else Assert.Equal("SESSION_TRANSITION_NOT_ALLOWED", decision.Refusal.Reason);
        }
    }

    [Theory, MemberData(nameof(States))]
    public void Nobody_enrols_but_in_an_open_session(SessionState state)
    {
        var decision = EnrolmentDecider.Enrol(In(state), current: null, Person());

        if (state == SessionState.Open) Assert.Equal(EnrolmentState.Enrolled, Assert.IsType<EnrolmentAsked>(Assert.Single(decision.EventsOrThrow())).To);
        else Assert.Equal("SESSION_NOT_OPEN", Reason(decision));
    }

    private static readonly (SessionAction Action, Func<Session, Decision<SessionEvent>> Decide)[] Deeds =
    [
        (SessionAction.Update, session => SessionDecider.Revise(session, session.Content with { Notes = "Apporter une carte." }, Monday)),
        (SessionAction.Open, session => SessionDecider.Open(session, Monday)),
        (SessionAction.Cancel, session => SessionDecider.Cancel(session, "Grève.")),
        (SessionAction.RecordAttendance, session => SessionDecider.RecordAttendance(
            session, 1, AttendanceMethod.Tablet, [new("professionals/claire", Presence.Present)], [Enrolled(EnrolmentState.Enrolled)], Start.AddHours(1))),
        (SessionAction.Close, session => SessionDecider.Close(session, [Enrolled(EnrolmentState.Enrolled, presences: [Presence.Present, Presence.Absent])], () => "code", Start.AddDays(2))),
    ];

    private static Dictionary<(string From, char Who, string Deed), string> Read(string life) => life.Split('\n').Select(line => line.Split(':'))
        .SelectMany(line => line[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(step => (From: line[0].Trim(), Step: step.Split(' '))).SelectMany(line => line.Step[0].Select(who => (line.From, Who: who, line.Step))))
        .ToDictionary(line => (line.From, line.Who, line.Step[1]), line => line.Step[2] == "." ? line.From : line.Step[2]);
}
