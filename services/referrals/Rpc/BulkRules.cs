using System.Text;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

/// <summary>What is done to each of many referrals.</summary>
/// <param name="Action">What.</param>
/// <param name="Facts">Adds what the action needs to know.</param>
internal sealed record BulkMove(ReferralAction Action, Func<MoveReferral, MoveReferral> Facts);

/// <summary>What a change of many referrals must look like; whether each of them can be changed is for the decider to say.</summary>
internal static class BulkRules
{
    /// <summary>What is asked for.</summary>
    public static BulkMove Read(Contract.MoveReferralsRequest request, Violations violations)
    {
        var action = (ReferralAction)request.Action;
        if (!BulkActions.All.Contains(action)) violations.Add("action", "UNKNOWN_VALUE", "The action is not done to several referrals at once.", "Cette action se fait orientation par orientation.");
        CheckLines(request, violations);
        List<string> reasons = [.. request.Reasons.Select(reason => reason.Normalize(NormalizationForm.FormC)).Distinct(StringComparer.Ordinal)];
        if (action == ReferralAction.Decline) CheckReasons(reasons, violations);
        var until = violations.Day("until_date", request.UntilDate);
        if (action == ReferralAction.Waitlist && request.UntilDate is null) violations.Add("until_date", "REQUIRED", "until_date is required.", "Indiquez jusqu'à quel jour.");
        if (action == ReferralAction.Complete) CheckOutcome(request.Outcome, violations);
        return new(action, move => move with { Reasons = reasons, Until = until, Outcome = action == ReferralAction.Complete ? (Outcome)request.Outcome : null });
    }

    private static void CheckLines(Contract.MoveReferralsRequest request, Violations violations)
    {
        if (request.Referrals.Count == 0) violations.Add("referrals", "REQUIRED", "At least one referral is required.", "Choisissez au moins une orientation.");
        if (request.Referrals.Count > BulkActions.Most)
            violations.Add("referrals", "TOO_MANY", $"More than {BulkActions.Most} referrals.", $"Choisissez {BulkActions.Most} orientations au plus.");
        if (request.Referrals.DistinctBy(line => line.Name, StringComparer.Ordinal).Count() < request.Referrals.Count)
            violations.Add("referrals", "DUPLICATE", "A referral is there twice.", "Une orientation est choisie deux fois.");
        foreach (var line in request.Referrals.Where(line => !ResourceName.TryParse(line.Name, "referrals", out _)).Take(1))
            ResourceName.Parse(line.Name, "referrals", "referrals.name", violations);
    }

    private static void CheckReasons(List<string> reasons, Violations violations)
    {
        if (reasons.Count == 0) violations.Add("reasons", "REQUIRED", "At least one reason is required.", "Choisissez au moins un motif.");
        if (!reasons.TrueForAll(DeclineReasons.IsKnown)) violations.Add("reasons", "UNKNOWN_VALUE", "A reason is not in the list.", "Un motif n'est pas dans la liste.");
        if (reasons.Contains(DeclineReasons.Other, StringComparer.Ordinal))
            violations.Add("reasons", "NEEDS_MESSAGE", "The reason `autre` needs a message.", "Le motif « autre » demande une explication : refusez cette orientation depuis sa fiche.");
    }

    private static void CheckOutcome(Contract.Referral.Types.Outcome outcome, Violations violations)
    {
        if (outcome == Contract.Referral.Types.Outcome.Unspecified || !Enum.IsDefined(outcome))
            violations.Add("outcome", "REQUIRED", "The outcome is required.", "Choisissez l'issue des orientations.");
        else if (outcome == Contract.Referral.Types.Outcome.Other)
            violations.Add("outcome", "NEEDS_MESSAGE", "OUTCOME_OTHER needs a message.", "L'issue « autre » demande une explication : clôturez cette orientation depuis sa fiche.");
    }
}
