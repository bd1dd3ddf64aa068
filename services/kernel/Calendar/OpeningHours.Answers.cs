namespace Reseau.Kernel.Calendar;

// Questions in the local time of the place.
public sealed partial class OpeningHours
{
    /// <summary>How far <c>NextOpening</c> and <c>NextChange</c> look at most, so that no text can make a question long.</summary>
    public static readonly TimeSpan FarthestHorizon = TimeSpan.FromDays(400);

    /// <summary>Open at that local time? Costs some tens of nanoseconds when <see cref="IsPlainWeek" />, and no allocation ever.</summary>
    /// <param name="local">Time on the wall clock of the place, to the minute.</param>
    /// <param name="holidays">Its public holidays.</param>
    public OpenState StateAt(DateTime local, FrenchHolidays holidays)
    {
        var (day, minute) = Split(local);
        return _week is not null ? _week.StateAt(day, minute, holidays) : DayPainter.StateOf(CellAt(day, minute, holidays));
    }

    /// <summary>What the rule that holds at that local time adds, e.g. "sur rendez-vous"; or null.</summary>
    public string? CommentAt(DateTime local, FrenchHolidays holidays)
    {
        var (day, minute) = Split(local);
        return DayPainter.CommentOf(Rules.AsSpan(), CellAt(day, minute, holidays));
    }

    /// <summary>What is open or unknown on that day, in order; what runs past midnight is cut there.</summary>
    public IReadOnlyList<OpenInterval> Intervals(DateOnly day, FrenchHolidays holidays)
    {
        Span<ushort> cells = stackalloc ushort[DayPainter.Minutes];
        var rules = Rules.AsSpan();
        DayPainter.Paint(rules, day, new HolidayView(holidays), 0, cells);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var intervals = new List<OpenInterval>();
        for (var from = 0; from < cells.Length;)
        {
            var to = EndOfRun(cells, from);
            var next = new OpenInterval(
                midnight.AddMinutes(from), End(midnight, to), DayPainter.StateOf(cells[from]), DayPainter.CommentOf(rules, cells[from]));
            from = to;
            if (next.State == OpenState.Closed) continue;
            // Two rules that say the same one after the other are one opening.
            if (intervals is [.., var last] && last.To == next.From && last.State == next.State && last.Comment == next.Comment)
                intervals[^1] = last with { To = next.To };
            else
                intervals.Add(next);
        }
        return intervals;
    }

    /// <summary>The first local minute from <paramref name="local" /> on that is open: itself when it is; null when none is in sight.</summary>
    /// <param name="local">Where to start.</param>
    /// <param name="holidays">Public holidays of the place.</param>
    /// <param name="horizon">How far to look, at most <see cref="FarthestHorizon" />; that moment itself is not looked at.</param>
    public DateTime? NextOpening(DateTime local, FrenchHolidays holidays, TimeSpan horizon) =>
        Find(local, holidays, End(local, horizon), OpenState.Open, sameState: true)?.At;

    /// <summary>The first local minute after <paramref name="local" /> whose state is another, or null when none is in sight.</summary>
    /// <param name="local">Where to start.</param>
    /// <param name="holidays">Public holidays of the place.</param>
    /// <param name="horizon">How far to look, at most <see cref="FarthestHorizon" />; that moment itself is not looked at.</param>
    public HoursChange? NextChange(DateTime local, FrenchHolidays holidays, TimeSpan horizon) =>
        Find(local, holidays, End(local, horizon), StateAt(local, holidays), sameState: false);

    // The first minute before the end that is, or is not, in a state.
    private HoursChange? Find(DateTime local, FrenchHolidays holidays, DateTime end, OpenState state, bool sameState)
    {
        Span<ushort> cells = stackalloc ushort[DayPainter.Minutes];
        var rules = Rules.AsSpan();
        var view = new HolidayView(holidays);
        var (day, from) = Split(local);
        for (var midnight = local.Date; midnight < end; midnight = midnight.AddDays(1), day = day.AddDays(1), from = 0)
        {
            DayPainter.Paint(rules, day, view, 0, cells);
            for (; from < cells.Length; from = EndOfRun(cells, from))
            {
                if (DayPainter.StateOf(cells[from]) == state != sameState) continue;
                var at = midnight.AddMinutes(from);
                // The minute that has begun: the answer is now, not its beginning.
                if (at < local) at = local;
                return at < end ? new(at, DayPainter.StateOf(cells[from]), DayPainter.CommentOf(rules, cells[from])) : null;
            }
            if (day == DateOnly.MaxValue) break;
        }
        return null;
    }

    private ushort CellAt(DateOnly day, int minute, FrenchHolidays holidays)
    {
        Span<ushort> cell = stackalloc ushort[1];
        DayPainter.Paint(Rules.AsSpan(), day, new HolidayView(holidays), minute, cell);
        return cell[0];
    }

    private static int EndOfRun(ReadOnlySpan<ushort> cells, int from)
    {
        var run = cells[from..].IndexOfAnyExcept(cells[from]);
        return run < 0 ? cells.Length : from + run;
    }

    private static (DateOnly Day, int Minute) Split(DateTime local) =>
        (DateOnly.FromDateTime(local), (int)(local.TimeOfDay.Ticks / TimeSpan.TicksPerMinute));

    private static DateTime End(DateTime from, TimeSpan horizon)
    {
        if (horizon > FarthestHorizon) horizon = FarthestHorizon;
        return horizon >= DateTime.MaxValue - from ? DateTime.MaxValue : from + (horizon < TimeSpan.Zero ? TimeSpan.Zero : horizon);
    }

    private static DateTime End(DateTime midnight, int minutes) =>
        minutes < DayPainter.Minutes || midnight.Date < DateTime.MaxValue.Date ? midnight.AddMinutes(minutes) : DateTime.MaxValue;
}
