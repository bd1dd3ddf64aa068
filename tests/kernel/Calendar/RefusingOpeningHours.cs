using System.Diagnostics;
using Reseau.Kernel.Calendar;

namespace Reseau.Kernel.Tests.Calendar;

public sealed class RefusingOpeningHours
{
    [Theory]
    [InlineData("", 0, "days, hours or 24/7")]
    [InlineData("   ", 3, "days, hours or 24/7")]
    [InlineData(";", 1, "days, hours or 24/7")]
    [InlineData("voir le site", 0, "a word of the notation")]
    [InlineData("sunrise-sunset", 0, "a word of the notation")]
    [InlineData("Mo-Fr 09:00-12:00 sur rendez-vous", 18, "a word of the notation")]
    [InlineData("Mo-Fr @ 09:00", 6, "a sign of the notation")]
    [InlineData("Mo | Tu", 3, "a sign of the notation")]
    [InlineData("Mo \"rdv", 7, "a closing quotation mark")]
    [InlineData("Mo-", 3, "a day of the week")]
    [InlineData("Mo-Jul", 3, "a day of the week")]
    [InlineData("Mo 09:00", 8, "'-' and the closing time, or '+'")]
    [InlineData("Mo 09:00-", 9, "a time")]
    [InlineData("Mo 09:60-12:00", 3, "a time of the day")]
    [InlineData("Mo 25:00-26:00", 3, "a time of the day")]
    [InlineData("Mo 24:00-26:00", 3, "a time of the day")]
    [InlineData("Mo 09:00-49:00", 9, "a time of the day")]
    [InlineData("Mo 09:00-48:30", 9, "a closing time up to 48:00")]
    [InlineData("Mo 09:00-12:00 Tu 09:00-12:00", 15, "';', ',' or '||' before another rule")]
    [InlineData("Mo 09:00-12:00,", 15, "another rule")]
    [InlineData("Mo 09:00-12:00 ||", 17, "another rule")]
    [InlineData("Jul 14,Mo off", 6, "hours or 'off' before another rule")]
    [InlineData("Mo[0] 09:00-12:00", 3, "a rank from 1 to 5 or from -1 to -5")]
    [InlineData("Mo[1 09:00-12:00", 5, "']'")]
    [InlineData("Mo-Fr[1] 09:00-12:00", 5, "one day before '['")]
    [InlineData("Feb 30 off", 4, "a day of that month")]
    [InlineData("Jul 14-Aug 32 off", 11, "a day of that month")]
    [InlineData("Jul 14-Mo off", 7, "a date")]
    [InlineData("Jul 14-2026 Aug 15 off", 19, "a year on the first date too")]
    [InlineData("2026 Jul 14-2025 Aug 15 off", 24, "a date after the first")]
    [InlineData("2026-2025 Mo off", 5, "a later year")]
    [InlineData("week 0 off", 5, "a week from 1 to 53")]
    [InlineData("week 1-54 off", 7, "a week from 1 to 53")]
    [InlineData("week 1-53/0 off", 10, "a step of at least 1")]
    [InlineData("easter +400 days off", 8, "at most 366 days")]
    [InlineData("Mo off off", 7, "';', ',' or '||' before another rule")]
    public void A_problem_says_where_and_what_was_expected(string text, int position, string expected)
    {
        Assert.False(OpeningHours.TryParse(text, out var hours, out var problem));
        Assert.Null(hours);
        Assert.Equal((position, expected), (problem.Position, problem.Expected));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith($"Horaires non compris à partir du caractère {position + 1} : ", problem.MessageFr, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_at_all_is_no_hours() => Assert.Null(OpeningHours.Parse(null));

    [Fact]
    public void A_text_of_more_than_ten_thousand_characters_is_not_read()
    {
        Assert.False(OpeningHours.TryParse(new string(' ', 10_001), out _, out var problem));
        Assert.Equal("at most 10000 characters", problem.Expected);
    }

    [Theory]
    [InlineData("Mo;")]
    [InlineData("Mo 0:00-0:01;")]
    [InlineData("Mo-Su 00:00-24:00+||")]
    [InlineData("Fr[1,2,3,4,5,-1] 22:00-46:00, ")]
    [InlineData("easter -366 days-easter +366 days ")]
    [InlineData("0:00-0:01,")]
    [InlineData("2026 Jul 14,")]
    [InlineData("[")]
    [InlineData("-")]
    [InlineData("\"")]
    [InlineData("1 ")]
    [InlineData("9                                    ")]
    [InlineData("99999999999999999999")]
    [InlineData("Mo,")]
    [InlineData("\n")]
    [InlineData("\ud800")]
    public void Ten_thousand_hostile_characters_are_read_and_asked_in_bounded_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (10_000 / piece.Length) + 1))[..10_000];
        var watch = Stopwatch.StartNew();
        foreach (var (candidate, place) in new[] { (text, "start"), (text[..9_990].TrimEnd(';', ',', ' ', '|'), "end") })
        {
            if (!OpeningHours.TryParse(candidate, out var hours, out var problem))
            {
                Assert.True(problem.Position >= 0 && problem.Position <= candidate.Length, place);
                continue;
            }
            _ = hours.StateAt(Hours.At("2026-11-23 10:00"), FrenchHolidays.National);
            _ = hours.NextChange(Hours.At("2026-11-23 10:00"), FrenchHolidays.National, TimeSpan.MaxValue);
            _ = FrenchHours.Lines(hours);
            Assert.Equal(hours, OpeningHours.Parse(hours.ToString()) ?? hours);
        }
        // Some tens of milliseconds on the slowest of machines; seconds would mean that the time is no longer proportional.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void The_ends_of_the_calendar_are_no_trap()
    {
        var hours = Hours.Of("Mo-Su 22:00-02:00; PH -1 day off; Fr[-1] +5 days 09:00-10:00; easter -366 days off; Dec 31-Jan 01 off; week 01 off");

        foreach (var moment in new[] { DateTime.MinValue, DateTime.MinValue.AddDays(1), DateTime.MaxValue, DateTime.MaxValue.AddDays(-1) })
        {
            _ = hours.StateAt(moment, FrenchHolidays.National);
            _ = hours.NextOpening(moment, FrenchHolidays.National, TimeSpan.MaxValue);
            _ = hours.NextChange(moment, FrenchHolidays.National, TimeSpan.MaxValue);
            _ = hours.Intervals(DateOnly.FromDateTime(moment), FrenchHolidays.National);
        }
        Assert.Null(hours.NextOpening(Hours.At("2026-11-23 10:00"), FrenchHolidays.National, TimeSpan.FromDays(-1)));
    }
}
