using System.Runtime.InteropServices;

namespace Reseau.Kernel.Calendar;

/// <summary>What a <see cref="DayRange" /> counts.</summary>
public enum DayKind
{
    /// <summary>Days of the week.</summary>
    Weekday = 1,

    /// <summary><c>PH</c>: public holidays.</summary>
    PublicHoliday = 2,

    /// <summary><c>SH</c>: school holidays. Their calendar is not known here: they are kept, and choose no day.</summary>
    SchoolHoliday = 3,
}

/// <summary>Days of the week, some of the month's, or holidays; perhaps moved by some days.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="From">First day of the week, Monday being 0.</param>
/// <param name="To">Last day; before the first, it goes over Sunday.</param>
/// <param name="Ranks">Which of the month: bit 0 the first to bit 4 the fifth, bit 5 the last to bit 9 the fifth from the end; zero is all.</param>
/// <param name="Offset">Days after, negative for before.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DayRange(DayKind Kind, int From, int To, int Ranks, int Offset)
{
    /// <summary>Ranks in <see cref="Ranks" />: 1 to 5, then -1 to -5.</summary>
    public IEnumerable<int> RankNumbers
    {
        get
        {
            for (var bit = 0; bit < 10; bit++)
            {
                if ((Ranks & (1 << bit)) != 0) yield return bit < 5 ? bit + 1 : 4 - bit;
            }
        }
    }

    /// <summary>Monday is 0.</summary>
    internal static int Index(DateOnly day) => day.DayNumber % 7;

    internal static int RankBit(int rank) => 1 << (rank > 0 ? rank - 1 : 4 - rank);

    internal bool HasWeekday(int index) => From <= To ? index >= From && index <= To : index >= From || index <= To;

    internal bool Contains(DateOnly day, in HolidayView holidays)
    {
        var number = day.DayNumber - Offset;
        if (number < 0 || number > DateOnly.MaxValue.DayNumber) return false;
        day = DateOnly.FromDayNumber(number);
        return Kind switch
        {
            DayKind.PublicHoliday => holidays.IsHoliday(day),
            DayKind.SchoolHoliday => false,
            _ => HasWeekday(Index(day)) && (Ranks == 0 || (Ranks & RanksOf(day)) != 0),
        };
    }

    private static int RanksOf(DateOnly day)
    {
        var fromEnd = DateTime.DaysInMonth(day.Year, day.Month) - day.Day;
        return RankBit(((day.Day - 1) / 7) + 1) | RankBit(-((fromEnd / 7) + 1));
    }
}
