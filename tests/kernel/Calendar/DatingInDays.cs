using System.Globalization;
using Reseau.Kernel.Calendar;

namespace Reseau.Kernel.Tests.Calendar;

public sealed class DatingInDays
{
    [Theory]
    [InlineData("2026-01-31T22:59:59Z", "2026-01-31")]
    [InlineData("2026-01-31T23:00:00Z", "2026-02-01")]
    [InlineData("2026-07-31T22:00:00Z", "2026-08-01")]
    [InlineData("2026-07-31T21:59:59Z", "2026-07-31")]
    [InlineData("2026-08-01T01:00:00+12:00", "2026-07-31")]
    public void An_instant_has_the_day_of_Paris(string at, string day) =>
        Assert.Equal(Hours.Day(day), FrenchDay.Of(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(2024, 2, 29, true)]
    [InlineData(2026, 2, 29, false)]
    [InlineData(2026, 4, 31, false)]
    [InlineData(2026, 13, 1, false)]
    [InlineData(2026, 0, 1, false)]
    [InlineData(2026, 1, 0, false)]
    [InlineData(0, 1, 1, false)]
    [InlineData(10_000, 1, 1, false)]
    [InlineData(9999, 12, 31, true)]
    public void Three_numbers_are_a_day_when_the_calendar_has_it(int year, int month, int day, bool exists) =>
        Assert.Equal(exists ? new DateOnly(year, month, day) : null, CalendarDay.Of(year, month, day));
}
