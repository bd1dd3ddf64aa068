namespace Reseau.Kernel.Calendar;

/// <summary>
/// Hours that depend on nothing but the day of the week and whether it, or the day before, is a public holiday, compiled to the few
/// minutes at which each kind of day changes: most places have such hours, and a search asks thousands of them at once.
/// </summary>
internal sealed class WeeklyHours
{
    private const int Week = 7;

    // Monday to Sunday; when holidays matter, again for holidays (+7), and both again for days after a holiday (+14).
    // A change is (minute << 2) | state, the first one at minute zero.
    private readonly ushort[][] _days;

    private WeeklyHours(ushort[][] days) => _days = days;

    private bool HolidaysMatter => _days.Length > Week;

    public static WeeklyHours? Compile(ReadOnlySpan<HoursRule> rules)
    {
        var holidaysMatter = false;
        foreach (var rule in rules)
        {
            if (rule.Years.Count + rule.Dates.Count + rule.Weeks.Count > 0) return null;
            foreach (var day in (ReadOnlySpan<DayRange>)[.. rule.Within.AsSpan(), .. rule.Days.AsSpan()])
            {
                if (day.Ranks != 0 || day.Offset != 0) return null;
                holidaysMatter |= day.Kind == DayKind.PublicHoliday;
            }
        }
        var days = new ushort[holidaysMatter ? 4 * Week : Week][];
        Span<ushort> cells = stackalloc ushort[DayPainter.Minutes];
        // 1 January of the year 1 is a Monday; a week later there is a day before each.
        var monday = DateOnly.FromDayNumber(Week);
        for (var kind = 0; kind < days.Length; kind++)
        {
            var day = monday.AddDays(kind % Week);
            DayPainter.Paint(rules, day, new HolidayView(day, today: kind / Week % 2 == 1, yesterday: kind >= 2 * Week), 0, cells);
            days[kind] = Shared(days.AsSpan(0, kind), Changes(cells));
        }
        return new(days);
    }

    public OpenState StateAt(DateOnly day, int minute, FrenchHolidays holidays)
    {
        var kind = DayRange.Index(day);
        if (HolidaysMatter)
        {
            if (holidays.IsHoliday(day)) kind += Week;
            if (day != DateOnly.MinValue && holidays.IsHoliday(day.AddDays(-1))) kind += 2 * Week;
        }
        var changes = _days[kind];
        var last = changes.Length - 1;
        while (changes[last] >> 2 > minute) last--;
        return (OpenState)(changes[last] & 3);
    }

    private static ushort[] Changes(ReadOnlySpan<ushort> cells)
    {
        var changes = new List<ushort>();
        for (var minute = 0; minute < cells.Length;)
        {
            var state = (ushort)DayPainter.StateOf(cells[minute]);
            if (changes.Count == 0 || (changes[^1] & 3) != state) changes.Add((ushort)((minute << 2) | state));
            var run = cells[minute..].IndexOfAnyExcept(cells[minute]);
            minute = run < 0 ? cells.Length : minute + run;
        }
        return [.. changes];
    }

    // The five days of an office week are one array.
    private static ushort[] Shared(ReadOnlySpan<ushort[]> before, ushort[] changes)
    {
        foreach (var known in before)
        {
            if (known.AsSpan().SequenceEqual(changes)) return known;
        }
        return changes;
    }
}
