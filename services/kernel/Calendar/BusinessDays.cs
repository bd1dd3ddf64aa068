namespace Reseau.Kernel.Calendar;

/// <summary>"Jours ouvrés": from Monday to Friday, without the public holidays of the place. Delays that people promise each other are counted in them.</summary>
public static class BusinessDays
{
    /// <summary>Whether offices are open that day.</summary>
    public static bool IsBusinessDay(this FrenchPlace place, DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !place.Holidays.IsHoliday(day);

    /// <summary>The business day that many after a day, which is not counted itself; that day for 0 or less.</summary>
    public static DateOnly BusinessDayAfter(this FrenchPlace place, DateOnly day, int count)
    {
        for (var left = count; left > 0;)
        {
            day = day.AddDays(1);
            if (place.IsBusinessDay(day)) left--;
        }
        return day;
    }

    /// <summary>How many business days lie between two days, neither of which is counted.</summary>
    public static int BusinessDaysBetween(this FrenchPlace place, DateOnly after, DateOnly before)
    {
        var count = 0;
        for (var day = after.AddDays(1); day < before; day = day.AddDays(1))
        {
            if (place.IsBusinessDay(day)) count++;
        }
        return count;
    }
}
