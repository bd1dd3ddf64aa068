namespace Reseau.Kernel.Calendar;

/// <summary>How a rule joins those before it.</summary>
public enum RuleJoin
{
    /// <summary><c>;</c> what it says of a day replaces what was said; a closure only closes.</summary>
    Override = 1,

    /// <summary><c>,</c> it adds to what was said.</summary>
    Additional = 2,

    /// <summary><c>||</c> it speaks where nothing so far opens.</summary>
    Fallback = 3,
}

/// <summary>One rule: on which days, at which times, in which state. An empty selector chooses everything.</summary>
public sealed record HoursRule
{
    /// <summary>How it joins those before it.</summary>
    public RuleJoin Join { get; init; } = RuleJoin.Override;

    /// <summary>Years.</summary>
    public ValueList<YearRange> Years { get; init; }

    /// <summary>Months and dates.</summary>
    public ValueList<DateRange> Dates { get; init; }

    /// <summary>ISO weeks.</summary>
    public ValueList<WeekRange> Weeks { get; init; }

    /// <summary>Holidays that narrow <see cref="Days" />: <c>PH Mo-Fr</c> is Monday to Friday, on public holidays only.</summary>
    public ValueList<DayRange> Within { get; init; }

    /// <summary>Days of the week and holidays.</summary>
    public ValueList<DayRange> Days { get; init; }

    /// <summary>Times of the day; none is the whole day.</summary>
    public ValueList<TimeRange> Times { get; init; }

    /// <summary>The state at these times.</summary>
    public OpenState State { get; init; } = OpenState.Open;

    /// <summary>Free text for a person.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether it chooses among days at all.</summary>
    public bool HasDates => Years.Count + Dates.Count + Weeks.Count + Within.Count + Days.Count > 0;

    /// <summary>Whether a day is chosen.</summary>
    internal bool Chooses(DateOnly day, in HolidayView holidays) =>
        AnyYear(day.Year) && AnyDate(day) && AnyWeek(day) && AnyDay(Within, day, holidays) && AnyDay(Days, day, holidays);

    /// <summary>Whether its times run past midnight.</summary>
    internal bool RunsPastMidnight()
    {
        foreach (var time in Times)
        {
            if (time.LastEnd > DayPainter.Minutes) return true;
        }
        return false;
    }

    private bool AnyYear(int year)
    {
        foreach (var range in Years)
        {
            if (range.Contains(year)) return true;
        }
        return Years.Count == 0;
    }

    private bool AnyDate(DateOnly day)
    {
        foreach (var range in Dates)
        {
            if (range.Contains(day)) return true;
        }
        return Dates.Count == 0;
    }

    private bool AnyWeek(DateOnly day)
    {
        if (Weeks.Count == 0) return true;
        var week = System.Globalization.ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue));
        foreach (var range in Weeks)
        {
            if (range.Contains(week)) return true;
        }
        return false;
    }

    private static bool AnyDay(ValueList<DayRange> days, DateOnly day, in HolidayView holidays)
    {
        foreach (var range in days)
        {
            if (range.Contains(day, holidays)) return true;
        }
        return days.Count == 0;
    }
}
