namespace Reseau.Kernel.Calendar;

/// <summary>Answers "is that day a public holiday?" from a calendar, or, when a week is compiled, from two given answers.</summary>
internal readonly struct HolidayView
{
    private readonly FrenchHolidays? _calendar;
    private readonly DateOnly _day;
    private readonly bool _today;
    private readonly bool _yesterday;

    public HolidayView(FrenchHolidays calendar) => _calendar = calendar;

    public HolidayView(DateOnly day, bool today, bool yesterday) => (_day, _today, _yesterday) = (day, today, yesterday);

    public bool IsHoliday(DateOnly day) => _calendar is not null ? _calendar.IsHoliday(day) : day == _day ? _today : _yesterday;
}
