namespace Reseau.Kernel.Tests.Calendar;

public sealed class ReadingOpeningHours
{
    [Theory]
    [InlineData("24/7", "24/7")]
    [InlineData("open", "24/7")]
    [InlineData("24/7 open", "24/7")]
    [InlineData("24/7 off", "off")]
    [InlineData("closed", "off")]
    [InlineData("Mo-Fr", "Mo-Fr open")]
    [InlineData("Mo-Fr 24/7", "Mo-Fr open")]
    [InlineData("Mo-Fr 09:00-12:00", "Mo-Fr 09:00-12:00")]
    [InlineData("Mo-Fr 9:00-12:00,14:00-17:30", "Mo-Fr 09:00-12:00,14:00-17:30")]
    [InlineData("Mo,We 14:00-16:30; Sa off", "Mo,We 14:00-16:30; Sa off")]
    [InlineData("Sa-Mo 10:00-12:00", "Sa-Mo 10:00-12:00")]
    [InlineData("09:00-17:00", "09:00-17:00")]
    [InlineData("Mo-Su,PH 09:00-17:00", "Mo-Su,PH 09:00-17:00")]
    [InlineData("PH Mo-Fr 10:00-12:00", "PH Mo-Fr 10:00-12:00")]
    [InlineData("SH,PH Mo-Fr 10:00-12:00", "SH,PH Mo-Fr 10:00-12:00")]
    [InlineData("PH -1 day 09:00-12:00", "PH -1 day 09:00-12:00")]
    [InlineData("We[1] 14:00-17:00", "We[1] 14:00-17:00")]
    [InlineData("We[1,3],Fr[-1] 14:00-17:00", "We[1,3],Fr[-1] 14:00-17:00")]
    [InlineData("We[1-3] +2 days 14:00-17:00", "We[1,2,3] +2 days 14:00-17:00")]
    [InlineData("Jan-Mar Mo 09:00-12:00", "Jan-Mar Mo 09:00-12:00")]
    [InlineData("Jul 14 off", "Jul 14 off")]
    [InlineData("Dec 25-Jan 01 off", "Dec 25-Jan 01 off")]
    [InlineData("Jul 10-14,20 off", "Jul 10-14,Jul 20 off")]
    [InlineData("Jul 14+ off", "Jul 14+ off")]
    [InlineData("2026 Jul 01-2026 Aug 31 off", "2026 Jul 01-2026 Aug 31 off")]
    [InlineData("2026 Dec 20-Jan 05 off", "2026 Dec 20-2027 Jan 05 off")]
    [InlineData("2026 Jul 14,Aug 15 off", "2026 Jul 14,2026 Aug 15 off")]
    [InlineData("2026-2028 Jul off", "2026-2028 Jul off")]
    [InlineData("2026,2028+ Mo 09:00-12:00", "2026,2028+ Mo 09:00-12:00")]
    [InlineData("2026-2036/2 Mo 09:00-12:00", "2026-2036/2 Mo 09:00-12:00")]
    [InlineData("2026/1 Jul off", "2026-2026 Jul off")]
    [InlineData("easter off; easter +1 day off; easter -2 days off", "easter off; easter +1 day off; easter -2 days off")]
    [InlineData("easter -2 days-easter +1 day off", "easter -2 days-easter +1 day off")]
    [InlineData("week 1-53/2 Mo 09:00-12:00", "week 01-53/2 Mo 09:00-12:00")]
    [InlineData("week 5,10-12 Mo 09:00-12:00", "week 05,10-12 Mo 09:00-12:00")]
    [InlineData("week 50-02 off", "week 50-02 off")]
    [InlineData("Fr 22:00-26:00", "Fr 22:00-02:00")]
    [InlineData("Fr 22:00-02:00", "Fr 22:00-02:00")]
    [InlineData("Fr 10:00-35:00", "Fr 10:00-35:00")]
    [InlineData("Fr 18:00+", "Fr 18:00+")]
    [InlineData("Fr 10:00-14:00+", "Fr 10:00-14:00+")]
    [InlineData("Mo 00:00-24:00", "Mo 00:00-24:00")]
    [InlineData("Mo 09:00-12:00 \"sur rendez-vous\"", "Mo 09:00-12:00 \"sur rendez-vous\"")]
    [InlineData("Mo 09:00-12:00 unknown \"sur rendez-vous\"", "Mo 09:00-12:00 \"sur rendez-vous\"")]
    [InlineData("Mo 09:00-12:00 open \"sur rendez-vous\"", "Mo 09:00-12:00 open \"sur rendez-vous\"")]
    [InlineData("\"sur rendez-vous\"", "\"sur rendez-vous\"")]
    [InlineData("unknown", "unknown")]
    [InlineData("Mo-Fr 09:00-12:00, We 14:00-17:00", "Mo-Fr 09:00-12:00, We 14:00-17:00")]
    [InlineData("Mo 09:00-12:00 open, 14:00-17:00", "Mo 09:00-12:00 open, 14:00-17:00")]
    [InlineData("Mo-Fr 09:00-12:00||\"appeler\"", "Mo-Fr 09:00-12:00 || \"appeler\"")]
    public void The_notation_is_read_and_written_in_one_way(string text, string canonical) => Assert.Equal(canonical, Hours.Of(text).ToString());

    [Theory]
    [InlineData("mo-fr 09:00-12:00", "Mo-Fr 09:00-12:00", "small letters")]
    [InlineData("MO-FR 09:00-12:00", "Mo-Fr 09:00-12:00", "capitals")]
    [InlineData("Mo-Fr09:00-12:00", "Mo-Fr 09:00-12:00", "a missing space")]
    [InlineData("  Mo - Fr   09:00 - 12:00  ", "Mo-Fr 09:00-12:00", "too many spaces")]
    [InlineData("Mo–Fr 09:00—12:00", "Mo-Fr 09:00-12:00", "dashes of a word processor")]
    [InlineData("Mo-Fr\u00A009:00-12:00", "Mo-Fr 09:00-12:00", "a no-break space")]
    [InlineData("Mo-Fr 9h-12h30", "Mo-Fr 09:00-12:30", "French hours")]
    [InlineData("Mo-Fr 9 h - 12 h 30", "Mo-Fr 09:00-12:30", "French hours with spaces")]
    [InlineData("Mo-Fr 9H00-12H", "Mo-Fr 09:00-12:00", "capital hours")]
    [InlineData("Mo-Fr 09.00-12.30", "Mo-Fr 09:00-12:30", "dots")]
    [InlineData("Mo-Fr 9-12", "Mo-Fr 09:00-12:00", "bare hours after days")]
    [InlineData("Mo-Fr: 09:00-12:00", "Mo-Fr 09:00-12:00", "a colon after the days")]
    [InlineData("Mo-Fr 09:00-12:00 14:00-17:00", "Mo-Fr 09:00-12:00,14:00-17:00", "a missing comma")]
    [InlineData("Mo-Fr 09:00-12:00 ; ; Sa off;", "Mo-Fr 09:00-12:00; Sa off", "idle semicolons")]
    [InlineData("Mo-Fr 09:00-12:00\r\nSa 10:00-12:00\n", "Mo-Fr 09:00-12:00; Sa 10:00-12:00", "lines")]
    [InlineData("Mo-Fr 09:00-12:00,\n14:00-17:00", "Mo-Fr 09:00-12:00,14:00-17:00", "a line cut after a comma")]
    [InlineData("Lu-Ve 9h-12h", "Mo-Fr 09:00-12:00", "French days")]
    [InlineData("du lundi au vendredi de 9h à 12h et de 14h à 17h", "Mo-Fr 09:00-12:00,14:00-17:00", "a French sentence")]
    [InlineData("Lundi, Mercredi 9h-12h ; Samedi fermé", "Mo,We 09:00-12:00; Sa off", "French words")]
    [InlineData("juillet-août Mo 9h-12h", "Jul-Aug Mo 09:00-12:00", "French months")]
    [InlineData("Mon-Fri 9:00-12:00", "Mo-Fr 09:00-12:00", "longer English names")]
    [InlineData("Mo 09:00-12:00 «sur rendez-vous»", "Mo 09:00-12:00 \"sur rendez-vous\"", "French quotation marks")]
    [InlineData("Mo 09:00-12:00 “dit \"RDV\"”", "Mo 09:00-12:00 \"dit 'RDV'\"", "a quotation in a quotation")]
    [InlineData("Mo-Fr 9-12, 24/7", "Mo-Fr 09:00-12:00, 24/7", "no hour in 24/7")]
    public void Liberties_of_real_data_are_understood(string text, string canonical, string why) =>
        Assert.True(Hours.Of(text).ToString() == canonical, $"{why}: {Hours.Of(text)}");

    [Fact]
    public void Equal_hours_are_equal_however_they_were_written()
    {
        Assert.Equal(Hours.Of("Mo-Fr 09:00-12:00"), Hours.Of("mo-fr 9h-12h"));
        Assert.Equal(Hours.Of("Mo-Fr 09:00-12:00").GetHashCode(), Hours.Of("mo-fr 9h-12h").GetHashCode());
        Assert.NotEqual(Hours.Of("Mo-Fr 09:00-12:00"), Hours.Of("Mo-Fr 09:00-12:01"));
    }

    [Fact]
    public void What_hours_depend_on_can_be_asked()
    {
        Assert.True(Hours.Of("Mo-Fr 09:00-12:00; PH off").IsPlainWeek);
        Assert.True(Hours.Of("Mo-Fr 09:00-12:00; PH off").MentionsPublicHolidays);
        Assert.False(Hours.Of("Mo-Fr 09:00-12:00; PH off").MentionsSchoolHolidays);
        Assert.True(Hours.Of("SH Mo-Fr 09:00-12:00").MentionsSchoolHolidays);
        Assert.False(Hours.Of("We[1] 09:00-12:00").IsPlainWeek);
        Assert.False(Hours.Of("Jul Mo 09:00-12:00").IsPlainWeek);
    }
}
