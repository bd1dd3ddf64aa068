using Reseau.Kernel;
using Reseau.Referrals.Domain;
using static Reseau.Referrals.Domain.ReferralAction;
using static Reseau.Referrals.Domain.Side;
using static Reseau.Referrals.Tests.Domain.ReferralHistories;

namespace Reseau.Referrals.Tests.Domain;

public sealed class ForgettingWithTime
{
    [Theory]
    [InlineData("2026-01-31T10:00:00Z", 1, "2026-02-28T22:59:00Z", false)] // the last day of February, until midnight in Paris
    [InlineData("2026-01-31T10:00:00Z", 1, "2026-02-28T23:01:00Z", true)]
    [InlineData("2024-02-29T10:00:00Z", 24, "2026-02-28T12:00:00Z", false)]
    [InlineData("2024-02-29T10:00:00Z", 24, "2026-03-01T12:00:00Z", true)]
    [InlineData("2026-05-10T23:30:00Z", 1, "2026-06-11T12:00:00Z", false)] // already the 11th in Paris
    public void Months_count_in_days_of_the_calendar_of_Paris(string lastContact, int months, string now, bool over) =>
        Assert.Equal(over, Retention.IsOver(At(lastContact), months, At(now)));

    [Fact]
    public void A_query_leaves_nothing_aside_that_is_over()
    {
        for (var hours = 0; hours < 40_000; hours += 7)
        {
            var last = At("2024-01-01T00:00:00Z").AddHours(hours);
            foreach (var months in (int[])[1, 2, 6, 24, 36])
            {
                // The first instant at which it is over, to the hour.
                var now = last.AddMonths(months).AddDays(-1);
                while (!Retention.IsOver(last, months, now)) now = now.AddHours(1);
                Assert.True(last < Retention.NoneAfter(months, now), $"{last:O} {months}");
            }
        }
    }

    [Fact]
    public void Closed_referrals_are_erased_and_open_ones_never()
    {
        var late = Monday.AddMonths(24).AddDays(1);
        foreach (var state in Enum.GetValues<ReferralState>())
        {
            Assert.Equal(Transitions.IsTerminal(state) ? 1 : 0, Retention.Forget(In(state), 24, late).Events.Count);
            Assert.Empty(Retention.Forget(In(state), 25, late).Events);
        }
    }

    [Fact]
    public void Nobody_is_erased_twice()
    {
        var late = Monday.AddMonths(40);

        Assert.Empty(Retention.Forget(Submitted().After((Sender, WithdrawConsent)), 1, late).Events);
    }

    [Theory]
    [InlineData(1, 36, true)]
    [InlineData(0, 12, false)]
    [InlineData(24, 37, false)]
    public void Durations_are_from_one_month_to_three_years(int months, int ofOne, bool usable)
    {
        var options = new RetentionOptions { Months = months, Institutions = { ["caf-35"] = ofOne } };

        Assert.Equal((usable, months, ofOne), (options.IsUsable, options.MonthsOf("ccas-rennes"), options.MonthsOf("caf-35")));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(90, true)]
    [InlineData(0, false)]
    [InlineData(91, false)]
    public void Drafts_are_kept_from_a_day_to_three_months(int days, bool usable) => Assert.Equal(usable, new RetentionOptions { DraftDays = days }.IsUsable);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
