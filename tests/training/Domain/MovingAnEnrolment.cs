using Reseau.Kernel;
using Reseau.Training.Domain.Sessions;
using static Reseau.Training.Tests.Domain.Plans;

namespace Reseau.Training.Tests.Domain;

public sealed class MovingAnEnrolment
{
    public static TheoryData<EnrolmentState> States => [.. Enum.GetValues<EnrolmentState>()];

    [Theory, MemberData(nameof(States))]
    public void Each_deed_of_each_side_leads_where_the_table_says_and_nothing_else_happens(EnrolmentState from)
    {
        var session = Opened();
        foreach (var side in (SessionSide[])[SessionSide.Organiser, SessionSide.Person, SessionSide.Manager])
        {
            var current = Enrolled(from, presences: [Presence.Present]);
            foreach (var (action, decision) in Decisions(session, current, side))
            {
                var allowed = EnrolmentTransitions.TryFind(from, [side], action, out var to);
                if (decision.Refusal is null && decision.Events.Count > 0)
                {
                    Assert.True(allowed, $"{from} {side} {action}");
                    var next = decision.Events.Aggregate((Enrolment?)current, (known, happened) => Enrolment.Evolve(known, Name, current.Professional, 9, Monday, happened))!;
                    Assert.Equal(to ?? next.State, next.State);
                }
                // What already is, is answered with nothing; all else is refused.
                else Assert.False(allowed && decision.Refusal is null, $"{from} {side} {action}");
            }
        }
    }

    [Fact]
    public void A_seat_or_a_place_in_the_line_is_decided_by_what_is_free()
    {
        var full = After(Opened(Content(seats: 2)), Monday, Asked("a"), Asked("b"));

        Assert.Equal(0, full.FreeForAll);
        Assert.Equal(EnrolmentState.Waiting, To(EnrolmentDecider.Enrol(full, null, Person())));
        Assert.Equal(EnrolmentState.Waiting, To(EnrolmentDecider.Approve(full, Enrolled(EnrolmentState.Requested), [SessionSide.Manager], Monday)));
        Assert.Equal(EnrolmentState.Enrolled, To(EnrolmentDecider.Approve(Opened(), Enrolled(EnrolmentState.Requested), [SessionSide.Manager], Monday)));
    }

    [Fact]
    public void A_course_that_wants_the_managers_word_gets_it_first_unless_the_manager_asks()
    {
        var session = Opened(needsApproval: true);

        Assert.Equal(EnrolmentState.Requested, To(EnrolmentDecider.Enrol(session, null, Person())));
        Assert.Equal(EnrolmentState.Enrolled, To(EnrolmentDecider.Enrol(session, null, Person(sides: SessionSide.Manager))));
        Assert.Equal(0, After(session, Monday, EnrolmentDecider.Enrol(session, null, Person()).EventsOrThrow()).Seats.Taken);
    }

    [Fact]
    public void What_stands_in_the_way_of_an_enrolment_is_said()
    {
        var (session, person) = (Opened(Content() with { EnrolUntil = new(2026, 12, 1) }), Person());

        Assert.Equal("SESSION_BEGUN", Reason(EnrolmentDecider.Enrol(session, null, person with { Now = Start })));
        Assert.Equal("ENROLMENT_CLOSED", Reason(EnrolmentDecider.Enrol(session, null, person with { Now = new(2026, 12, 2, 0, 0, 0, TimeSpan.FromHours(1)) })));
        Assert.Null(EnrolmentDecider.Enrol(session, null, person with { Now = new(2026, 12, 1, 23, 59, 59, TimeSpan.FromHours(1)) }).Refusal);
        Assert.Equal("PROFESSIONAL_ERASED", Reason(EnrolmentDecider.Enrol(session, null, person with { Erased = true })));
        Assert.Equal("PROFESSIONAL_DEPARTED", Reason(EnrolmentDecider.Enrol(session, null, person with { Departure = new(2026, 12, 6) })));
        Assert.Null(EnrolmentDecider.Enrol(session, null, person with { Departure = new(2026, 12, 7) }).Refusal);
        Assert.Equal("ENROLMENT_OVERLAPS", Reason(EnrolmentDecider.Enrol(session, null, person with { Overlapping = "sessions/other" })));
        foreach (var live in (EnrolmentState[])[EnrolmentState.Requested, EnrolmentState.Waiting, EnrolmentState.Enrolled])
            Assert.Equal("ALREADY_ENROLLED", Reason(EnrolmentDecider.Enrol(session, Enrolled(live), person)));
    }

    [Fact]
    public void Who_asks_again_goes_to_the_end_of_the_line_and_is_as_new()
    {
        var before = Enrolled(EnrolmentState.Withdrawn) with { WaitingOrder = 3, CreatedAt = Monday.AddDays(-1) };

        var after = Enrolment.Evolve(before, Name, before.Professional, 12, Monday, new EnrolmentAsked(before.Professional, Ccas, EnrolmentState.Withdrawn, EnrolmentState.Waiting))!;

        Assert.Equal((EnrolmentState.Waiting, 12L, Monday), (after.State, after.WaitingOrder, after.CreatedAt));
    }

    [Fact]
    public void A_training_is_evaluated_by_those_who_were_there_from_its_end_and_three_months_after()
    {
        var session = Opened();
        var seat = Enrolled(EnrolmentState.Attended, presences: [Presence.Present, Presence.Present]);
        var end = session.Content.EndAt;

        Assert.Equal("EVALUATION_TOO_EARLY", Reason(EnrolmentDecider.Evaluate(session, seat, cold: false, 4, end.AddSeconds(-1))));
        Assert.Equal(4, Assert.IsType<EvaluationGiven>(Assert.Single(EnrolmentDecider.Evaluate(session, seat, cold: false, 4, end).EventsOrThrow())).Mark);
        Assert.Equal("EVALUATION_TOO_EARLY", Reason(EnrolmentDecider.Evaluate(session, seat, cold: true, 4, new(2027, 3, 7, 12, 0, 0, TimeSpan.Zero))));
        Assert.Null(EnrolmentDecider.Evaluate(session, seat, cold: true, 4, new(2027, 3, 8, 0, 0, 0, TimeSpan.FromHours(1))).Refusal);
        Assert.Equal("NOT_ATTENDED", Reason(EnrolmentDecider.Evaluate(session, Enrolled(EnrolmentState.Enrolled, presences: [Presence.Absent]), cold: false, 4, end)));
        Assert.Equal("NOT_ATTENDED", Reason(EnrolmentDecider.Evaluate(session, Enrolled(EnrolmentState.Absent, presences: [Presence.Absent]), cold: false, 4, end)));
        Assert.Equal(new(1, 5), session.Hot.With(3, 0).With(5, 3));
    }

    private static EnrolmentAsked Asked(string person) => new($"professionals/{person}", Caf, null, EnrolmentState.Enrolled);

    private static EnrolmentState To(Decision<SessionEvent> decision) => Assert.IsAssignableFrom<EnrolmentMoved>(Assert.Single(decision.EventsOrThrow())).To;

    private static IEnumerable<(EnrolmentAction, Decision<SessionEvent>)> Decisions(Session session, Enrolment current, SessionSide side) =>
    [
        (EnrolmentAction.Enrol, EnrolmentDecider.Enrol(session, current, Person(sides: side))),
        (EnrolmentAction.Approve, EnrolmentDecider.Approve(session, current, [side], Monday)),
        (EnrolmentAction.Refuse, EnrolmentDecider.Refuse(session, current, [side])),
        (EnrolmentAction.Withdraw, EnrolmentDecider.Withdraw(session, current, [side], Monday)),
    ];
}
