using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Subscriptions;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    // The event says that it was written; what was written takes the place of what was there before.
    public override async Task<Contract.Referral> SaveDraft(Contract.SaveDraftRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = request.Name.Length == 0 ? null : ResourceName.Parse(request.Name, Collection, "name", violations).ToString();
        var written = DraftRules.Read(request.Referral ?? new(), violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var caller = Caller.Of(context);
        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var service = written.Service.Length == 0 ? null : await KnownServices.FindAsync(unit.Db, written.Service, cancellation);
            var draft = new DraftContent(written.Service, service, written.Theme);
            if (name is null)
            {
                var begun = NewName(unit.Command.Now);
                var first = Drafting.Write(caller.Institution, draft).EventsOrThrow();
                await PersonalData.SealAsync(unit.Db, begun, PersonalFile.Submission, written, cancellation);
                return await unit.AppendAsync(begun, 0, first, cancellation);
            }

            var (current, side) = await FindAsync(unit, caller, (name, request.Etag), cancellation);
            var events = ReferralDecider.Move(current, new(side, ReferralAction.Save, unit.Command.Now) { Written = draft }).EventsOrThrow();
            await PersonalData.SealAsync(unit.Db, name, PersonalFile.Submission, written, cancellation);
            return await unit.AppendAsync(name, current.Version, events, cancellation);
        }, context.CancellationToken);
        return await AnswerAsync(result, caller, context.CancellationToken);
    }
}
