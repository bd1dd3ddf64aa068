using Grpc.Core;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override Task<Contract.Referral> WaitlistReferral(Contract.WaitlistReferralRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var until = RequiredUntil(violations, request.UntilDate);
        var said = violations.FreeText("message", request.Message, MessageLength);
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), said, violations, ReferralAction.Waitlist,
            move => move with { Until = until });
    }
}
