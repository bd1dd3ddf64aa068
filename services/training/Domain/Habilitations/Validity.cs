namespace Reseau.Training.Domain.Habilitations;

/// <summary>For which days a habilitation is given.</summary>
public static class Validity
{
    /// <summary>
    /// The last of that many months that begin on a day: the day before the same day. A month without that day ends it on its own last one
    /// (from 31 August, six months end on 28 or 29 February), so that no day is lost and none is given twice. Null for 0 months: no end.
    /// </summary>
    public static DateOnly? LastDay(DateOnly first, int months)
    {
        if (months == 0) return null;
        var same = first.AddMonths(months);
        return same.Day == first.Day ? same.AddDays(-1) : same;
    }

    /// <summary>
    /// The days that giving it on a day leads to, joined with what is held already and touches them. Within the window before the end of what
    /// is held, the new term begins after that end; earlier, on the day itself.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="day">First day asked for.</param>
    /// <param name="held">What is held of that rule.</param>
    public static (DateOnly From, DateOnly? Until) Of(HabilitationRule rule, DateOnly day, IEnumerable<HeldHabilitation> held)
    {
        var periods = held.Where(period => !period.Revoked).OrderBy(period => period.From).ToList();
        var running = periods.LastOrDefault(period => period.From <= day && !period.IsOverOn(day));
        var begins = running?.Until is { } end && day >= end.AddDays(-rule.RenewalWindowDays) && rule.RenewalWindowDays > 0 ? end.AddDays(1) : day;
        var (from, until) = (day, LastDay(begins, rule.DurationMonths));
        // One that touches may in its turn touch another.
        foreach (var period in periods.Concat(periods.AsEnumerable().Reverse()))
        {
            if (!Touch(period, from, until)) continue;
            from = period.From < from ? period.From : from;
            until = Later(period.Until, until);
        }
        return (from, until);
    }

    /// <summary>The later of two last days; none is the latest.</summary>
    public static DateOnly? Later(DateOnly? one, DateOnly? two) => one is null || two is null ? null : one > two ? one : two;

    private static bool Touch(HeldHabilitation period, DateOnly from, DateOnly? until) =>
        (until is null || period.From <= until.Value.AddDays(1)) && (period.Until is null || from <= period.Until.Value.AddDays(1));
}
