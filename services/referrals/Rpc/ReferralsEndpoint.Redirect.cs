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
    // One transaction: a crash leaves both referrals or none, and a person is never with two services, or with no one.
    //  1. decide, with the service as the directory knows it and the file as it is kept;
    //  2. end this one;
    //  3. copy the file under the key of the next one, so that erasing one never erases, or keeps, the other;
    //  4. submit the next one.
    public override async Task<Contract.Referral> RedirectReferral(Contract.RedirectReferralRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Collection, "name", violations).ToString();
        var service = ResourceName.Parse(request.Service, "services", "service", violations).ToString();
        var said = violations.FreeText("message", request.Message, MessageLength);
        var reasons = ReadReasons(violations, request.Reasons, said);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var caller = Caller.Of(context);
        var today = FrenchDay.Of(clock.GetUtcNow());
        var signed = await sending.AskOnwardAsync(name, service, caller, today, context.CancellationToken);
        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var history = await unit.ReadAsync(name, cancellation);
            var (current, side) = Party(name, history, caller);
            Etag.Check(request.Etag, name, current.SharedVersion);

            var onward = new Onward(NewName(unit.Command.Now), signed.Target, await SendingRules.CountAsync(unit, signed, today, cancellation));
            var events = ReferralDecider.Move(current, new(side, ReferralAction.Redirect, unit.Command.Now) { Reasons = reasons, Onward = onward, SentIt = WasSentBy(caller, history) }).EventsOrThrow();
            var ended = await unit.AppendAsync(name, current.Version, events, cancellation);
            foreach (var next in events.Select(Redirecting.NextOf).OfType<Destination>())
            {
                var begun = await unit.AppendAsync(next.Referral, 0, [Redirecting.Continue(current, next, onward, today)], cancellation);
                await PersonalData.SealAsync(unit.Db, next.Referral, PersonalFile.Submission, await ReferralStore.FileAsync(unit.Db, name, cancellation), cancellation);
                if (said.Length > 0) await SayAsync(unit.Db, said, [ended, begun], cancellation);
            }
            return ended;
        }, context.CancellationToken);
        return await AnswerAsync(result, caller, context.CancellationToken);
    }

    // Both the one who follows and the one who is asked next read why.
    private static async Task SayAsync(ReferralsDb db, string said, StreamVersion[] at, CancellationToken cancellation)
    {
        foreach (var (stream, version) in at.Select(point => (point.Stream, point.Version)))
            await PersonalData.SealAsync(db, stream, PersonalFile.Said(version), new Contract.TimelineEntry { Message = said }, cancellation);
    }
}
