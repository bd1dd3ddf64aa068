using System.Globalization;
using Reseau.Kernel.Calendar;

namespace Reseau.Kernel.Tests.Calendar;

public sealed class FindingTheNextOpening
{
    [Theory]
    [InlineData("Mo-Fr 09:00-12:00", "2026-11-23 08:00", "2026-11-23 09:00")]
    [InlineData("Mo-Fr 09:00-12:00", "2026-11-23 10:30", "2026-11-23 10:30")]
    [InlineData("Mo-Fr 09:00-12:00", "2026-11-27 12:00", "2026-11-30 09:00")]
    [InlineData("Mo-Fr 09:00-12:00; PH off", "2026-12-24 12:00", "2026-12-28 09:00")]
    [InlineData("We[1] 14:00-17:00", "2026-11-23 08:00", "2026-12-02 14:00")]
    [InlineData("Fr 22:00-26:00", "2026-11-28 01:30", "2026-11-28 01:30")]
    [InlineData("2027 Feb 01 09:00-10:00", "2026-11-23 08:00", "2027-02-01 09:00")]
    [InlineData("2027 Jul 01 09:00-10:00", "2026-11-23 08:00", null)]
    [InlineData("2025 Jul 01 09:00-10:00", "2026-11-23 08:00", null)]
    [InlineData("Mo 09:00-12:00 \"sur rdv\"", "2026-11-23 08:00", null)]
    [InlineData("off", "2026-11-23 08:00", null)]
    public void The_first_open_minute_is_found_or_none_is_in_sight(string text, string from, string? expected)
    {
        var found = Hours.Of(text).NextOpening(Hours.At(from), FrenchHolidays.National, Hours.FewMonths);

        Assert.Equal(expected, found?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Mo-Fr 09:00-12:00", "2026-11-23 10:00", "2026-11-23 12:00", OpenState.Closed)]
    [InlineData("Mo-Fr 09:00-12:00", "2026-11-23 13:00", "2026-11-24 09:00", OpenState.Open)]
    [InlineData("Mo-Fr 09:00-12:00,12:00-14:00", "2026-11-23 10:00", "2026-11-23 14:00", OpenState.Closed)]
    [InlineData("Mo 10:00-14:00+", "2026-11-23 10:00", "2026-11-23 14:00", OpenState.Unknown)]
    [InlineData("Fr 22:00-26:00", "2026-11-27 23:00", "2026-11-28 02:00", OpenState.Closed)]
    public void The_next_change_is_found(string text, string from, string at, OpenState state)
    {
        var change = Hours.Of(text).NextChange(Hours.At(from), FrenchHolidays.National, Hours.FewMonths);

        Assert.Equal((Hours.At(at), state), (change!.Value.At, change.Value.State));
    }

    [Fact]
    public void Hours_that_never_change_have_no_next_change() =>
        Assert.Null(Hours.Of("24/7").NextChange(Hours.At("2026-11-23 10:00"), FrenchHolidays.National, TimeSpan.MaxValue));

    [Fact]
    public void The_horizon_itself_is_not_looked_at()
    {
        var from = Hours.At("2026-11-23 08:00");

        Assert.Null(Hours.Of("Mo 09:00-12:00").NextOpening(from, FrenchHolidays.National, TimeSpan.FromHours(1)));
        Assert.NotNull(Hours.Of("Mo 09:00-12:00").NextOpening(from, FrenchHolidays.National, TimeSpan.FromMinutes(61)));
    }

    // Summer time begins on 29 March 2026 at 2:00, which becomes 3:00, and ends on 25 October at 3:00, which becomes 2:00 again.
    [Theory]
    [InlineData("Su 02:30-04:00", "2026-03-29T00:00+01:00", "2026-03-29T03:00+02:00", "an hour that the spring skips begins after it")]
    [InlineData("Su 09:00-10:00", "2026-03-28T12:00+01:00", "2026-03-29T09:00+02:00", "wall clock, not elapsed hours")]
    [InlineData("Su 02:30-02:45", "2026-03-28T12:00+01:00", "2026-04-05T02:30+02:00", "skipped altogether, so a week later")]
    [InlineData("Su 02:30-02:45", "2026-10-25T00:00+02:00", "2026-10-25T02:30+02:00", "the first of the two")]
    [InlineData("Su 02:30-02:45", "2026-10-25T02:50+02:00", "2026-10-25T02:30+01:00", "the second of the two")]
    [InlineData("Su 09:00-10:00", "2026-10-24T12:00+02:00", "2026-10-25T09:00+01:00", "wall clock again")]
    [InlineData("Oct 26 09:00-10:00", "2026-03-01T12:00+01:00", "2026-10-26T09:00+01:00", "over two jumps")]
    [InlineData("Mo-Fr 09:00-12:00", "2026-11-23T07:30Z", "2026-11-23T09:00+01:00", "from another offset")]
    public void Instants_follow_the_clocks_that_jump(string text, string from, string expected, string why)
    {
        var found = Hours.Of(text).NextOpening(Instant(from), FrenchPlace.Of("75"), TimeSpan.FromDays(300));

        Assert.True(Instant(expected).EqualsExact(found!.Value), $"{why}: {found:O}");
    }

    [Fact]
    public void The_night_of_the_autumn_closes_an_hour_later_and_that_of_the_spring_an_hour_earlier()
    {
        var hours = Hours.Of("Sa 22:00-04:00");
        var place = FrenchPlace.Of("35");

        Assert.Equal(TimeSpan.FromHours(7), Length("2026-10-24T22:00+02:00"));
        Assert.Equal(TimeSpan.FromHours(5), Length("2026-03-28T22:00+01:00"));
        Assert.Equal(TimeSpan.FromHours(6), Length("2026-11-21T22:00+01:00"));

        TimeSpan Length(string opening) => hours.NextChange(Instant(opening), place, Hours.FewMonths)!.Value.At - Instant(opening);
    }

    [Fact]
    public void The_same_instant_is_open_in_one_place_and_not_in_another()
    {
        var hours = Hours.Of("Mo-Fr 09:00-12:00");
        var at = Instant("2026-11-23T07:30Z");

        Assert.Equal(OpenState.Closed, hours.StateAt(at, FrenchPlace.Of("35")));
        Assert.Equal(OpenState.Open, hours.StateAt(at, FrenchPlace.Of("974")));
        Assert.Equal(Instant("2026-11-23T09:00-04:00"), hours.NextOpening(at, FrenchPlace.Of("972"), Hours.FewMonths));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
