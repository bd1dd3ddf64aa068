using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Date = Google.Type.Date;

namespace Reseau.Hosting.Contracts;

/// <summary>Days, from the contracts and to them.</summary>
public static class ContractDates
{
    // What a person typed with two digits of the year, or a default of another program, is no day of ours.
    private const int FirstYear = 1900;

    /// <summary>Reads a date. Null when it is absent, and when it is no day of the calendar since 1900: then it is a violation too.</summary>
    public static DateOnly? Day(this Violations violations, string field, Date? date)
    {
        if (date is null) return null;
        if (CalendarDay.Of(date.Year, date.Month, date.Day) is { Year: >= FirstYear } day) return day;
        violations.Add(field, "NOT_A_DATE", "Not a date of the calendar.", "Cette date n'existe pas.");
        return null;
    }

    /// <summary>A day as the contracts write it.</summary>
    public static Date ToDate(this DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}
