using Grpc.Core;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override Task<Contract.Referral> RequestInformation(Contract.RequestInformationRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var said = violations.FreeText("message", request.Message, MessageLength);
        if (said.Length == 0) violations.Add("message", "REQUIRED", "message is required.", "Dites ce qui vous manque pour répondre.");
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), said, violations, ReferralAction.RequestInformation);
    }
}
