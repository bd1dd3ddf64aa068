using System.Text.RegularExpressions;
using Reseau.Conventions.Domain;
using Reseau.Kernel;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>What financing plans and terms of referrals must look like.</summary>
internal static partial class TermRules
{
    /// <summary>Pairs of institutions a convention has terms for.</summary>
    public const int MostTerms = 50;

    private const int MostLines = 200;
    private const int MostThemes = 50;
    private const int MostServices = 200;
    private const int MostHabilitations = 10;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;
    private const int MostUnits = 10_000;
    private const int LongestDelay = 365;
    private const int LargestCapacity = 100_000;

    // A billion euros: what is more is a slip of the keyboard, and sums stay far from overflowing.
    private const long MostCents = 100_000_000_000;

    // As in reseau.referrals.v1.Consent.shared_fields.
    private static readonly string[] Fields = ["identity", "contact", "commune", "birth-year", "need", "attachments"];
    private static readonly string[] NeededFields = ["identity", "need"];

    /// <summary>Reads a financing plan; whether it balances is up to the domain.</summary>
    public static FinancingPlan Read(Contract.FinancingPlan plan, Violations violations)
    {
        FieldRules.TooMany(plan.Costs.Count, MostLines, "content.financing.costs", violations);
        FieldRules.TooMany(plan.Fundings.Count, MostLines, "content.financing.fundings", violations);
        TextRules.Unique(plan.Fundings.Select(funding => funding.Key), "content.financing.fundings", violations);
        return new(
            [.. plan.Costs.Select((cost, i) => Read(cost, $"content.financing.costs[{i}]", violations))],
            [.. plan.Fundings.Select((funding, i) => Read(funding, $"content.financing.fundings[{i}]", violations))]);
    }

    /// <summary>Reads terms of referrals.</summary>
    public static ReferralTerms Read(Contract.ReferralTerms terms, string field, Violations violations)
    {
        var (from, to) = (ContentRules.Institution(terms.From, $"{field}.from", violations), ContentRules.Institution(terms.To, $"{field}.to", violations));
        if (from == to) violations.Add($"{field}.to", "SAME_INSTITUTION", "An institution does not refer to itself.", "Choisissez deux institutions différentes.");
        FieldRules.TooMany(terms.Themes.Count, MostThemes, $"{field}.themes", violations);
        FieldRules.TooMany(terms.Services.Count, MostServices, $"{field}.services", violations);
        FieldRules.TooMany(terms.RequiredHabilitations.Count, MostHabilitations, $"{field}.required_habilitations", violations);
        if (terms.Themes.Any(theme => !ThemeShape().IsMatch(theme))) violations.Add($"{field}.themes", "NOT_A_THEME", "Not a data.inclusion theme.", "Choisissez les thèmes dans la liste.");
        if (terms.Fields.Any(shared => !Fields.Contains(shared)) || (terms.Fields.Count > 0 && NeededFields.Except(terms.Fields).Any()))
            violations.Add($"{field}.fields", "UNKNOWN_VALUE", "Fields are those of a consent, identity and need among them.", "Choisissez les champs dans la liste ; l'identité et le besoin en font partie.");
        var delays = terms.Delays ?? new();
        return new(from, to, FieldRules.Key(terms.Clause, $"{field}.clause", violations))
        {
            Themes = [.. terms.Themes.Distinct(StringComparer.Ordinal)],
            Services = [.. terms.Services.Select((service, i) => ResourceName.Parse(service, "services", $"{field}.services[{i}]", violations).ToString()).Distinct(StringComparer.Ordinal)],
            Fields = [.. terms.Fields.Distinct(StringComparer.Ordinal)],
            AcknowledgeDays = Number(delays.Acknowledge, LongestDelay, $"{field}.delays.acknowledge", violations),
            DecideDays = Number(delays.Decide, LongestDelay, $"{field}.delays.decide", violations),
            EscalateDays = Number(delays.Escalate, LongestDelay, $"{field}.delays.escalate", violations),
            MonthlyCapacity = Number(terms.MonthlyCapacity, LargestCapacity, $"{field}.monthly_capacity", violations),
            RequiredHabilitations = [.. terms.RequiredHabilitations.Select((one, i) => FieldRules.Key(one, $"{field}.required_habilitations[{i}]", violations))],
        };
    }

    /// <summary>Refuses a sum that is negative or beyond reason.</summary>
    public static long Cents(long cents, string field, Violations violations)
    {
        if (cents is < 0 or > MostCents) violations.Add(field, "OUT_OF_RANGE", "The sum is not possible.", "Indiquez un montant positif, au plus un milliard d'euros.");
        return cents;
    }

    private static Cost Read(Contract.Cost cost, string field, Violations violations) => new(
        Year(cost.Year, field, violations), violations.Required($"{field}.label", cost.Label, TextRules.LineLength),
        Math.Max(1, Number(cost.Quantity, MostUnits, $"{field}.quantity", violations)), Cents(cost.UnitCents, $"{field}.unit_cents", violations));

    private static Funding Read(Contract.Funding funding, string field, Violations violations) => new(
        FieldRules.Key(funding.Key, $"{field}.key", violations), Year(funding.Year, field, violations), violations.Required($"{field}.funder", funding.Funder, TextRules.LineLength),
        funding.Institution.Length == 0 ? "" : ContentRules.Institution(funding.Institution, $"{field}.institution", violations),
        Cents(funding.PlannedCents, $"{field}.planned_cents", violations), Number(funding.ShareBasisPoints, 10_000, $"{field}.share_basis_points", violations));

    private static int Year(int year, string field, Violations violations)
    {
        if (year is < FirstYear or > LastYear) violations.Add($"{field}.year", "OUT_OF_RANGE", "The year is not possible.", "Indiquez une année en quatre chiffres.");
        return year;
    }

    private static int Number(int number, int most, string field, Violations violations)
    {
        if (number < 0 || number > most) violations.Add(field, "OUT_OF_RANGE", $"{field} goes from 0 to {most}.", $"Indiquez un nombre de 0 à {most}.");
        return number;
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*--[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ThemeShape();
}
