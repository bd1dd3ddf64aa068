namespace Reseau.Kernel.Calendar;

/// <summary>A day that comes as three numbers.</summary>
public static class CalendarDay
{
    /// <summary>The day of these numbers; null where the calendar has none, such as 30 February.</summary>
    public static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
}
