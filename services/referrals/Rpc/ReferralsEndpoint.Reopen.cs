using Grpc.Core;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override Task<Contract.Referral> ReopenReferral(Contract.ReopenReferralRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var said = violations.FreeText("message", request.Message, MessageLength);
        if (said.Length == 0) violations.Add("message", "REQUIRED", "message is required.", "Dites pourquoi l'orientation reprend.");
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), said, violations, ReferralAction.Reopen);
    }
}
