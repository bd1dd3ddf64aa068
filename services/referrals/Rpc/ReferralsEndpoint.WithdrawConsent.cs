using Grpc.Core;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    // It takes no message: whoever asks to be forgotten is not written about once more.
    public override Task<Contract.Referral> WithdrawConsent(Contract.WithdrawConsentRequest request, ServerCallContext context) =>
        MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), said: "", new Violations(), ReferralAction.WithdrawConsent);
}
