using System.Globalization;
using System.Text;

namespace Reseau.Kernel.Calendar;

/// <summary>The canonical text: one way to write each thing, two digits for times, dates and weeks, <c>off</c> for closed.</summary>
internal static class HoursWriter
{
    private static readonly string[] DayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    private static readonly string[] MonthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static string Write(ValueList<HoursRule> rules)
    {
        var text = new StringBuilder();
        for (var index = 0; index < rules.Count; index++)
        {
            var rule = rules[index];
            if (index > 0) text.Append(rule.Join switch { RuleJoin.Additional => ", ", RuleJoin.Fallback => " || ", _ => "; " });
            text.AppendJoin(' ', Parts(rule, index + 1 < rules.Count && AddsTimes(rules[index + 1])));
        }
        return text.ToString();
    }

    public static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    private static bool AddsTimes(HoursRule rule) => rule is { Join: RuleJoin.Additional, HasDates: false, Times.Count: > 0 };

    private static IEnumerable<string> Parts(HoursRule rule, bool addsTimes)
    {
        var said = rule.HasDates || rule.Times.Count > 0;
        // A lone year before a date would become that of the date.
        if (rule is { Years: [{ Step: 1 } only], Dates.Count: > 0 } && only.From == only.To) yield return Invariant($"{only.From:0000}-{only.To:0000}");
        else if (rule.Years.Count > 0) yield return string.Join(',', rule.Years.Select(Year));
        if (rule.Dates.Count > 0) yield return string.Join(',', rule.Dates.Select(Dates));
        if (rule.Weeks.Count > 0) yield return $"week {string.Join(',', rule.Weeks.Select(Week))}";
        if (rule.Within.Count > 0) yield return string.Join(',', rule.Within.Select(Days));
        if (rule.Days.Count > 0) yield return string.Join(',', rule.Days.Select(Days));
        if (rule.Times.Count > 0) yield return string.Join(',', rule.Times.Select(Time));
        if (!said && rule.State == OpenState.Open) yield return "24/7";
        if (rule.State == OpenState.Closed) yield return "off";
        if (rule.State == OpenState.Unknown && rule.Comment is null) yield return "unknown";
        // The state ends a rule where a comma would otherwise continue its list of days or times.
        if (rule.State == OpenState.Open && (rule.Comment is not null || (said && (rule.Times.Count == 0 || addsTimes)))) yield return "open";
        if (rule.Comment is not null) yield return $"\"{rule.Comment}\"";
    }

    private static string Year(YearRange range) =>
        Invariant($"{range.From:0000}") + (range.To == range.From ? "" : range.To == YearRange.NoEnd ? "+" : Invariant($"-{range.To:0000}")) + Step(range.Step);

    private static string Week(WeekRange range) =>
        Invariant($"{range.From:00}") + (range.To == range.From ? "" : Invariant($"-{range.To:00}")) + Step(range.Step);

    private static string Step(int step) => step == 1 ? "" : Invariant($"/{step}");

    private static string Dates(DateRange range)
    {
        if (range.NoEnd) return $"{Point(range.From)}+";
        if (range.To == range.From) return Point(range.From);
        var sameMonth = range is { From: { Day: > 0, Offset: 0 }, To.Day: > 0 } && (range.To with { Day = range.From.Day, Offset = 0 }) == range.From;
        return sameMonth
            ? Invariant($"{Point(range.From)}-{range.To.Day:00}") + Offset(range.To.Offset)
            : $"{Point(range.From)}-{Point(range.To)}";
    }

    private static string Point(DatePoint point)
    {
        var year = point.Year == 0 ? "" : Invariant($"{point.Year:0000} ");
        var day = point.IsEaster ? "easter" : point.Day == 0 ? MonthNames[point.Month - 1] : Invariant($"{MonthNames[point.Month - 1]} {point.Day:00}");
        return year + day + Offset(point.Offset);
    }

    private static string Days(DayRange range)
    {
        var days = range.Kind switch
        {
            DayKind.PublicHoliday => "PH",
            DayKind.SchoolHoliday => "SH",
            _ when range.To != range.From => $"{DayNames[range.From]}-{DayNames[range.To]}",
            _ => DayNames[range.From],
        };
        var ranks = range.Ranks == 0 ? "" : $"[{string.Join(',', range.RankNumbers.Select(rank => rank.ToString(CultureInfo.InvariantCulture)))}]";
        return days + ranks + Offset(range.Offset);
    }

    private static string Offset(int days) => days == 0 ? "" : Invariant($" {days:+0;-0} day") + (Math.Abs(days) == 1 ? "" : "s");

    private static string Time(TimeRange range)
    {
        if (range.Until == range.From) return $"{Clock(range.From)}+";
        // Past midnight as a clock shows it, unless that would read as a shorter range.
        var nextDay = range.Until - DayPainter.Minutes;
        var until = nextDay > 0 && nextDay <= range.From ? nextDay : range.Until;
        return $"{Clock(range.From)}-{Clock(until)}{(range.OpenEnd ? "+" : "")}";
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
