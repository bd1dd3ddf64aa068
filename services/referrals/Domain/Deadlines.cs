using Reseau.Kernel;
using Reseau.Kernel.Calendar;

namespace Reseau.Referrals.Domain;

/// <summary>Something that time does, and when.</summary>
/// <param name="Kind">What.</param>
/// <param name="DueAt">When.</param>
public sealed record Deadline(TimerKind Kind, DateTimeOffset DueAt);

/// <summary>
/// What is due when, by the calendar of the recipient's département. A delay ends with its last day, at midnight there (the day of the
/// act does not count, as in the rules of procedure); reminders come in the morning of their day, which is a business day.
/// </summary>
public static class Deadlines
{
    /// <summary>Everything that waits, in no order.</summary>
    /// <param name="waiting">The referral.</param>
    /// <param name="delays">How long each may take.</param>
    /// <param name="away">When whoever is asked for first at the service is away.</param>
    public static IReadOnlyList<Deadline> Of(Waiting waiting, Delays delays, IReadOnlyList<Absence> away)
    {
        var since = waiting.Place.DayOf(waiting.Since);
        List<Deadline> all = waiting.State switch
        {
            ReferralState.Submitted => Unanswered(waiting, TimerKind.Acknowledge, delays, away),
            ReferralState.Acknowledged => Unanswered(waiting, TimerKind.Decide, delays, away),
            ReferralState.InformationRequested =>
            [
                new(TimerKind.Provide, Morning(waiting, waiting.Place.BusinessDayAfter(since, delays.Reminder), delays)),
                new(TimerKind.Expire, EndOf(waiting, waiting.Place.BusinessDayAfter(since, delays.Information))),
            ],
            ReferralState.Waitlisted => [new(TimerKind.Expire, EndOf(waiting, LastDayInLine(waiting, since, delays)))],
            ReferralState.OnHold => [new(TimerKind.Resume, Morning(waiting, waiting.Place.BusinessDayAfter(waiting.Until ?? since, 1), delays))],
            ReferralState.CancellationRequested => [new(TimerKind.Lapse, EndOf(waiting, waiting.Place.BusinessDayAfter(since, delays.CancellationAnswer)))],
            _ => [],
        };
        return all.FindAll(deadline => (waiting.Sent & Waiting.ReminderOf(deadline.Kind)) == Reminders.None);
    }

    /// <summary>What comes first; null when nothing waits.</summary>
    public static Deadline? Next(Waiting waiting, Delays delays, IReadOnlyList<Absence> away) =>
        Of(waiting, delays, away).MinBy(deadline => (deadline.DueAt, deadline.Kind));

    /// <summary>When the answer that somebody owes is due; null when nobody owes one. A referral that nobody has read owes that first.</summary>
    public static DateTimeOffset? AnswerDue(Waiting waiting, Delays delays)
    {
        var (place, since) = (waiting.Place, waiting.Place.DayOf(waiting.Since));
        return waiting.State switch
        {
            ReferralState.Submitted => EndOf(waiting, waiting.Clock.BusinessDay(delays.Acknowledge, place)),
            ReferralState.Acknowledged => EndOf(waiting, waiting.Clock.BusinessDay(delays.Decide, place)),
            ReferralState.InformationRequested => EndOf(waiting, place.BusinessDayAfter(since, delays.Information)),
            ReferralState.CancellationRequested => EndOf(waiting, place.BusinessDayAfter(since, delays.CancellationAnswer)),
            _ => null,
        };
    }

    private static List<Deadline> Unanswered(Waiting waiting, TimerKind reminder, Delays delays, IReadOnlyList<Absence> away) =>
    [
        new(reminder, Morning(waiting, waiting.Clock.BusinessDay(delays.Reminder, waiting.Place), delays)),
        new(TimerKind.Escalate, Morning(waiting, EscalationDay(waiting, delays, away), delays)),
        new(TimerKind.Expire, EndOf(waiting, waiting.Clock.CalendarDay(delays.ExpiryInCalendarDays))),
    ];

    // Nobody waits for an answer of somebody who is away: the backup is told on the first business day of the absence.
    private static DateOnly EscalationDay(Waiting waiting, Delays delays, IReadOnlyList<Absence> away)
    {
        var last = waiting.Clock.BusinessDay(delays.Escalation, waiting.Place);
        if (away.Count == 0) return last;
        for (var day = waiting.Clock.Day; day < last; day = day.AddDays(1))
        {
            if (waiting.Place.IsBusinessDay(day) && away.Any(absence => absence.Covers(day))) return day;
        }
        return last;
    }

    // A place whose last day passed while the sender was asked something is kept for a little: the answer is not in vain.
    private static DateOnly LastDayInLine(Waiting waiting, DateOnly since, Delays delays) =>
        waiting.Until is { } until && until >= since ? until : waiting.Place.BusinessDayAfter(since, delays.Acknowledge);

    private static DateTimeOffset EndOf(Waiting waiting, DateOnly day) => waiting.Place.At(day.AddDays(1), TimeOnly.MinValue);

    private static DateTimeOffset Morning(Waiting waiting, DateOnly day, Delays delays) => waiting.Place.At(day, delays.Morning);
}
