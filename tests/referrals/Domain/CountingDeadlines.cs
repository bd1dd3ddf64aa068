using System.Globalization;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Domain;
using static Reseau.Referrals.Domain.ReferralAction;
using static Reseau.Referrals.Domain.Side;
using static Reseau.Referrals.Tests.Domain.ReferralHistories;

namespace Reseau.Referrals.Tests.Domain;

public sealed class CountingDeadlines
{
    private const string Mainland = "35";
    private static readonly IReadOnlyList<Absence> Nobody = [];

    // Sent; read by; first reminder; answered by; backup told. Instants as a clock in Greenwich shows them.
    [Theory]
    // A Monday in November.
    [InlineData("35", "2026-11-23 09:00", "2026-11-25 23:00", "2026-11-26 07:00", "2026-11-30 23:00", "2026-12-01 07:00")]
    // Saturday counts as little as Friday evening.
    [InlineData("35", "2026-11-28 09:00", "2026-12-01 23:00", "2026-12-02 07:00", "2026-12-04 23:00", "2026-12-07 07:00")]
    [InlineData("35", "2026-11-27 21:00", "2026-12-01 23:00", "2026-12-02 07:00", "2026-12-04 23:00", "2026-12-07 07:00")]
    // Over the end of summer time (25 October), and its beginning (28 March) with Easter Monday.
    [InlineData("35", "2026-10-23 08:00", "2026-10-27 23:00", "2026-10-28 07:00", "2026-10-30 23:00", "2026-11-02 07:00")]
    [InlineData("35", "2027-03-24 09:00", "2027-03-26 23:00", "2027-03-30 06:00", "2027-04-01 22:00", "2027-04-02 06:00")]
    // The same week where Good Friday is a holiday.
    [InlineData("67", "2027-03-24 09:00", "2027-03-30 22:00", "2027-03-31 06:00", "2027-04-02 22:00", "2027-04-05 06:00")]
    // Christmas and New Year on Fridays.
    [InlineData("35", "2026-12-23 09:00", "2026-12-28 23:00", "2026-12-29 07:00", "2026-12-31 23:00", "2027-01-04 07:00")]
    // The abolition of slavery in La Réunion, a Monday, and the same days in Rennes.
    [InlineData("974", "2027-12-17 06:00", "2027-12-22 20:00", "2027-12-23 04:00", "2027-12-27 20:00", "2027-12-28 04:00")]
    [InlineData("35", "2027-12-17 06:00", "2027-12-21 23:00", "2027-12-22 07:00", "2027-12-24 23:00", "2027-12-27 07:00")]
    // One instant, three days: late on Monday in Rennes, already Tuesday in La Réunion, and still the afternoon in Guadeloupe.
    [InlineData("35", "2026-11-23 22:30", "2026-11-25 23:00", "2026-11-26 07:00", "2026-11-30 23:00", "2026-12-01 07:00")]
    [InlineData("974", "2026-11-23 22:30", "2026-11-26 20:00", "2026-11-27 04:00", "2026-12-01 20:00", "2026-12-02 04:00")]
    [InlineData("971", "2026-11-23 22:30", "2026-11-26 04:00", "2026-11-26 12:00", "2026-12-01 04:00", "2026-12-01 12:00")]
    public void Days_are_those_of_the_recipients_departement(string departement, string sent, string readBy, string reminder, string answeredBy, string backup)
    {
        var submitted = Sent(departement, At(sent));
        var acknowledged = On(submitted, At(sent), Recipient, Acknowledge);

        Assert.Equal(At(readBy), Deadlines.AnswerDue(submitted.Waiting, Delays.Default));
        Assert.Equal(At(answeredBy), Deadlines.AnswerDue(acknowledged.Waiting, Delays.Default));
        Assert.Equal((At(reminder), At(backup)), (Due(submitted, TimerKind.Acknowledge), Due(submitted, TimerKind.Escalate)));
        Assert.Equal((At(reminder), At(backup)), (Due(acknowledged, TimerKind.Decide), Due(acknowledged, TimerKind.Escalate)));
    }

    [Fact]
    public void What_nobody_answers_expires_after_thirty_days_of_the_calendar() =>
        Assert.Equal(At("2026-12-23 23:00"), Due(Sent(Mainland, At("2026-11-23 09:00")), TimerKind.Expire));

    [Fact]
    public void The_clock_stands_still_while_the_sender_is_asked_something()
    {
        var asked = On(Sent(Mainland, At("2026-11-23 09:00")), At("2026-11-25 09:00"), Recipient, RequestInformation);

        Assert.Equal([TimerKind.Provide, TimerKind.Expire], Deadlines.Of(asked.Waiting, Delays.Default, Nobody).Select(deadline => deadline.Kind));
        Assert.Equal((At("2026-11-30 07:00"), At("2026-12-09 23:00")), (Due(asked, TimerKind.Provide), Due(asked, TimerKind.Expire)));
        Assert.Equal(At("2026-12-09 23:00"), Deadlines.AnswerDue(asked.Waiting, Delays.Default));

        // One business day and one day of the calendar had passed.
        var back = On(asked, At("2026-12-01 09:00"), Sender, ProvideInformation);
        Assert.Equal(At("2026-12-02 23:00"), Deadlines.AnswerDue(back.Waiting, Delays.Default));
        Assert.Equal((At("2026-12-03 07:00"), At("2026-12-08 07:00"), At("2026-12-30 23:00")), (Due(back, TimerKind.Acknowledge), Due(back, TimerKind.Escalate), Due(back, TimerKind.Expire)));
    }

    [Fact]
    public void Random_lives_agree_with_counting_day_by_day()
    {
        const int seed = 7;
        var random = new Random(seed);
        string[] departements = ["35", "67", "57", "971", "974", "976", "2A", "975"];
        for (var life = 0; life < 3_000; life++)
        {
            var place = FrenchPlace.Of(departements[random.Next(departements.Length)]);
            var departement = departements.First(code => FrenchPlace.Of(code) == place);
            var at = At("2020-01-01 00:00").AddMinutes(random.Next(15 * 365 * 24 * 60));
            var sent = place.DayOf(at);
            var referral = Sent(departement, at);
            var pauses = new List<(DateOnly From, DateOnly Until)>();
            for (var questions = random.Next(4); questions > 0; questions--)
            {
                var from = at = at.AddMinutes(random.Next(6 * 24 * 60));
                referral = On(referral, at, Recipient, RequestInformation);
                at = at.AddMinutes(random.Next(20 * 24 * 60));
                referral = On(referral, at, Sender, ProvideInformation);
                pauses.Add((place.DayOf(from), place.DayOf(at)));
            }
            var delays = new Delays { Acknowledge = 1 + random.Next(15), Reminder = 1 + random.Next(15), ExpiryInCalendarDays = 1 + random.Next(60) };

            Assert.Equal(place.At(NaiveDay(delays.Acknowledge, place.IsBusinessDay).AddDays(1), TimeOnly.MinValue), Deadlines.AnswerDue(referral.Waiting, delays));
            Assert.Equal(place.At(NaiveDay(delays.Reminder, place.IsBusinessDay), delays.Morning), Due(referral, TimerKind.Acknowledge, delays));
            Assert.Equal(place.At(NaiveDay(delays.ExpiryInCalendarDays, _ => true).AddDays(1), TimeOnly.MinValue), Due(referral, TimerKind.Expire, delays));

            // One day after the other, with a look at everything that ever happened.
            DateOnly NaiveDay(int count, Func<DateOnly, bool> counts)
            {
                var day = sent;
                while (count > 0 || pauses.Exists(pause => day < pause.Until))
                {
                    day = day.AddDays(1);
                    if (counts(day) && !pauses.Exists(pause => pause.From <= day && day <= pause.Until)) count--;
                }
                return day;
            }
        }
    }

    [Fact]
    public void Each_reminder_is_sent_once()
    {
        var sent = Sent(Mainland, At("2026-11-23 09:00"));
        var reminded = Ring(sent, At("2026-11-26 07:00"), TimerKind.Acknowledge, toBackup: false);
        Assert.Empty(TimerDecider.Ring(reminded, At("2026-11-26 07:00"), Delays.Default, Nobody).Events);

        // Read after the reminder: the answer is not asked for a second time before the backup is.
        var read = On(reminded, At("2026-11-27 09:00"), Recipient, Acknowledge);
        var escalated = Ring(read, At("2026-12-01 07:00"), TimerKind.Escalate, toBackup: true);
        Assert.Equal(TimerKind.Expire, Deadlines.Next(escalated.Waiting, Delays.Default, Nobody)?.Kind);
        Assert.Equal((ReferralState.Acknowledged, At("2026-11-27 09:00")), (escalated.State, escalated.ChangedAt));
    }

    [Fact]
    public void Each_question_and_each_pause_has_a_reminder_of_its_own()
    {
        var asked = On(Sent(Mainland, At("2026-11-23 09:00")), At("2026-11-23 09:00"), Recipient, RequestInformation);
        var again = On(On(Ring(asked, At("2026-11-26 07:00"), TimerKind.Provide, toBackup: false), At("2026-11-26 09:00"), Sender, ProvideInformation), At("2026-11-27 09:00"), Recipient, RequestInformation);
        Ring(again, At("2026-12-02 07:00"), TimerKind.Provide, toBackup: false);

        var paused = On(On(Sent(Mainland, At("2026-11-23 09:00")), At("2026-11-23 09:00"), Recipient, Accept), At("2026-11-23 09:00"), Recipient, Hold);
        // Until Monday 7 December: the reminder comes on Tuesday, and nothing closes by itself.
        var over = Ring(paused, At("2026-12-08 07:00"), TimerKind.Resume, toBackup: false);
        Assert.Equal((ReferralState.OnHold, (Deadline?)null), (over.State, Deadlines.Next(over.Waiting, Delays.Default, Nobody)));
    }

    [Fact]
    public void The_absence_of_whoever_is_asked_for_first_sends_reminders_to_the_backup_at_once()
    {
        Absence[] nextWeek = [new(new(2026, 11, 21), new(2026, 11, 27))];
        var sent = Sent(Mainland, At("2026-11-23 09:00"));

        // The office is open and the contact is away on the day itself: it is due before it is sent, which is now.
        Assert.Equal(new Deadline(TimerKind.Escalate, At("2026-11-23 07:00")), Deadlines.Next(sent.Waiting, Delays.Default, nextWeek));
        var told = Apply(sent, TimerDecider.Ring(sent, At("2026-11-23 09:00"), Delays.Default, nextWeek), At("2026-11-23 09:00"));
        Assert.Equal(new ReferralReminded(sent.Submission.Parties, TimerKind.Acknowledge, ToBackup: true), TimerDecider.Ring(told, At("2026-11-26 07:00"), Delays.Default, nextWeek).Events.Single());

        // An absence that begins during a week-end matters on Monday; one after the escalation changes nothing.
        Absence[] later = [new(new(2026, 11, 28), new(2026, 12, 15))];
        Assert.Equal(At("2026-11-30 07:00"), Deadlines.Of(sent.Waiting, Delays.Default, later).Single(deadline => deadline.Kind == TimerKind.Escalate).DueAt);
        Absence[] tooLate = [new(new(2026, 12, 2), new(2026, 12, 15))];
        Assert.Equal(At("2026-12-01 07:00"), Deadlines.Of(sent.Waiting, Delays.Default, tooLate).Single(deadline => deadline.Kind == TimerKind.Escalate).DueAt);
    }

    [Fact]
    public void A_place_in_line_ends_with_the_day_that_was_given_or_a_little_later_when_it_passed_meanwhile()
    {
        var inLine = On(Sent(Mainland, At("2026-11-23 09:00")), At("2026-11-23 09:00"), Recipient, Waitlist);
        Assert.Equal([new Deadline(TimerKind.Expire, At("2026-12-07 23:00"))], Deadlines.Of(inLine.Waiting, Delays.Default, Nobody));
        Assert.Null(Deadlines.AnswerDue(inLine.Waiting, Delays.Default));

        var back = On(On(inLine, At("2026-12-04 09:00"), Recipient, RequestInformation), At("2026-12-10 09:00"), Sender, ProvideInformation);
        Assert.Equal([new Deadline(TimerKind.Expire, At("2026-12-14 23:00"))], Deadlines.Of(back.Waiting, Delays.Default, Nobody));
    }

    [Fact]
    public void A_wish_to_stop_that_nobody_answers_is_granted_after_three_business_days()
    {
        var asked = On(On(Sent(Mainland, At("2026-11-23 09:00")), At("2026-11-23 09:00"), Recipient, Accept), At("2026-11-27 09:00"), Sender, RequestCancellation);

        Assert.Equal(At("2026-12-02 23:00"), Deadlines.AnswerDue(asked.Waiting, Delays.Default));
        Assert.Empty(TimerDecider.Ring(asked, At("2026-12-02 22:59"), Delays.Default, Nobody).Events);
        var stopped = Apply(asked, TimerDecider.Ring(asked, At("2026-12-02 23:00"), Delays.Default, Nobody), At("2026-12-02 23:00"));
        Assert.Equal((ReferralState.Cancelled, NationalStatus.Validee), (stopped.State, stopped.NationalStatus));
    }

    [Fact]
    public void After_a_long_silence_of_ours_a_referral_expires_without_a_word_before()
    {
        var sent = Sent(Mainland, At("2026-11-23 09:00"));

        var late = Apply(sent, TimerDecider.Ring(sent, At("2027-02-01 00:00"), Delays.Default, Nobody), At("2027-02-01 00:00"));

        Assert.Equal((ReferralState.Expired, NationalStatus.Expiree, 2), (late.State, late.NationalStatus, late.Version));
        Assert.Equal(ReferralState.InProgress, On(late, At("2027-02-02 00:00"), Recipient, Reopen).State);
    }

    [Fact]
    public void Whoever_has_answered_is_left_alone_by_time()
    {
        foreach (var state in Enum.GetValues<ReferralState>())
        {
            var referral = In(state);
            var waits = state is ReferralState.Submitted or ReferralState.Acknowledged or ReferralState.InformationRequested or ReferralState.Waitlisted
                or ReferralState.OnHold or ReferralState.CancellationRequested;
            Assert.Equal((state, waits ? 1 : 0), (state, TimerDecider.Ring(referral, Monday.AddYears(2), Delays.Default, Nobody).Events.Count));
        }
    }

    private static Referral Sent(string departement, DateTimeOffset at)
    {
        var sent = ReferralDecider.Submit(Service with { Departement = departement }, "ccas-rennes", "numerique--acceder-a-des-services-en-ligne", Agreed, Today, SendingTerms.Free).Events.Single();
        return Referral.Evolve(null, "referrals/1", 1, at, sent);
    }

    private static Referral On(Referral referral, DateTimeOffset at, Side who, ReferralAction action)
    {
        var move = Move(who, action);
        return Apply(referral, ReferralDecider.Move(referral, move), at);
    }

    private static Referral Apply(Referral referral, Kernel.Decision<ReferralEvent> decision, DateTimeOffset at) =>
        Referral.Evolve(referral, referral.Name, referral.Version + 1, at, Assert.Single(decision.EventsOrThrow()));

    private static Referral Ring(Referral referral, DateTimeOffset at, TimerKind kind, bool toBackup)
    {
        Assert.Empty(TimerDecider.Ring(referral, at.AddTicks(-1), Delays.Default, Nobody).Events);
        var decision = TimerDecider.Ring(referral, at, Delays.Default, Nobody);
        Assert.Equal(new ReferralReminded(referral.Submission.Parties, kind, toBackup), decision.Events.Single());
        return Apply(referral, decision, at);
    }

    private static DateTimeOffset Due(Referral referral, TimerKind kind, Delays? delays = null) =>
        Deadlines.Of(referral.Waiting, delays ?? Delays.Default, Nobody).Single(deadline => deadline.Kind == kind).DueAt;

    private static DateTimeOffset At(string instant) => DateTimeOffset.ParseExact(instant, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
