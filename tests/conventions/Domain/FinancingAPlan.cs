using FsCheck;
using FsCheck.Fluent;
using Reseau.Conventions.Domain;

namespace Reseau.Conventions.Tests.Domain;

/// <summary>Plans of real territories, and what must hold of any plan.</summary>
public sealed class FinancingAPlan
{
    [Fact]
    public void Seven_hundred_thousand_euros_over_three_years_balance_with_their_shares()
    {
        // One chargé de mission and three mediators for six sites: a third each from the town with its CCAS, the département, and FEDER.
        var plan = new FinancingPlan(
            [new(2018, "Postes", 4, 5_833_333), new(2018, "Arrondi", 1, 1), new(2019, "Postes", 4, 5_833_333), new(2019, "Arrondi", 1, 1), new(2020, "Postes", 4, 5_833_333), new(2020, "Arrondi", 1, 2)],
            [.. from year in (int[])[2018, 2019, 2020]
                let total = year == 2020 ? 23_333_334L : 23_333_333L
                let third = decimal.ToInt64(decimal.Round(total * 0.3333m))
                from part in ((string, long, int)[])[("ville", third, 3333), ("departement", third, 3333), ("feder", total - (2 * third), 3334)]
                select new Funding($"{part.Item1}-{year}", year, part.Item1, "", part.Item2, part.Item3)]);

        Assert.Null(plan.Check());
        Assert.Equal(70_000_000, plan.Years.Sum(plan.CostOf));
    }

    [Fact]
    public void Sixteen_posts_at_twenty_five_thousand_euros_balance_each_year()
    {
        var plan = new FinancingPlan(
            [new(2021, "Conseiller numérique", 16, 2_500_000), new(2022, "Conseiller numérique", 16, 2_500_000)],
            [new("etat-1", 2021, "État", "", 40_000_000, 10_000), new("etat-2", 2022, "État", "", 40_000_000, 10_000)]);

        Assert.Null(plan.Check());
        Assert.Equal((40_000_000, 40_000_000), (plan.CostOf(2021), plan.PlannedOf(2022)));
    }

    [Fact]
    public void A_cost_that_two_funders_share_balances_in_euros_and_its_rounded_shares_do_not()
    {
        FinancingPlan Plan(int bank, int community) => new([new(2023, "Service", 1, 6_135_100)],
            [new("bdt", 2023, "Banque des Territoires", "", 2_000_000, bank), new("cc", 2023, "Communauté de communes", "", 4_135_100, community)]);

        Assert.Null(Plan(0, 0).Check());
        // 32.60 % of 61 351 € are 20 000.43 €: forty-three cents that nobody pays.
        Assert.Equal("FINANCING_DOES_NOT_BALANCE", Plan(3260, 6740).Check()?.Reason);
    }

    [Theory]
    [InlineData(2023, 3_500_000, 1_750_000, 250_000)]
    [InlineData(2024, 3_500_000, 1_250_000, 500_000)]
    [InlineData(2025, 2_500_000, 1_250_000, 0)]
    public void A_post_whose_grant_goes_down_is_carried_by_who_hosts_it(int year, long cost, long grant, long bonus) => Assert.Null(new FinancingPlan(
        [new(year, "Poste", 1, cost)], [new("etat", year, "État", "", grant, 0), new("zrr", year, "Bonus ZRR", "", bonus, 0), new("cc", year, "Communauté", "", cost - grant - bonus, 0)]).Check());

    [Fact]
    public void Shares_that_only_some_state_are_none() => Assert.NotNull(new FinancingPlan(
        [new(2027, "Poste", 1, 100)], [new("a", 2027, "A", "", 50, 5000), new("b", 2027, "B", "", 50, 0)]).Check());

    [Fact]
    public void A_plan_balances_until_one_cent_of_it_moves() => Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(6).ToArbitrary(), sums =>
    {
        var plan = new FinancingPlan(
            [.. sums.Select((sum, i) => new Cost(2026 + (i % 2), $"Dépense {i}", 1, sum))],
            [.. sums.Select((sum, i) => new Funding($"f{i}", 2026 + (i % 2), $"Financeur {i}", "", sum, 0))]);
        var moved = plan with { Fundings = [plan.Fundings[0] with { PlannedCents = plan.Fundings[0].PlannedCents + 1 }, .. plan.Fundings.Skip(1)] };
        var elsewhere = plan with { Fundings = [plan.Fundings[0] with { Year = 2027 }, .. plan.Fundings.Skip(1)] };
        return plan.Check() is null && moved.Check() is not null && (sums[0] == 0) == (elsewhere.Check() is null);
    }).QuickCheckThrowOnFailure();
}
