using Reseau.Training.Domain.Sessions;
using static Reseau.Training.Tests.Domain.Plans;

namespace Reseau.Training.Tests.Domain;

public sealed class LettingTimePass
{
    private static readonly DateTimeOffset Release = new(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Seats_that_were_kept_are_for_everyone_from_the_beginning_of_their_day()
    {
        var session = Opened(Content(seats: 5, new SeatReservation(Caf, 3, new(2026, 12, 1))));

        Assert.Equal((2, 5), (session.FreeFor(Ccas), session.FreeFor(Caf)));
        Assert.Empty(SessionDeadlines.Release(session, Release.AddTicks(-1)).Events);
        var released = After(session, Release, SessionDeadlines.Release(session, Release).EventsOrThrow());
        Assert.Equal((5, 5), (released.FreeFor(Ccas), released.FreeFor(Caf)));
        Assert.Empty(SessionDeadlines.Release(released, Release.AddDays(1)).Events);
    }

    [Fact]
    public void The_night_on_which_the_clock_changes_releases_seats_at_its_midnight()
    {
        // 28 March 2027: Paris goes from +1 to +2 at two in the morning.
        var content = Content(seats: 5, new SeatReservation(Caf, 3, new(2027, 3, 29))) with { HalfDays = [new(new(2027, 4, 5, 9, 0, 0, TimeSpan.FromHours(2)), new(2027, 4, 5, 12, 0, 0, TimeSpan.FromHours(2)), "Ici", "")] };

        Assert.Contains(new(SessionTimer.Release, new(2027, 3, 29, 0, 0, 0, TimeSpan.FromHours(2))), SessionDeadlines.Of(Opened(content)));
    }

    [Fact]
    public void Time_reminds_then_releases_then_begins_and_each_once()
    {
        var session = Opened(Content(seats: 5, new SeatReservation(Caf, 3, new(2026, 12, 1))));
        List<string> happened = [];
        for (var now = Monday; now < Start.AddDays(1); now = now.AddHours(1))
        {
            var events = SessionDeadlines.Ring(session, now).EventsOrThrow();
            session = After(session, now, events);
            happened.AddRange(events.Select(one => $"{one.GetType().Name} {now.ToOffset(TimeSpan.FromHours(1)):MM-dd HH}"));
        }

        Assert.Equal(["SessionReminded 11-30 08", "SeatsReleased 12-01 00", "SessionBegun 12-07 09"], happened);
        Assert.Null(SessionDeadlines.Next(session));
    }

    [Fact]
    public void After_a_long_silence_a_session_begins_and_nothing_of_before_is_made_up_for()
    {
        var session = Opened(Content(seats: 5, new SeatReservation(Caf, 3, new(2026, 12, 1))));

        Assert.IsType<SessionBegun>(Assert.Single(SessionDeadlines.Ring(session, Start.AddDays(3)).EventsOrThrow()));
    }

    [Fact]
    public void What_is_opened_late_is_not_announced_to_be_in_seven_days() =>
        Assert.DoesNotContain(SessionDeadlines.Of(After(Planned(), Start.AddDays(-3), new SessionOpened())), deadline => deadline.Kind == SessionTimer.Remind);

    [Fact]
    public void A_draft_and_what_is_over_have_no_timer()
    {
        foreach (var state in (SessionState[])[SessionState.Draft, SessionState.Closed, SessionState.Cancelled]) Assert.Null(SessionDeadlines.Next(In(state)));
    }

    [Fact]
    public void A_session_moved_to_another_day_reminds_once_more()
    {
        var reminded = After(Opened(), Monday.AddDays(7), new SessionReminded(7));
        var later = reminded.Content with { HalfDays = [.. reminded.Content.HalfDays.Select(halfDay => halfDay with { StartAt = halfDay.StartAt.AddDays(14), EndAt = halfDay.EndAt.AddDays(14) })] };

        Assert.DoesNotContain(SessionDeadlines.Of(reminded), deadline => deadline.Kind == SessionTimer.Remind);
        Assert.Contains(SessionDeadlines.Of(After(reminded, Monday.AddDays(8), new SessionRevised(later, []))), deadline => deadline.Kind == SessionTimer.Remind);
    }
}
