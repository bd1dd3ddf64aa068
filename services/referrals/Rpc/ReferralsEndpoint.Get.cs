using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Kernel;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override async Task<Contract.Referral> GetReferral(Contract.GetReferralRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Collection, "name", violations).ToString();
        violations.ThrowIfAny();
        return await AnswerAsync(new(name, long.MaxValue), Caller.Of(context), context.CancellationToken);
    }
}
