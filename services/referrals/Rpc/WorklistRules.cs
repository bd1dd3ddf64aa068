using System.Text.RegularExpressions;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

/// <summary>What a question about a worklist must look like. Everything is checked, then answered at once.</summary>
internal static partial class WorklistRules
{
    /// <summary>What the list is narrowed to.</summary>
    public static WorklistFilter Read(Contract.ListReferralsRequest request, Violations violations)
    {
        if (!Enum.IsDefined(request.Worklist)) violations.Add("worklist", "UNKNOWN_VALUE", "The value is not in the list.", "Cette liste n'existe pas.");
        if (request.Theme.Length > 0 && !SubmissionRules.ThemeShape().IsMatch(request.Theme) && !FamilyShape().IsMatch(request.Theme))
            violations.Add("theme", "NOT_A_THEME", "Not a data.inclusion theme or family of themes.", "Choisissez un thème dans la liste.");
        if (request.States.Any(state => state == Contract.Referral.Types.State.Unspecified || !Enum.IsDefined(state)))
            violations.Add("states", "UNKNOWN_VALUE", "A state is not in the list.", "Un état n'est pas dans la liste.");
        var (from, until) = (violations.Day("sent_from_date", request.SentFromDate), violations.Day("sent_until_date", request.SentUntilDate));
        if (until < from) violations.Add("sent_until_date", "OUT_OF_RANGE", "sent_until_date is before sent_from_date.", "La fin de la période est avant son début.");
        return new()
        {
            Service = request.Service.Length == 0 ? "" : ResourceName.Parse(request.Service, "services", "service", violations).ToString(),
            Theme = request.Theme,
            States = [.. request.States.Select(state => (ReferralState)state).Distinct()],
            SentFrom = from is { } first ? FrenchDay.StartOf(first) : null,
            SentBefore = until is { } last && last < DateOnly.MaxValue ? FrenchDay.StartOf(last.AddDays(1)) : null,
            Partner = request.Partner.Length == 0 ? "" : ResourceName.Parse(request.Partner, "institutions", "partner", violations).Id ?? "",
        };
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FamilyShape();
}
