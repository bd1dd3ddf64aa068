using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    // What was written is read like a submission that has just arrived: a draft is no way around a rule.
    public override async Task<Contract.Referral> SubmitDraft(Contract.SubmitDraftRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Collection, "name", violations).ToString();
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var caller = Caller.Of(context);
        var today = FrenchDay.Of(clock.GetUtcNow());
        var terms = await sending.AskForDraftAsync(name, caller, today, context.CancellationToken);
        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var (current, side) = await FindAsync(unit, caller, (name, ""), cancellation);
            // Whoever sends it twice, from two pages, has sent it: the second page is old by then.
            if (current.State == ReferralState.Draft) Etag.Check(request.Etag, name, current.SharedVersion);
            var move = new MoveReferral(side, ReferralAction.Submit, unit.Command.Now);
            if (current.State == ReferralState.Draft) move = move with { Sending = await SendingAsync(unit, name, await SendingRules.CountAsync(unit, terms, today, cancellation), cancellation) };
            return await unit.AppendAsync(name, current.Version, ReferralDecider.Move(current, move).EventsOrThrow(), cancellation);
        }, context.CancellationToken);
        return await AnswerAsync(result, caller, context.CancellationToken);
    }

    // What is sent replaces what was written in the same transaction; a refusal leaves the draft as it was.
    private static async Task<Sending> SendingAsync(LogUnit<ReferralsDb> unit, string name, SendingTerms terms, CancellationToken cancellation)
    {
        var violations = new Violations();
        var written = await ReferralStore.FileAsync(unit.Db, name, cancellation);
        var (_, submission, consent) = SubmissionRules.Read(written, FrenchDay.Of(unit.Command.Now), violations);
        violations.ThrowIfAny();
        await PersonalData.SealAsync(unit.Db, name, PersonalFile.Submission, submission, cancellation);
        return new(terms.Target, written.Theme, consent, terms);
    }
}
