using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Reseau.Training.Domain.Habilitations;
using static Reseau.Training.Tests.Domain.Someone;

namespace Reseau.Training.Tests.Domain;

/// <summary>How long a habilitation lasts, over leap years and months of every length.</summary>
public sealed class CountingValidity
{
    private static readonly Gen<DateOnly> Days = Gen.Choose(new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);
    private static readonly Gen<int> Months = Gen.Choose(1, 600);

    [Theory]
    [InlineData("2026-03-01", 12, "2027-02-28")]
    [InlineData("2027-03-01", 12, "2028-02-29")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2028-02-29", 48, "2032-02-28")]
    [InlineData("2028-02-29", 36, "2031-02-28")]
    [InlineData("2027-02-28", 12, "2028-02-27")]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2028-01-31", 1, "2028-02-29")]
    [InlineData("2026-01-30", 1, "2026-02-28")]
    [InlineData("2026-01-29", 1, "2026-02-28")]
    [InlineData("2026-01-28", 1, "2026-02-27")]
    [InlineData("2026-08-31", 6, "2027-02-28")]
    [InlineData("2099-03-01", 12, "2100-02-28")]
    [InlineData("2026-01-01", 12, "2026-12-31")]
    public void It_ends_the_day_before_the_same_day_and_a_short_month_on_its_last(string first, int months, string last) =>
        Assert.Equal(Day(last), Validity.LastDay(Day(first), months));

    [Fact]
    public void Without_duration_it_has_no_end() => Assert.Null(Validity.LastDay(Today, 0));

    [Fact]
    public void The_day_after_is_the_same_day_of_a_later_month_or_the_first_of_one_that_has_no_such_day() => Prop.ForAll(Days.ToArbitrary(), Months.ToArbitrary(), (first, months) =>
    {
        var after = Validity.LastDay(first, months)!.Value.AddDays(1);
        var elapsed = ((after.Year - first.Year) * 12) + after.Month - first.Month;
        return (elapsed == months && after.Day == first.Day) || (elapsed == months + 1 && after.Day == 1 && first.Day > DateTime.DaysInMonth(after.AddDays(-1).Year, after.AddDays(-1).Month));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whoever_begins_later_ends_no_earlier() => Prop.ForAll(Days.ToArbitrary(), Months.ToArbitrary(), (first, months) =>
        Validity.LastDay(first.AddDays(1), months) >= Validity.LastDay(first, months)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_longer_one_ends_later() => Prop.ForAll(Days.ToArbitrary(), Months.ToArbitrary(), (first, months) =>
        Validity.LastDay(first, months + 1) > Validity.LastDay(first, months)).QuickCheckThrowOnFailure();

    [Fact]
    public void Renewed_within_its_window_it_goes_on_without_a_day_lost_or_given_twice() => Prop.ForAll(Days.ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), Gen.Choose(0, 90).ToArbitrary(), (first, months, early) =>
    {
        var rule = Rule(months, window: 90);
        var end = Validity.LastDay(first, months)!.Value;
        var renewed = end.AddDays(-Math.Min(early, end.DayNumber - first.DayNumber));
        var (from, until) = Validity.Of(rule, renewed, [new(rule.Name, first, end, "", Monday)]);
        return from == first && until == Validity.LastDay(end.AddDays(1), months);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_given_holds_on_its_day_and_nothing_that_held_is_lost() => Prop.ForAll(
        Gen.Choose(0, 800).ArrayOf(5).ToArbitrary(), Gen.Choose(0, 14).ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(), (offsets, months, window) =>
    {
        var rule = Rule(months, window);
        var current = Recorded();
        foreach (var offset in offsets)
        {
            var (before, day) = (current, Today.AddDays(offset - 400));
            current = Granted(current, rule, day);
            if (!current.Habilitations.Any(held => held.HoldsOn(day))) return false;
            for (var other = -900; other < 1800; other += 7)
            {
                var at = Today.AddDays(other);
                if (before.Habilitations.Any(held => held.HoldsOn(at)) && !current.Habilitations.Any(held => held.HoldsOn(at))) return false;
            }
        }
        // Periods of one rule neither overlap nor touch, and each has a first day of its own.
        var periods = current.Habilitations.ToList();
        return periods.Zip(periods.Skip(1)).All(pair => pair.First.Until is { } end && end.AddDays(1) < pair.Second.From);
    }).QuickCheckThrowOnFailure();

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
