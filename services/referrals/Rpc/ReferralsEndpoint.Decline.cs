using System.Text;
using Grpc.Core;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override Task<Contract.Referral> DeclineReferral(Contract.DeclineReferralRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var said = violations.FreeText("message", request.Message, MessageLength);
        var reasons = ReadReasons(violations, request.Reasons, said);
        if (reasons.Count == 0) violations.Add("reasons", "REQUIRED", "At least one reason is required.", "Choisissez au moins un motif.");
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), said, violations, ReferralAction.Decline,
            move => move with { Reasons = reasons });
    }

    private static List<string> ReadReasons(Violations violations, IEnumerable<string> sent, string said)
    {
        // NFC: "é" may arrive as one character or as two, and both mean the same reason.
        List<string> reasons = [.. sent.Select(reason => reason.Normalize(NormalizationForm.FormC)).Distinct(StringComparer.Ordinal)];
        if (!reasons.TrueForAll(DeclineReasons.IsKnown)) violations.Add("reasons", "UNKNOWN_VALUE", "A reason is not in the list.", "Un motif n'est pas dans la liste.");
        if (said.Length == 0 && reasons.Contains(DeclineReasons.Other, StringComparer.Ordinal))
            violations.Add("message", "REQUIRED", "The reason `autre` needs a message.", "Le motif « autre » demande une explication.");
        return reasons;
    }
}
