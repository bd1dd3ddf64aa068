using Grpc.Core;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override Task<Contract.Referral> CompleteReferral(Contract.CompleteReferralRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        if (request.Outcome == Contract.Referral.Types.Outcome.Unspecified || !Enum.IsDefined(request.Outcome)) violations.Add("outcome", "REQUIRED", "The outcome is required.", "Choisissez l'issue de l'orientation.");
        if (!Enum.IsDefined(request.Autonomy)) violations.Add("autonomy", "UNKNOWN_VALUE", "The value is not in the list.", "Cette valeur n'est pas dans la liste.");
        var said = violations.FreeText("message", request.Message, MessageLength);
        if (said.Length == 0 && request.Outcome == Contract.Referral.Types.Outcome.Other)
            violations.Add("message", "REQUIRED", "OUTCOME_OTHER needs a message.", "L'issue « autre » demande une explication.");
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), said, violations, ReferralAction.Complete, move => move with
        {
            Outcome = (Outcome)request.Outcome,
            Autonomy = request.Autonomy == Contract.Referral.Types.Autonomy.Unspecified ? null : (Autonomy)request.Autonomy,
        });
    }
}
