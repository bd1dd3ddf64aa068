namespace Reseau.Kernel.Calendar;

/// <summary>Times of a day, in minutes after its midnight. The end is after the start: past 1440 it is on the next day.</summary>
/// <param name="From">Opening, 0 to 1439.</param>
/// <param name="Until">Known closing, up to 2880; equal to <paramref name="From" /> when only <paramref name="OpenEnd" /> is said.</param>
/// <param name="OpenEnd"><c>18:00+</c>: after <paramref name="Until" /> nobody knows.</param>
public readonly record struct TimeRange(int From, int Until, bool OpenEnd)
{
    private const int TwoDays = 2 * DayPainter.Minutes;

    /// <summary>
    /// Where an open end stops being even possible. Nothing states it; these are the guesses of the reference implementation of
    /// the notation: to midnight before 17:00, ten hours later in the evening, eight at night.
    /// </summary>
    internal int LastEnd
    {
        get
        {
            if (!OpenEnd) return Until;
            var inDay = Until % DayPainter.Minutes;
            var end = inDay < 17 * 60 ? Until - inDay + DayPainter.Minutes : inDay < 22 * 60 ? Until + (10 * 60) : Until + (8 * 60);
            return Math.Min(end, TwoDays);
        }
    }
}
