using Reseau.Kernel.Calendar;

namespace Reseau.Kernel.Tests.Calendar;

// 23 November 2026 is a Monday of week 48, in a week without a holiday. The expected intervals were compared, when written, with
// those of the reference implementation of the notation.
public sealed class AskingWhetherAPlaceIsOpen
{
    [Theory]
    [InlineData("24/7", "2026-11-23", "00:00-24:00")]
    [InlineData("off", "2026-11-23", "")]
    [InlineData("Mo-Fr 09:00-12:00,14:00-17:00", "2026-11-23", "09:00-12:00 14:00-17:00")]
    [InlineData("Mo-Fr 09:00-12:00,14:00-17:00", "2026-11-28", "")]
    [InlineData("Mo-Fr 09:00-12:00,12:00-14:00", "2026-11-23", "09:00-14:00")]
    [InlineData("Mo-Fr 09:00-12:00,10:00-14:00", "2026-11-23", "09:00-14:00")]
    [InlineData("09:00-12:00", "2026-11-29", "09:00-12:00")]
    [InlineData("Sa-Mo 10:00-12:00", "2026-11-23", "10:00-12:00")]
    [InlineData("Sa-Mo 10:00-12:00", "2026-11-24", "")]
    // A later rule replaces the day, a closure closes, a comma adds.
    [InlineData("Mo-Fr 09:00-12:00; Tu 14:00-17:00", "2026-11-24", "14:00-17:00")]
    [InlineData("Mo-Fr 09:00-12:00, Tu 14:00-17:00", "2026-11-24", "09:00-12:00 14:00-17:00")]
    [InlineData("Mo-Fr 09:00-17:00; Tu 12:00-14:00 off", "2026-11-24", "09:00-12:00 14:00-17:00")]
    [InlineData("Mo-Fr 09:00-17:00; Tu off", "2026-11-24", "")]
    [InlineData("Mo-We 09:00-12:00, Tu off", "2026-11-24", "")]
    [InlineData("Tu 10:00-12:00 off; Mo-Fr 09:00-13:00", "2026-11-24", "09:00-13:00")]
    [InlineData("Mo-Fr 09:00-12:00; 14:00-18:00", "2026-11-23", "09:00-12:00 14:00-18:00")]
    [InlineData("24/7; Mo 10:00-12:00 off", "2026-11-23", "00:00-10:00 12:00-24:00")]
    [InlineData("Mo-Sa 10:00-20:00; Tu unknown", "2026-11-24", "00:00-24:00?")]
    // Remarks.
    [InlineData("Mo 09:00-12:00 \"sur rdv\"", "2026-11-23", "09:00-12:00?")]
    [InlineData("Mo 09:00-12:00 open \"sur rdv\"", "2026-11-23", "09:00-12:00")]
    [InlineData("\"sur rdv\"", "2026-11-23", "00:00-24:00?")]
    // Fallbacks speak where nothing opens.
    [InlineData("Mo 09:00-12:00 || \"appeler\"", "2026-11-23", "00:00-09:00? 09:00-12:00 12:00-24:00?")]
    [InlineData("Mo 09:00-12:00 || Mo 11:00-14:00 unknown", "2026-11-23", "09:00-12:00 12:00-14:00?")]
    [InlineData("Mo-Fr 09:00-12:00; We off || Mo-We 09:00-17:00", "2026-11-25", "09:00-17:00")]
    [InlineData("Mo 09:00-12:00 || Mo 08:00-10:00, Mo 11:00-13:00 off", "2026-11-23", "08:00-12:00")]
    [InlineData("Mo-Fr 10:00-12:00 || Mo 14:00-15:00; Tu 16:00-17:00", "2026-11-24", "16:00-17:00")]
    // Past midnight.
    [InlineData("Fr 22:00-26:00", "2026-11-27", "22:00-24:00")]
    [InlineData("Fr 22:00-02:00", "2026-11-28", "00:00-02:00")]
    [InlineData("Fr 22:00-26:00; Sa off", "2026-11-28", "")]
    [InlineData("Fr 22:00-26:00; Sa 10:00-12:00", "2026-11-28", "10:00-12:00")]
    [InlineData("Fr 22:00-26:00, Sa 10:00-12:00", "2026-11-28", "00:00-02:00 10:00-12:00")]
    [InlineData("Mo 22:00-22:00", "2026-11-24", "00:00-22:00")]
    [InlineData("Dec 31 22:00-26:00", "2027-01-01", "00:00-02:00")]
    // Open ends.
    [InlineData("Mo 09:00+", "2026-11-23", "09:00-24:00?")]
    [InlineData("Mo 18:00+", "2026-11-24", "00:00-04:00?")]
    [InlineData("Mo 23:00+", "2026-11-24", "00:00-07:00?")]
    [InlineData("Mo 10:00-14:00+", "2026-11-23", "10:00-14:00 14:00-24:00?")]
    // Days of the month.
    [InlineData("We[1] 14:00-17:00", "2026-11-04", "14:00-17:00")]
    [InlineData("We[1] 14:00-17:00", "2026-11-11", "")]
    [InlineData("We[5] 10:00-12:00", "2026-07-29", "10:00-12:00")]
    [InlineData("Fr[-1] 10:00-12:00", "2026-11-27", "10:00-12:00")]
    [InlineData("Fr[-2] 10:00-12:00", "2026-11-20", "10:00-12:00")]
    [InlineData("We[1,3] 10:00-12:00", "2026-11-18", "10:00-12:00")]
    [InlineData("We[1] +1 day 10:00-12:00", "2026-05-07", "10:00-12:00")]
    [InlineData("We[-1] +2 days 10:00-12:00", "2027-01-01", "10:00-12:00")]
    // Public holidays: 14 July 2026 is a Tuesday.
    [InlineData("Mo-Fr 09:00-12:00; PH off", "2026-07-14", "")]
    [InlineData("Mo-Fr 09:00-12:00", "2026-07-14", "09:00-12:00")]
    [InlineData("Mo-Fr 09:00-12:00; PH 10:00-11:00", "2026-07-14", "10:00-11:00")]
    [InlineData("PH,Su 10:00-12:00", "2026-07-14", "10:00-12:00")]
    [InlineData("PH Mo-We 10:00-11:00", "2026-07-14", "10:00-11:00")]
    [InlineData("PH Mo-We 10:00-11:00", "2026-05-14", "")]
    [InlineData("PH -1 day 09:00-10:00", "2026-07-13", "09:00-10:00")]
    [InlineData("Mo-Fr 22:00-26:00; PH off", "2026-07-15", "00:00-02:00 22:00-24:00")]
    // School holidays are not known here, so they choose nothing: 20 October 2026 is in those of autumn.
    [InlineData("SH Mo-Fr 10:00-12:00", "2026-10-20", "")]
    [InlineData("Mo-Fr 10:00-12:00; SH off", "2026-10-20", "10:00-12:00")]
    // Months and dates.
    [InlineData("Jan-Mar Mo 10:00-12:00", "2026-03-30", "10:00-12:00")]
    [InlineData("Nov-Feb Mo 10:00-12:00", "2026-11-23", "10:00-12:00")]
    [InlineData("Nov-Feb Mo 10:00-12:00", "2026-03-02", "")]
    [InlineData("Mo-Su 10:00-12:00; Dec 25-Jan 01 off", "2027-01-01", "")]
    [InlineData("Mo-Su 10:00-12:00; Dec 25-Jan 01 off", "2027-01-02", "10:00-12:00")]
    [InlineData("Jul 10-14,20 10:00-12:00", "2026-07-20", "10:00-12:00")]
    [InlineData("Jul 14+ 10:00-12:00", "2026-12-31", "10:00-12:00")]
    [InlineData("Jul 14+ 10:00-12:00", "2026-07-13", "")]
    [InlineData("2026 Jul 14+ 10:00-12:00", "2031-01-01", "10:00-12:00")]
    [InlineData("2026 Jul 01-2026 Aug 31 Mo 10:00-11:00", "2026-08-31", "10:00-11:00")]
    [InlineData("2026 Jul 01-2026 Aug 31 Mo 10:00-11:00", "2027-08-30", "")]
    [InlineData("2026 Dec 20-Jan 05 10:00-11:00", "2027-01-05", "10:00-11:00")]
    [InlineData("2026 Dec 20-Jan 05 10:00-11:00", "2026-01-05", "")]
    [InlineData("Feb 29 10:00-11:00", "2028-02-29", "10:00-11:00")]
    [InlineData("Feb 29 10:00-11:00", "2027-03-01", "")]
    [InlineData("Feb 10-29 10:00-11:00", "2027-02-28", "10:00-11:00")]
    [InlineData("Feb 29-Mar 02 10:00-11:00", "2027-02-28", "")]
    [InlineData("2026-2027 10:00-11:00", "2028-01-01", "")]
    [InlineData("2026-2030/2 10:00-11:00", "2028-01-01", "10:00-11:00")]
    // Easter Sunday is 5 April 2026.
    [InlineData("easter 10:00-11:00", "2026-04-05", "10:00-11:00")]
    [InlineData("easter +1 day 10:00-11:00", "2026-04-06", "10:00-11:00")]
    [InlineData("easter -2 days-easter +1 day 10:00-11:00", "2026-04-03", "10:00-11:00")]
    [InlineData("easter -2 days-easter +1 day 10:00-11:00", "2026-04-07", "")]
    // Weeks: 2026 has 53, and the last holds the first days of 2027.
    [InlineData("week 1-53/2 Mo 10:00-11:00", "2026-12-28", "10:00-11:00")]
    [InlineData("week 1-53/2 Mo 10:00-11:00", "2027-01-04", "10:00-11:00")]
    [InlineData("week 2-52/2 Mo 10:00-11:00", "2026-11-23", "10:00-11:00")]
    [InlineData("week 53 10:00-11:00", "2027-01-03", "10:00-11:00")]
    [InlineData("week 50-02 Mo 10:00-11:00", "2027-01-11", "10:00-11:00")]
    public void The_intervals_of_a_day_are(string text, string day, string intervals) =>
        Assert.Equal(intervals, Hours.Said(Hours.Of(text).Intervals(Hours.Day(day), FrenchHolidays.National)));

    [Theory]
    [InlineData("2026-11-23 08:59", OpenState.Closed)]
    [InlineData("2026-11-23 09:00", OpenState.Open)]
    [InlineData("2026-11-23 11:59", OpenState.Open)]
    [InlineData("2026-11-23 12:00", OpenState.Closed)]
    [InlineData("2026-11-24 18:00", OpenState.Unknown)]
    [InlineData("2026-12-25 09:00", OpenState.Closed)]
    public void A_minute_is_open_from_the_first_to_before_the_last(string at, OpenState state) =>
        Assert.Equal(state, Hours.Of("Mo-Fr 09:00-12:00; Tu 18:00+; PH off").StateAt(Hours.At(at), FrenchHolidays.National));

    [Fact]
    public void The_remark_of_the_rule_that_holds_is_told()
    {
        var hours = Hours.Of("Mo 09:00-12:00 \"sur rendez-vous\"; Tu 09:00-12:00");

        Assert.Equal("sur rendez-vous", hours.CommentAt(Hours.At("2026-11-23 10:00"), FrenchHolidays.National));
        Assert.Null(hours.CommentAt(Hours.At("2026-11-24 10:00"), FrenchHolidays.National));
        Assert.Equal("sur rendez-vous", hours.Intervals(Hours.Day("2026-11-23"), FrenchHolidays.National)[0].Comment);
    }

    [Theory]
    [InlineData("Mo-Fr 09:00-12:00; PH off")]
    [InlineData("week 1-53/2 We[1,3] 09:00-12:00; easter +1 day off; 2026 Jul 14-2026 Aug 15 off || unknown")]
    public void Asking_allocates_nothing(string text)
    {
        var hours = Hours.Of(text);
        var place = FrenchPlace.Of("35");
        var at = new DateTimeOffset(Hours.At("2026-11-25 10:00"), TimeSpan.FromHours(1));
        var open = 0;
        Ask();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var times = 0; times < 100; times++) Ask();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(open >= 0);

        void Ask()
        {
            if (hours.StateAt(at, place) == OpenState.Open) open++;
            if (hours.NextOpening(at.DateTime, place.Holidays, Hours.FewMonths) is not null) open++;
        }
    }
}
