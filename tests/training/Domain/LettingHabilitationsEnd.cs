using System.Globalization;
using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Domain.Professionals;
using static Reseau.Training.Tests.Domain.Someone;

namespace Reseau.Training.Tests.Domain;

public sealed class LettingHabilitationsEnd
{
    [Fact]
    public void Its_end_is_said_ninety_and_thirty_days_before_on_business_mornings_once_each_then_it_lapses() => Assert.Equal(
        // Ends on Monday 22 November 2027: ninety days before is Tuesday 24 August, thirty Saturday 23 October.
        [("HabilitationReminded 90", "2027-08-24 06:00"), ("HabilitationReminded 30", "2027-10-22 06:00"), ("HabilitationLapsed", "2027-11-22 23:00")],
        Life(Granted(Recorded(), Rule(), Today)));

    [Fact]
    public void One_that_begins_later_begins_on_its_day() => Assert.Equal(
        [("HabilitationBegan", "2026-11-30 23:00"), ("HabilitationReminded 30", "2026-12-01 07:00"), ("HabilitationLapsed", "2026-12-31 23:00")],
        Life(Granted(Recorded(), Rule(1), new(2026, 12, 1))));

    [Fact]
    public void Given_with_forty_days_to_go_it_is_not_said_to_end_in_ninety() => Assert.Equal(
        ["HabilitationReminded 30", "HabilitationLapsed"], Life(Granted(Recorded(), Rule(), Today.AddDays(-325))).Select(happened => happened.What));

    [Fact]
    public void Renewed_after_the_first_reminder_it_is_said_anew_before_the_new_end()
    {
        var reminded = Rung(Granted(Recorded(), Rule(), Today), new(2027, 8, 24, 6, 0, 0, TimeSpan.Zero));

        var renewed = Granted(reminded, Rule(), new(2027, 9, 1), new(2027, 9, 1, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal(["HabilitationReminded 90", "HabilitationReminded 30", "HabilitationLapsed"], Life(renewed).Select(happened => happened.What));
        Assert.Equal("2028-11-22 23:00", Life(renewed)[^1].When);
    }

    [Fact]
    public void After_a_long_silence_nobody_is_reminded_of_what_is_over_nor_twice()
    {
        var held = Granted(Recorded(), Rule(), Today);

        Assert.Equal([new HabilitationLapsed(Rule().Name, Today)], HabilitationDeadlines.Ring(held, Monday.AddYears(2)));
        Assert.Equal([new HabilitationReminded(Rule().Name, Today, 30)], HabilitationDeadlines.Ring(held, new(2027, 11, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Without_end_withdrawn_or_erased_nothing_waits()
    {
        var held = Granted(Recorded(), Rule(), Today);

        Assert.Null(HabilitationDeadlines.Next(Granted(Recorded(), Rule(0), Today)));
        Assert.Null(HabilitationDeadlines.Next(After(held, [new HabilitationRevoked(Rule().Name, "Motif")])));
        Assert.Null(HabilitationDeadlines.Next(After(held, [new ProfessionalErased()])));
    }

    [Fact]
    public void Who_will_have_left_is_not_reminded_and_what_they_hold_still_lapses()
    {
        var leaving = After(Granted(Recorded(), Rule(), Today), [new ProfessionalCorrected(Facts with { Departure = new(2027, 10, 1) })]);

        Assert.Equal(["HabilitationReminded 90", "HabilitationLapsed"], Life(leaving).Select(happened => happened.What));
    }

    // What time does, one after the other, when nobody does anything. Each leads somewhere: a ring that changed nothing would ring for ever.
    private static List<(string What, string When)> Life(Professional current)
    {
        List<(string, string)> life = [];
        while (HabilitationDeadlines.Next(current) is { } next)
        {
            var events = HabilitationDeadlines.Ring(current, next);
            Assert.NotEmpty(events);
            life.AddRange(events.Select(happened => (Words(happened), next.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))));
            current = After(current, events, next);
        }
        return life;
    }

    private static Professional Rung(Professional current, DateTimeOffset at) => After(current, HabilitationDeadlines.Ring(current, at), at);

    private static string Words(ProfessionalEvent happened) => happened is HabilitationReminded reminded ? $"{nameof(HabilitationReminded)} {reminded.Days}" : happened.GetType().Name;
}
