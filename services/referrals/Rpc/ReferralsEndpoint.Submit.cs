using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override async Task<Contract.Referral> SubmitReferral(Contract.SubmitReferralRequest request, ServerCallContext context)
    {
        var now = clock.GetUtcNow();
        var today = FrenchDay.Of(now);
        var violations = new Violations();
        var (service, submission, consent) = SubmissionRules.Read(request.Referral ?? new(), today, violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var caller = Caller.Of(context);
        var signed = await sending.AskAsync(caller.Institution, service, caller, today, context.CancellationToken);
        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var name = NewName(now);
            var counted = await SendingRules.CountAsync(unit, signed, today, cancellation);
            var events = ReferralDecider.Submit(signed.Target, caller.Institution, request.Referral!.Theme, consent, today, counted).EventsOrThrow();
            await PersonalData.SealAsync(unit.Db, name, PersonalFile.Submission, submission, cancellation);
            return await unit.AppendAsync(name, 0, events, cancellation);
        }, context.CancellationToken);
        // A retry reads back what the first call led to; the first call has it all in hand.
        if (result.Appended.Count == 0) return await AnswerAsync(result, caller, context.CancellationToken);
        return Answer(ReferralStore.Submitted(result, submission), caller);
    }
}
