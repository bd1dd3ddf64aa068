using Grpc.Core;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override Task<Contract.Referral> MarkAttended(Contract.MarkAttendedRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), violations.FreeText("message", request.Message, MessageLength), violations, ReferralAction.Attended);
    }
}
