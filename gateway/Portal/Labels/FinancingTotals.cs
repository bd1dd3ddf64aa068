using Reseau.Conventions.V1;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>The sums of a financing plan, by year, in cents.</summary>
public static class FinancingTotals
{
    /// <summary>Every year of the plan, in their order.</summary>
    public static IReadOnlyList<int> Years(FinancingPlan plan) =>
        [.. plan.Costs.Select(cost => cost.Year).Concat(plan.Fundings.Select(funding => funding.Year)).Distinct().Order()];

    /// <summary>What a line costs.</summary>
    public static long Of(Cost cost) => Math.Max(1, cost.Quantity) * cost.UnitCents;

    public static long Costs(FinancingPlan plan, int year) => plan.Costs.Where(cost => cost.Year == year).Sum(Of);

    public static long Fundings(FinancingPlan plan, int year) => plan.Fundings.Where(funding => funding.Year == year).Sum(funding => funding.PlannedCents);

    public static long Paid(FinancingPlan plan, int year) => plan.Fundings.Where(funding => funding.Year == year).Sum(funding => funding.PaidCents);

    /// <summary>A funder's share of a year: as the plan states it, or as the sums make it.</summary>
    public static string Share(Funding funding, long total)
    {
        var share = funding.ShareBasisPoints > 0 ? funding.ShareBasisPoints / 100m : total > 0 ? 100m * funding.PlannedCents / total : 0;
        return string.Create(French.Culture, $"{share:0.##}\u00A0%");
    }

    /// <summary>A sum as the value of a field: 12345,50; nothing for nothing.</summary>
    public static string Field(long cents) => cents == 0 ? "" : (cents / 100m).ToString("0.##", French.Culture);
}
