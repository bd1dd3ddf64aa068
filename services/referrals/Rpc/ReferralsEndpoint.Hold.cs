using Grpc.Core;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override Task<Contract.Referral> HoldReferral(Contract.HoldReferralRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var until = RequiredUntil(violations, request.UntilDate);
        var said = RequiredMessage(violations, request.Message, "Dites pourquoi l'accompagnement est suspendu.");
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), said, violations, ReferralAction.Hold,
            move => move with { Until = until });
    }
}
