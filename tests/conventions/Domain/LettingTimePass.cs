using Reseau.Conventions.Domain;
using static Reseau.Conventions.Tests.Domain.Texts;

namespace Reseau.Conventions.Tests.Domain;

public sealed class LettingTimePass
{
    [Fact]
    public void Who_has_not_signed_is_reminded_after_seven_and_twenty_one_business_days_then_it_lapses()
    {
        // Proposed on Monday 23 November 2026: Christmas and New Year are no business days.
        Assert.Equal(
            [(TimerKind.MissingSignatures, 7, "2026-12-02 07:00"), (TimerKind.MissingSignatures, 21, "2026-12-22 07:00"), (TimerKind.Lapse, 0, "2027-01-22 23:00")],
            Life(PartiallySigned()));
        var reminded = Assert.IsType<ConventionReminded>(Assert.Single(TimerDecider.Ring(PartiallySigned(), renewal: null, [], Monday.AddDays(10)).Events));
        Assert.Equal([Caf], reminded.Waiting);
    }

    [Fact]
    public void Before_its_end_all_are_reminded_on_business_days_and_it_is_expiring_for_ninety_days() => Assert.Equal(
        // Ends on Friday 31 December 2027; ninety days before is Saturday 2 October.
        [
            (TimerKind.Ending, 90, "2027-10-01 06:00"), (TimerKind.ComeNear, 0, "2027-10-01 22:00"), (TimerKind.Ending, 30, "2027-12-01 07:00"),
            (TimerKind.Ending, 7, "2027-12-24 07:00"), (TimerKind.Expire, 0, "2027-12-31 23:00"),
        ],
        Life(Active()));

    [Fact]
    public void After_a_long_silence_nobody_is_reminded_of_what_is_over()
    {
        Assert.IsType<ConventionExpired>(Assert.Single(TimerDecider.Ring(Active(), renewal: null, [], Monday.AddYears(3)).Events));
        Assert.Equal(7, Assert.IsType<ConventionReminded>(TimerDecider.Ring(Rung(Active(), new(2027, 12, 26, 9, 0, 0, TimeSpan.Zero)), renewal: null, [], new(2027, 12, 26, 9, 0, 0, TimeSpan.Zero)).Events[0]).Days);
    }

    [Fact]
    public void What_was_signed_with_forty_days_to_go_is_not_announced_to_end_in_ninety()
    {
        var late = After(After(Proposed(Content with { StartDate = new(2026, 12, 1), EndDate = new(2027, 1, 2) }), SignatureOf(Ccas)), SignatureOf(Caf));

        Assert.Equal([30, 7], Deadlines.Of(late, []).Where(deadline => deadline.Kind == TimerKind.Ending).Select(deadline => deadline.Days));
    }

    [Fact]
    public void A_suspended_one_goes_on_to_its_end() => Assert.Equal(ConventionState.Expired, Rung(In(ConventionState.Suspended), Monday.AddYears(2)).State);

    [Theory, InlineData(false), InlineData(true)]
    public void An_amendment_takes_over_at_once_and_a_renewal_on_its_first_day(bool renewal)
    {
        var (old, next) = Followed(renewal);

        var told = Following.Tell(old, next, Monday);

        old = After(old, [told!], Monday);
        if (!renewal)
        {
            Assert.Equal((ConventionState.Superseded, next.Name), (old.State, old.SupersededBy));
            return;
        }
        Assert.Equal((new DateOnly(2028, 1, 1), new DateOnly(2028, 12, 31)), (next.Content.StartDate, next.Content.EndDate));
        Assert.Equal((ConventionState.Active, next.Content.StartDate), (old.State, old.ReplacedOn));
        // At midnight of the day after its end, the renewal takes its place rather than nothing.
        var over = Assert.IsType<ConventionSuperseded>(Assert.Single(TimerDecider.Ring(old, next, [], new(2027, 12, 31, 23, 0, 0, TimeSpan.Zero)).Events));
        Assert.Equal(next.Name, over.Next);
        // One that was terminated before it began renews nothing.
        Assert.IsType<ConventionFollowingDropped>(Assert.Single(TimerDecider.Ring(old, next with { State = ConventionState.Terminated }, [], new(2027, 12, 31, 23, 0, 0, TimeSpan.Zero)).Events));
    }

    [Fact]
    public void One_at_a_time_and_what_came_to_nothing_leaves_room_for_another()
    {
        var (old, next) = Followed(renewal: false);
        Assert.Equal("ALREADY_BEING_AMENDED", Following.Begin(old, Caf, renewal: false, "conventions/three").Refusal?.Reason);

        old = After(old, [Following.Tell(old, next with { State = ConventionState.Declined }, Monday)!], Monday);

        Assert.Null(old.SupersededBy);
        Assert.Null(Following.Begin(old, Caf, renewal: false, "conventions/three").Refusal);
    }

    [Fact]
    public void What_was_terminated_meanwhile_stays_so() =>
        Assert.Null(Following.Tell(In(ConventionState.Terminated) with { SupersededBy = "conventions/two" }, Followed(renewal: false).Next, Monday));

    [Fact]
    public void An_expired_one_is_renewed_and_not_amended()
    {
        Assert.Equal("CONVENTION_TRANSITION_NOT_ALLOWED", Following.Begin(In(ConventionState.Expired), Ccas, renewal: false, "conventions/two").Refusal?.Reason);
        Assert.Null(Following.Begin(In(ConventionState.Expired), Ccas, renewal: true, "conventions/two").Refusal);
    }

    private static (Convention Old, Convention Next) Followed(bool renewal)
    {
        var old = Active();
        var both = Assert.Single(Following.Begin(old, Caf, renewal, "conventions/two").EventsOrThrow());
        var next = Convention.Evolve(current: null, "conventions/two", 1, Monday, both.Next);
        next = After(After(After(next, new MoveConvention(Caf, ConventionAction.Propose, Monday) { DocumentSha256 = Hash }), SignatureOf(Ccas)), SignatureOf(Caf));
        return (After(old, [both.Current], Monday), next);
    }

    // What time does to it, one after the other, when nobody does anything.
    private static IEnumerable<(TimerKind, int, string)> Life(Convention current)
    {
        while (Deadlines.Next(current, []) is { } next)
        {
            yield return (next.Kind, next.Days, next.DueAt.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
            current = Rung(current, next.DueAt);
        }
    }
}
