using Grpc.Core;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Privacy;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    // It takes no message: whoever asks to be forgotten is not written about once more.
    public override Task<Contract.Referral> WithdrawConsent(Contract.WithdrawConsentRequest request, ServerCallContext context) =>
        MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), said: "", new Violations(), ReferralAction.WithdrawConsent);

    // The person's word reaches every copy of their file: those of the referrals that this one continues, and of those that go on in its place.
    private static async Task ForgetAsync(LogUnit<ReferralsDb> unit, Referral current, CancellationToken cancellation)
    {
        await Forgetting.EraseAsync(unit.Db, current.Name, cancellation);
        foreach (var before in current.Chain) await WithdrawTooAsync(unit, before.Referral, cancellation);
        for (var next = current.RedirectedTo; next is not null;) next = (await WithdrawTooAsync(unit, next.Referral, cancellation)).RedirectedTo;
    }

    private static async Task<Referral> WithdrawTooAsync(LogUnit<ReferralsDb> unit, string name, CancellationToken cancellation)
    {
        var other = ReferralStore.Fold(name, await unit.ReadAsync(name, cancellation))!;
        // All of a chain have the same sender.
        var events = ReferralDecider.Move(other, new(Side.Sender, ReferralAction.WithdrawConsent, unit.Command.Now)).EventsOrThrow();
        if (events.Count == 0) return other;
        await Forgetting.EraseAsync(unit.Db, name, cancellation);
        await unit.AppendAsync(name, other.Version, events, cancellation);
        return other;
    }
}
