namespace Reseau.Kernel.Calendar;

/// <summary>
/// The hours of a plain week as they come out of all rules together: days with the same hours on one line, then public holidays.
/// "Mo-Fr 09:00-12:00; We 14:00-17:00; PH off" reads "lundi, mardi, jeudi et vendredi : 9 h à 12 h", "mercredi : 14 h à 17 h",
/// "fermé les jours fériés". Null for what a table of days cannot say: remarks, open ends, nights.
/// </summary>
internal static class FrenchWeek
{
    private const int Week = 7;
    private const string AllDay = "toute la journée";

    // Weeks of the year 1, which begins on a Monday: the week is plain, any date serves.
    private static readonly DateOnly Monday = DateOnly.FromDayNumber(Week);

    public static IReadOnlyList<string>? Lines(OpeningHours hours)
    {
        if (!hours.IsPlainWeek || hours.MentionsSchoolHolidays || hours.Rules.Any(IsBeyondATable)) return null;
        // Closures of nothing are said as they are: "PH off" alone.
        if (hours.Rules.All(rule => rule.State == OpenState.Closed)) return null;
        var days = Days(hours, holiday: false);
        var lines = new List<string>();
        for (var day = 0; day < Week; day++)
        {
            var text = days[day];
            if (text.Length == 0 || Array.IndexOf(days, text) < day) continue;
            var names = FrenchWords.Days(other => days[other] == text);
            lines.Add(text == AllDay && names == "tous les jours" ? "tous les jours, à toute heure" : $"{names} : {text}");
        }
        if (lines.Count == 0) lines.Add("fermé");
        if (!hours.MentionsPublicHolidays) return lines;
        return Holidays(days, Days(hours, holiday: true)) is { } holidays ? [.. lines, .. holidays] : null;
    }

    private static bool IsBeyondATable(HoursRule rule) =>
        rule.Comment is not null || rule.State == OpenState.Unknown || rule.RunsPastMidnight() || rule.Times.Any(time => time.OpenEnd);

    private static string[] Days(OpeningHours hours, bool holiday)
    {
        Span<ushort> cells = stackalloc ushort[DayPainter.Minutes];
        var days = new string[Week];
        for (var index = 0; index < Week; index++)
        {
            var day = Monday.AddDays(index);
            DayPainter.Paint(hours.Rules.AsSpan(), day, new HolidayView(day, holiday, yesterday: false), 0, cells);
            days[index] = Day(cells);
        }
        return days;
    }

    private static string Day(ReadOnlySpan<ushort> cells)
    {
        var times = new List<TimeRange>();
        for (var minute = 0; minute < cells.Length; minute++)
        {
            if (DayPainter.StateOf(cells[minute]) != OpenState.Open) continue;
            var from = minute;
            while (minute < cells.Length && DayPainter.StateOf(cells[minute]) == OpenState.Open) minute++;
            times.Add(new(from, minute, OpenEnd: false));
        }
        return times is [{ From: 0, Until: DayPainter.Minutes }] ? AllDay : FrenchWords.List([.. times.Select(FrenchWords.Time)]);
    }

    private static string[]? Holidays(string[] days, string[] holidays)
    {
        if (holidays.SequenceEqual(days, StringComparer.Ordinal)) return [];
        if (holidays.Distinct(StringComparer.Ordinal).Count() > 1) return null;
        return [holidays[0].Length == 0 ? "fermé les jours fériés" : $"jours fériés : {holidays[0]}"];
    }
}
