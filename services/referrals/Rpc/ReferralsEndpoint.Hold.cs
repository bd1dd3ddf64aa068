using Grpc.Core;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override Task<Contract.Referral> HoldReferral(Contract.HoldReferralRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var until = violations.Day("until_date", request.UntilDate);
        if (request.UntilDate is null) violations.Add("until_date", "REQUIRED", "until_date is required.", "Indiquez jusqu'à quel jour.");
        var said = violations.FreeText("message", request.Message, MessageLength);
        if (said.Length == 0) violations.Add("message", "REQUIRED", "message is required.", "Dites pourquoi l'accompagnement est suspendu.");
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), said, violations, ReferralAction.Hold,
            move => move with { Until = until });
    }
}
