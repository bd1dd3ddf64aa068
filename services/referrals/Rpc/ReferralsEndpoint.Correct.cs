using System.Text;
using Grpc.Core;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override Task<Contract.Referral> CorrectRecord(Contract.CorrectRecordRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        if (!Enum.IsDefined(request.Outcome)) violations.Add("outcome", "UNKNOWN_VALUE", "The value is not in the list.", "Cette valeur n'est pas dans la liste.");
        if (!Enum.IsDefined(request.Autonomy)) violations.Add("autonomy", "UNKNOWN_VALUE", "The value is not in the list.", "Cette valeur n'est pas dans la liste.");
        List<string> reasons = [.. request.Reasons.Select(reason => reason.Normalize(NormalizationForm.FormC)).Distinct(StringComparer.Ordinal)];
        if (!reasons.TrueForAll(DeclineReasons.IsKnown)) violations.Add("reasons", "UNKNOWN_VALUE", "A reason is not in the list.", "Un des motifs n'est pas dans la liste.");
        var said = RequiredMessage(violations, request.Message, "Dites ce qui était inexact.");
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), said, violations, ReferralAction.Correct, move => move with
        {
            Outcome = request.Outcome == Contract.Referral.Types.Outcome.Unspecified ? null : (Outcome)request.Outcome,
            Autonomy = request.Autonomy == Contract.Referral.Types.Autonomy.Unspecified ? null : (Autonomy)request.Autonomy,
            Reasons = reasons,
        });
    }
}
