using System.Runtime.InteropServices;

namespace Reseau.Kernel.Calendar;

/// <summary>
/// Evaluates rules by painting: each rule in turn covers its minutes of the day, later ones over earlier ones. A window of one
/// minute answers "open at?", one of the whole day gives its intervals: the same code, so they cannot disagree. No allocation.
/// </summary>
/// <remarks>
/// A cell holds which rule speaks last and the state: ((index + 1) &lt;&lt; 2) | state, zero for nobody. Where the notation's text leaves
/// a choice, this follows its reference implementation: an overriding rule clears its day, what ran over from the day before
/// included; a closure clears nothing but closes its minutes; a rule without any day selector only overrides another such rule;
/// a fallback and what is added to it by commas speak together, where nothing before them opens.
/// </remarks>
internal static class DayPainter
{
    public const int Minutes = 24 * 60;

    public static void Paint(ReadOnlySpan<HoursRule> rules, DateOnly day, in HolidayView holidays, int first, Span<ushort> cells)
    {
        cells.Clear();
        var fallback = 0;
        for (var index = 0; index < rules.Length; index++)
        {
            var rule = rules[index];
            if (rule.Join == RuleJoin.Fallback) fallback = index;
            else if (rule.Join == RuleJoin.Override) fallback = 0;
            var own = rule.Chooses(day, holidays);
            var runsOver = day != DateOnly.MinValue && rule.RunsPastMidnight() && rule.Chooses(day.AddDays(-1), holidays);
            if (own && Clears(rules, index)) cells.Clear();
            if (runsOver) PaintTimes(rule, new(index, fallback), Minutes + first, cells);
            if (own) PaintTimes(rule, new(index, fallback), first, cells);
        }
    }

    public static OpenState StateOf(ushort cell) => cell == 0 ? OpenState.Closed : (OpenState)(cell & 3);

    public static string? CommentOf(ReadOnlySpan<HoursRule> rules, ushort cell) => cell == 0 ? null : rules[(cell >> 2) - 1].Comment;

    private static bool Clears(ReadOnlySpan<HoursRule> rules, int index) =>
        rules[index] is { Join: RuleJoin.Override } rule && rule.State != OpenState.Closed
        && (rule.HasDates || (index > 0 && !rules[index - 1].HasDates));

    private static void PaintTimes(HoursRule rule, Brush brush, int origin, Span<ushort> cells)
    {
        if (rule.Times.Count == 0) brush.Fill(rule.State, cells, -origin, Minutes - origin);
        foreach (var time in rule.Times)
        {
            brush.Fill(rule.State, cells, time.From - origin, time.Until - origin);
            if (!time.OpenEnd) continue;
            var after = rule.State == OpenState.Open ? OpenState.Unknown : rule.State;
            brush.Fill(after, cells, time.Until - origin, time.LastEnd - origin);
        }
    }

    // The rule that paints, and the fallback it belongs to; zero for none, as the first rule falls back on nothing.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Brush(int Rule, int Fallback)
    {
        public void Fill(OpenState state, Span<ushort> cells, int from, int to)
        {
            from = Math.Max(from, 0);
            to = Math.Min(to, cells.Length);
            if (from >= to) return;
            var cell = Cell(Rule, state);
            cells = cells[from..to];
            if (Fallback == 0)
            {
                cells.Fill(cell);
                return;
            }
            var own = Cell(Fallback, default);
            foreach (ref var painted in cells)
            {
                if (painted >= own || StateOf(painted) == OpenState.Closed) painted = cell;
            }
        }

        private static ushort Cell(int rule, OpenState state) => (ushort)(((rule + 1) << 2) | (int)state);
    }
}
