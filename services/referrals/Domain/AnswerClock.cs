using Reseau.Kernel.Calendar;

namespace Reseau.Referrals.Domain;

/// <summary>
/// Counts the days that the recipient has had to answer. It runs from the sending and stands still while the sender is asked something.
/// A day counts when it comes after the day on which the clock began to run, and no question was open on it: a day begun is given to
/// the one who owes the answer.
/// </summary>
/// <param name="Day">The day after which it counts.</param>
/// <param name="BusinessDays">Business days counted before.</param>
/// <param name="Days">Days of the calendar counted before.</param>
public sealed record AnswerClock(DateOnly Day, int BusinessDays, int Days)
{
    /// <summary>A clock that begins to run.</summary>
    public static AnswerClock Start(DateOnly today) => new(today, 0, 0);

    /// <summary>A question is asked.</summary>
    public AnswerClock Stop(DateOnly today, FrenchPlace place) => new(today,
        BusinessDays + place.BusinessDaysBetween(Day, today), Days + Math.Max(0, today.DayNumber - Day.DayNumber - 1));

    /// <summary>The question is answered.</summary>
    public AnswerClock Restart(DateOnly today) => this with { Day = today };

    /// <summary>The day on which that many business days have been counted; the day it runs from when they had been before.</summary>
    public DateOnly BusinessDay(int count, FrenchPlace place) => place.BusinessDayAfter(Day, count - BusinessDays);

    /// <summary>The same in days of the calendar.</summary>
    public DateOnly CalendarDay(int count) => Day.AddDays(Math.Max(0, count - Days));
}
