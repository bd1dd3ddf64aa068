using Reseau.Kernel.Calendar;

namespace Reseau.Kernel.Tests.Calendar;

public sealed class CountingBusinessTime
{
    private static readonly FrenchPlace Paris = FrenchPlace.Of(null);

    [Theory]
    [InlineData("2026-03-02T10:00+01:00", "2026-03-02T12:30+01:00", 150)] // within a day
    [InlineData("2026-03-02T07:00+01:00", "2026-03-02T20:00+01:00", 480)] // a day has eight hours
    [InlineData("2026-03-06T16:00+01:00", "2026-03-09T10:00+01:00", 120)] // over a weekend
    [InlineData("2026-03-27T16:00+01:00", "2026-03-30T10:00+02:00", 120)] // over the night that skips an hour
    [InlineData("2026-12-24T16:00+01:00", "2026-12-28T10:00+01:00", 120)] // over Christmas
    [InlineData("2026-05-01T10:00+02:00", "2026-05-01T16:00+02:00", 0)] // a holiday
    [InlineData("2026-03-02T18:00+01:00", "2026-03-03T08:00+01:00", 0)] // a night
    [InlineData("2026-03-03T10:00+01:00", "2026-03-02T10:00+01:00", 0)] // backwards
    public void Only_the_hours_of_offices_count(string from, string to, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), BusinessTime.Between(At(from), At(to), Paris));

    [Fact]
    public void The_calendar_is_that_of_the_place()
    {
        // The day after Christmas is a holiday in Strasbourg; in Saint-Denis it is three hours later.
        Assert.Equal(TimeSpan.Zero, BusinessTime.Between(At("2025-12-26T09:00+01:00"), At("2025-12-26T17:00+01:00"), FrenchPlace.Of("67")));
        Assert.Equal(TimeSpan.FromHours(6), BusinessTime.Between(At("2026-03-02T08:00+01:00"), At("2026-03-02T20:00+01:00"), FrenchPlace.Of("974")));
    }

    [Theory]
    [InlineData("2026-03-02T10:00+01:00", "2026-03-05T00:00+01:00")] // Monday: over as Wednesday ends
    [InlineData("2026-03-05T23:59+01:00", "2026-03-10T00:00+01:00")] // Thursday: as Monday ends
    [InlineData("2026-03-07T10:00+01:00", "2026-03-11T00:00+01:00")] // Saturday: as Tuesday ends
    [InlineData("2026-12-24T10:00+01:00", "2026-12-30T00:00+01:00")] // Christmas is a Friday
    public void A_delay_is_over_as_its_last_business_day_ends(string from, string over) =>
        Assert.Equal(At(over), BusinessTime.EndOfDayAfter(At(from), 2, Paris));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
