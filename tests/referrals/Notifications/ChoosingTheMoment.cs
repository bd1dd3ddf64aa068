using System.Globalization;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Notifications;

namespace Reseau.Referrals.Tests.Notifications;

public sealed class ChoosingTheMoment
{
    private static readonly QuietTime Never = new(TimeOnly.MinValue, TimeOnly.MinValue, FreeDays: false);

    [Theory]
    // Before and after 8:30 of a Tuesday.
    [InlineData("", "2026-02-03 08:29", "2026-02-03 08:30")]
    [InlineData("", "2026-02-03 08:30", "2026-02-04 08:30")]
    // Friday evening to Monday.
    [InlineData("", "2026-02-06 18:00", "2026-02-09 08:30")]
    [InlineData("", "2026-02-07 07:00", "2026-02-09 08:30")]
    // Christmas 2026 is a Friday.
    [InlineData("", "2026-12-24 17:00", "2026-12-28 08:30")]
    // Easter Monday 2026, and the Good Friday of Alsace-Moselle.
    [InlineData("", "2026-04-02 17:00", "2026-04-03 08:30")]
    [InlineData("67", "2026-04-02 17:00", "2026-04-07 08:30")]
    // The night in which the clocks go on, and back.
    [InlineData("", "2026-03-27 20:00", "2026-03-30 08:30")]
    [InlineData("", "2026-10-23 20:00", "2026-10-26 08:30")]
    // 20 December 2027, a Monday: a holiday of La Réunion alone.
    [InlineData("974", "2027-12-17 12:00", "2027-12-21 08:30")]
    [InlineData("35", "2027-12-17 12:00", "2027-12-20 08:30")]
    public void The_digest_leaves_at_half_past_eight_on_the_next_business_day(string departement, string now, string due) =>
        Assert.Equal(due, Moved(NotificationPace.Digest, departement, now, Never));

    [Theory]
    [InlineData("", "2026-02-03 11:00", "2026-02-03 11:00")]
    [InlineData("", "2026-02-03 19:59", "2026-02-03 19:59")]
    [InlineData("", "2026-02-03 20:00", "2026-02-04 08:00")]
    [InlineData("", "2026-02-04 02:00", "2026-02-04 08:00")]
    [InlineData("", "2026-02-04 07:59", "2026-02-04 08:00")]
    [InlineData("", "2026-02-04 08:00", "2026-02-04 08:00")]
    [InlineData("", "2026-02-06 20:00", "2026-02-09 08:00")]
    [InlineData("", "2026-02-07 12:00", "2026-02-09 08:00")]
    // From the eve of the First of May, a Friday, over the week-end.
    [InlineData("", "2026-04-30 21:00", "2026-05-04 08:00")]
    [InlineData("", "2026-03-28 23:00", "2026-03-30 08:00")]
    [InlineData("974", "2026-02-03 20:00", "2026-02-04 08:00")]
    public void Quiet_hours_and_days_off_make_it_wait(string departement, string now, string due) =>
        Assert.Equal(due, Moved(NotificationPace.Immediate, departement, now, QuietTime.Usual));

    [Theory]
    [InlineData("12:00", "14:00", "2026-02-03 13:00", "2026-02-03 14:00")]
    [InlineData("12:00", "14:00", "2026-02-03 14:00", "2026-02-03 14:00")]
    [InlineData("00:00", "00:00", "2026-02-07 03:00", "2026-02-07 03:00")]
    [InlineData("20:00", "09:00", "2026-02-07 23:00", "2026-02-08 09:00")]
    // The hour that the spring skips, and the one that the autumn repeats.
    [InlineData("22:00", "02:30", "2026-03-29 01:30", "2026-03-29 03:30")]
    [InlineData("22:00", "02:30", "2026-10-25 01:30", "2026-10-25 02:30")]
    public void Hours_of_ones_own_are_kept(string from, string until, string now, string due)
    {
        var quiet = new QuietTime(TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(until, CultureInfo.InvariantCulture), FreeDays: false);

        Assert.Equal(due, Moved(NotificationPace.Immediate, "", now, quiet));
    }

    [Fact]
    public void A_digest_waits_for_who_sleeps_longer() =>
        Assert.Equal("2026-02-04 10:00", Moved(NotificationPace.Digest, "", "2026-02-03 11:00", new(new(20, 0), new(10, 0), FreeDays: true)));

    [Theory]
    [InlineData("")]
    [InlineData("57")]
    [InlineData("974")]
    [InlineData("975")]
    public void Whenever_it_happens_it_is_said_later_at_an_hour_that_is_not_quiet(string departement)
    {
        var place = FrenchPlace.Of(departement);
        var random = new Random(20260203);
        for (var i = 0; i < 5_000; i++)
        {
            var now = Desk.Tuesday.AddMinutes(random.Next(3 * 366 * 24 * 60));
            var quiet = new QuietTime(new(random.Next(24), random.Next(60)), new(random.Next(24), random.Next(60)), random.Next(2) == 0);
            var pace = random.Next(2) == 0 ? NotificationPace.Digest : NotificationPace.Immediate;

            var due = DeliveryTimes.Of(pace, now, quiet, place);

            Assert.True(due >= now, $"{now:O} {quiet}");
            Assert.False(quiet.Covers(place.LocalTime(due), place.Holidays), $"{now:O} {quiet} {due:O}");
            // A week of holidays at most lies in between.
            Assert.True(due - now < TimeSpan.FromDays(8), $"{now:O} {quiet} {due:O}");
        }
    }

    private static string Moved(NotificationPace pace, string departement, string now, QuietTime quiet)
    {
        var place = FrenchPlace.Of(departement);
        var local = DateTime.Parse(now, CultureInfo.InvariantCulture);
        var due = DeliveryTimes.Of(pace, new DateTimeOffset(local, place.Zone.GetUtcOffset(local)), quiet, place);
        return place.LocalTime(due).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}
