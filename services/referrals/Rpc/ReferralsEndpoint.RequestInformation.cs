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
        var said = RequiredMessage(violations, request.Message, "Dites ce qui vous manque pour répondre.");
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), said, violations, ReferralAction.RequestInformation);
    }
}
