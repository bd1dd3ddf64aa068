using System.Runtime.InteropServices;

namespace Reseau.Kernel.Calendar;

/// <summary>Dates from one to another, both included; a single date or month has the same at both ends.</summary>
/// <param name="From">First date.</param>
/// <param name="To">Last date.</param>
/// <param name="NoEnd"><c>Jul 14+</c>: to the end of the year, or for ever when the date has a year.</param>
public readonly record struct DateRange(DatePoint From, DatePoint To, bool NoEnd)
{
    internal bool Contains(DateOnly day)
    {
        var number = day.DayNumber;
        if (From.Year != 0) return number >= From.First(From.Year) && (NoEnd || number <= To.Last(To.Year));
        // A range of every year may begin the year before (Dec 25-Jan 01), and an offset may move it over the new year.
        for (var year = day.Year - 1; year <= day.Year + 1; year++)
        {
            var first = From.First(year);
            var last = NoEnd ? DatePoint.Number(year, 12, 31) : To.Last(year);
            // A single date that this year lacks: 29 February.
            if (last < first && To == From) continue;
            if (last < first) last = To.Last(year + 1);
            if (number >= first && number <= last) return true;
        }
        return false;
    }
}

/// <summary>A date that comes back each year, or that of one year.</summary>
/// <param name="Year">Zero for each year.</param>
/// <param name="Month">1 to 12; zero is Easter Sunday.</param>
/// <param name="Day">Day of the month; zero is the whole month.</param>
/// <param name="Offset">Days after, negative for before.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DatePoint(int Year, int Month, int Day, int Offset)
{
    /// <summary>Whether it is counted from Easter.</summary>
    public bool IsEaster => Month == 0;

    internal int First(int year)
    {
        if (IsEaster) return Easter.Of(Clamp(year)).DayNumber + Offset;
        // From 29 February, in a year without one, is from 1 March.
        return Number(year, Month, 1) + Math.Min(Math.Max(Day, 1), DaysInMonth(year) + 1) - 1 + Offset;
    }

    internal int Last(int year)
    {
        if (IsEaster) return Easter.Of(Clamp(year)).DayNumber + Offset;
        return Number(year, Month, 1) + (Day == 0 ? DaysInMonth(year) : Math.Min(Day, DaysInMonth(year))) - 1 + Offset;
    }

    internal static int Number(int year, int month, int day) => new DateOnly(Clamp(year), month, day).DayNumber;

    private static int Clamp(int year) => Math.Clamp(year, 1, 9999);

    private int DaysInMonth(int year) => DateTime.DaysInMonth(Clamp(year), Month);
}
