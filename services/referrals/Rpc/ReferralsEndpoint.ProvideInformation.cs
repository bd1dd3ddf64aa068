using Grpc.Core;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override Task<Contract.Referral> ProvideInformation(Contract.ProvideInformationRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var said = RequiredMessage(violations, request.Message, "Répondez à la question posée.");
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), said, violations, ReferralAction.ProvideInformation);
    }
}
