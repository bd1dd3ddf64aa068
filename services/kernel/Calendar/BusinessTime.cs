namespace Reseau.Kernel.Calendar;

/// <summary>
/// Time as offices count it: Monday to Friday without public holidays, 9 to 17 h on the wall, so that a day is eight hours whatever
/// the opening hours of each. Two institutions can only be compared by one clock.
/// </summary>
public static class BusinessTime
{
    private static readonly TimeOnly Opens = new(9, 0);
    private static readonly TimeOnly Closes = new(17, 0);

    /// <summary>Business time between two instants; none when the second comes first.</summary>
    public static TimeSpan Between(DateTimeOffset from, DateTimeOffset to, FrenchPlace place)
    {
        var (begin, end) = (place.LocalTime(from), place.LocalTime(to));
        var spent = TimeSpan.Zero;
        for (var day = DateOnly.FromDateTime(begin); day <= DateOnly.FromDateTime(end); day = day.AddDays(1))
        {
            if (!IsWorked(day, place)) continue;
            var (opens, closes) = (day.ToDateTime(Opens), day.ToDateTime(Closes));
            var (first, last) = (begin > opens ? begin : opens, end < closes ? end : closes);
            if (last > first) spent += last - first;
        }
        return spent;
    }

    /// <summary>The instant at which the business day that many after another day is over. The day itself does not count.</summary>
    public static DateTimeOffset EndOfDayAfter(DateTimeOffset at, int days, FrenchPlace place)
    {
        var day = DateOnly.FromDateTime(place.LocalTime(at));
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorked(day, place)) left--;
        }
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, place.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static bool IsWorked(DateOnly day, FrenchPlace place) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !place.Holidays.IsHoliday(day);
}
