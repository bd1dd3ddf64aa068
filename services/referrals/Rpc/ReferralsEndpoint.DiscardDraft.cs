using Grpc.Core;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override Task<Contract.Referral> DiscardDraft(Contract.DiscardDraftRequest request, ServerCallContext context) =>
        MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), said: "", new Violations(), ReferralAction.Discard);
}
