using Reseau.Kernel.Calendar;

namespace Reseau.Referrals.Notifications;

/// <summary>When something may be said: business days, the hour of the digest and quiet hours, on the wall clock of the territory.</summary>
public static class DeliveryTimes
{
    /// <summary>When the digest leaves, on business days.</summary>
    public static readonly TimeOnly DigestAt = new(8, 30);

    /// <summary>When news noted at an instant leaves.</summary>
    /// <param name="pace">Together or at once.</param>
    /// <param name="now">When it is noted.</param>
    /// <param name="quiet">When the person is left in peace.</param>
    /// <param name="place">Zone and public holidays.</param>
    public static DateTimeOffset Of(NotificationPace pace, DateTimeOffset now, QuietTime quiet, FrenchPlace place) =>
        Allowed(pace == NotificationPace.Digest ? NextDigest(now, place) : now, quiet, place);

    /// <summary>The first instant from one on that is not quiet.</summary>
    public static DateTimeOffset Allowed(DateTimeOffset from, QuietTime quiet, FrenchPlace place)
    {
        var at = from;
        // Each step ends a stretch of peace: hours, then days off, then hours again. The longest row of days off is far shorter than this.
        for (var step = 0; step < 30 && quiet.Covers(place.LocalTime(at), place.Holidays); step++)
            at = Instant(EndOfPeace(place.LocalTime(at), quiet, place.Holidays), place.Zone);
        // The end of peace may lie in the hour that the autumn repeats, and have been there once.
        return at > from ? at : from;
    }

    /// <summary>Whether offices work that day.</summary>
    public static bool IsBusinessDay(DateOnly day, FrenchHolidays holidays) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.IsHoliday(day);

    private static DateTimeOffset NextDigest(DateTimeOffset now, FrenchPlace place)
    {
        for (var day = DateOnly.FromDateTime(place.LocalTime(now)); ; day = day.AddDays(1))
        {
            if (!IsBusinessDay(day, place.Holidays)) continue;
            var at = Instant(day.ToDateTime(DigestAt), place.Zone);
            if (at > now) return at;
        }
    }

    private static DateTime EndOfPeace(DateTime local, QuietTime quiet, FrenchHolidays holidays)
    {
        var day = DateOnly.FromDateTime(local);
        if (quiet.FreeDays && !IsBusinessDay(day, holidays)) return day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var end = day.ToDateTime(quiet.Until);
        return end > local ? end : end.AddDays(1);
    }

    // A time that the spring skips is the same number of minutes later; of one that the autumn repeats, the first.
    private static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
