using System.Globalization;
using Reseau.Kernel.Calendar;

namespace Reseau.Kernel.Tests.Calendar;

/// <summary>Short ways to write hours and dates in these tests.</summary>
internal static class Hours
{
    public static readonly TimeSpan FewMonths = TimeSpan.FromDays(120);

    public static OpeningHours Of(string text)
    {
        Assert.True(OpeningHours.TryParse(text, out var hours, out var problem), problem?.Message);
        return hours;
    }

    public static DateTime At(string local) => DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"09:00-12:00 14:00-17:00?" where the question mark is an unknown state.</summary>
    public static string Said(IEnumerable<OpenInterval> intervals) => string.Join(' ', intervals.Select(interval =>
        $"{Clock(interval.From)}-{(interval.To.Date > interval.From.Date ? "24:00" : Clock(interval.To))}{(interval.State == OpenState.Unknown ? "?" : "")}"));

    private static string Clock(DateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}
