using System.Runtime.InteropServices;

namespace Reseau.Kernel.Calendar;

/// <summary>Years, e.g. <c>2026</c>, <c>2026-2030/2</c>, <c>2026+</c>.</summary>
/// <param name="From">First year.</param>
/// <param name="To">Last year; <see cref="NoEnd" /> when it goes on.</param>
/// <param name="Step">1 for each year.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct YearRange(int From, int To, int Step)
{
    /// <summary>The last year there is.</summary>
    public const int NoEnd = 9999;

    internal bool Contains(int year) => year >= From && year <= To && (year - From) % Step == 0;
}

/// <summary>ISO weeks, e.g. <c>week 1-53/2</c>; a first week after the last goes over the new year.</summary>
/// <param name="From">First week.</param>
/// <param name="To">Last week.</param>
/// <param name="Step">2 for every other week.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WeekRange(int From, int To, int Step)
{
    internal bool Contains(int week) => From <= To
        ? week >= From && week <= To && (week - From) % Step == 0
        : week >= From || week <= To;
}
