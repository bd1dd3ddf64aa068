using Reseau.Kernel.Calendar;

namespace Reseau.Referrals.Notifications;

/// <summary>When a professional is left in peace.</summary>
/// <param name="From">First minute.</param>
/// <param name="Until">First minute after it; earlier than <paramref name="From"/> = of the next day, equal = no hour is quiet.</param>
/// <param name="FreeDays">Saturdays, Sundays and public holidays too.</param>
public sealed record QuietTime(TimeOnly From, TimeOnly Until, bool FreeDays)
{
    /// <summary>From 20:00 to 8:00, and on days off.</summary>
    public static QuietTime Usual { get; } = new(new(20, 0), new(8, 0), FreeDays: true);

    /// <summary>Whether a minute on the wall clock is quiet.</summary>
    public bool Covers(DateTime local, FrenchHolidays holidays)
    {
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (FreeDays && !DeliveryTimes.IsBusinessDay(day, holidays)) return true;
        return From <= Until ? time >= From && time < Until : time >= From || time < Until;
    }
}
