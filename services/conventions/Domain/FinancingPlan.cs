using System.Globalization;
using System.Text.Json.Serialization;
using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>Who pays what and when, in cents of euro. Each year's fundings add up to its costs, or it is no plan.</summary>
/// <param name="Costs">What it costs.</param>
/// <param name="Fundings">Who pays.</param>
public sealed record FinancingPlan(ValueList<Cost> Costs, ValueList<Funding> Fundings)
{
    private const int Whole = 10_000;

    /// <summary>The years it speaks of, in order.</summary>
    [JsonIgnore]
    public IEnumerable<int> Years => Costs.Select(cost => cost.Year).Concat(Fundings.Select(funding => funding.Year)).Distinct().Order();

    /// <summary>What a year costs.</summary>
    public long CostOf(int year) => Costs.Where(cost => cost.Year == year).Sum(cost => cost.Cents);

    /// <summary>What is planned to be paid in a year.</summary>
    public long PlannedOf(int year) => Fundings.Where(funding => funding.Year == year).Sum(funding => funding.PlannedCents);

    /// <summary>Why it does not balance; null when it does.</summary>
    public Refusal? Check() => Years.Select(Check).FirstOrDefault(refusal => refusal is not null);

    private Refusal? Check(int year)
    {
        var (costs, planned) = (CostOf(year), PlannedOf(year));
        if (costs != planned) return Unbalanced(year, $"The costs of {year} are {costs} cents, its fundings {planned}.", costs, planned);
        var fundings = Fundings.Where(funding => funding.Year == year).ToList();
        if (fundings.TrueForAll(funding => funding.ShareBasisPoints == 0)) return null;
        var agree = fundings.TrueForAll(funding => funding.ShareBasisPoints > 0 && IsShareOf(funding, costs)) && fundings.Sum(funding => funding.ShareBasisPoints) == Whole;
        return agree ? null : Unbalanced(year, $"The shares of {year} do not agree with its sums.", costs, planned);
    }

    // Cents do not always divide: of what is left over, a funder has one cent at most.
    private static bool IsShareOf(Funding funding, long costs) => Math.Abs(funding.PlannedCents - ((decimal)costs * funding.ShareBasisPoints / Whole)) < 1;

    private static Refusal Unbalanced(int year, string message, long costs, long planned) => new(
        "FINANCING_DOES_NOT_BALANCE", message, ("year", Text(year)), ("cost_cents", Text(costs)), ("planned_cents", Text(planned)));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A cost.</summary>
/// <param name="Year">Year of the calendar, or first year of a school year.</param>
/// <param name="Label">What for.</param>
/// <param name="Quantity">How many of it.</param>
/// <param name="UnitCents">What one costs.</param>
public sealed record Cost(int Year, string Label, int Quantity, long UnitCents)
{
    /// <summary>What all of them cost.</summary>
    [JsonIgnore]
    public long Cents => Quantity * UnitCents;
}

/// <summary>A part that a funder pays.</summary>
/// <param name="Key">Stable key in the plan.</param>
/// <param name="Year">Year.</param>
/// <param name="Funder">Who pays.</param>
/// <param name="Institution">Institution id when the funder is a party; empty otherwise.</param>
/// <param name="PlannedCents">How much.</param>
/// <param name="ShareBasisPoints">Its share of the year's costs, in hundredths of a percent; 0 = not stated.</param>
public sealed record Funding(string Key, int Year, string Funder, string Institution, long PlannedCents, int ShareBasisPoints);
