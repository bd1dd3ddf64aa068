using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Attachments;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    // One transaction: a crash leaves both referrals or none, and a person is never with two services, or with no one.
    //  1. copy the documents that go along, before the transaction, which everybody who writes waits for: they belong to nothing yet;
    //  2. decide, with the service as the directory knows it and the file as it is kept;
    //  3. end this one;
    //  4. copy the file under the key of the next one, so that erasing one never erases, or keeps, the other;
    //  5. submit the next one, with the documents.
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
        var now = clock.GetUtcNow();
        var today = FrenchDay.Of(now);
        var signed = await sending.AskOnwardAsync(name, service, caller, today, context.CancellationToken);
        // Which party asks, its history says.
        var asked = new MoveReferral(Side.Recipient, ReferralAction.Redirect, now) { Reasons = reasons, Onward = new(NewName(now), signed.Target, signed) };
        await using var copies = await CopyAsync(name, caller, asked, context.CancellationToken);
        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var history = await unit.ReadAsync(name, cancellation);
            var (current, side) = Party(name, history, caller);
            Etag.Check(request.Etag, name, current.SharedVersion);

            var onward = asked.Onward with { Terms = await SendingRules.CountAsync(unit, signed, today, cancellation) };
            var events = ReferralDecider.Move(current, asked with { Who = side, Now = unit.Command.Now, Onward = onward, SentIt = WasSentBy(caller, history) }).EventsOrThrow();
            var ended = await unit.AppendAsync(name, current.Version, events, cancellation);
            foreach (var next in events.Select(Redirecting.NextOf).OfType<Destination>())
            {
                var begun = await ContinueAsync(unit, current, Redirecting.Continue(current, next, onward, today), (next.Referral, copies), cancellation);
                if (said.Length > 0) await SayAsync(unit.Db, said, [ended, begun], cancellation);
            }
            return ended;
        }, context.CancellationToken);
        return await AnswerAsync(result, caller, context.CancellationToken);
    }

    // What would be refused, or has been done, copies nothing; the command says so, or answers what it came to.
    private async Task<AttachmentCopies> CopyAsync(string name, Caller caller, MoveReferral asked, CancellationToken cancellation)
    {
        var history = await reader.ReadStreamAsync(name, long.MaxValue, cancellation);
        var (current, side) = Party(name, history, caller);
        var events = ReferralDecider.Move(current, asked with { Who = side, SentIt = WasSentBy(caller, history) }).Events;
        var documents = events.Select(Redirecting.NextOf).OfType<Destination>()
            .SelectMany(next => Redirecting.Documents(current, Redirecting.Continue(current, next, asked.Onward!, FrenchDay.Of(asked.Now))));
        return await attachments.CopyAsync(name, [.. documents.Select(document => document.What.Attachment)], asked.Onward!.Referral, cancellation);
    }

    // The next one, with the file and the documents as the sender wrote and joined them. One that was joined while the others were copied is not
    // left behind in silence: the caller has not seen it either.
    private static async Task<StreamVersion> ContinueAsync(
        LogUnit<ReferralsDb> unit, Referral ended, ReferralSubmitted submitted, (string Name, AttachmentCopies Copies) next, CancellationToken cancellation)
    {
        var documents = Redirecting.Documents(ended, submitted);
        if (!next.Copies.AreOf(documents.Select(document => document.What.Attachment))) throw Etag.Stale(ended.Name, ended.SharedVersion);
        await next.Copies.KeepAsync(unit.Db, cancellation);
        var file = await ReferralStore.PersonalAsync(unit.Db, ended.Name, cancellation);
        await PersonalData.SealAsync(unit.Db, next.Name, PersonalFile.Submission, file.Sent, cancellation);
        var begun = await unit.AppendAsync(next.Name, 0, [submitted], cancellation);
        var joined = await unit.AppendAsync(next.Name, begun.Version, [.. documents.Select(document => Redirecting.Bring(ended, submitted, document))], cancellation);
        foreach (var (document, recorded) in documents.Zip(joined.Appended))
            await PersonalData.SealAsync(unit.Db, next.Name, PersonalFile.Said(recorded.Version), file.SaidAt(document.Version)!, cancellation);
        return begun;
    }

    // Both the one who follows and the one who is asked next read why.
    private static async Task SayAsync(ReferralsDb db, string said, StreamVersion[] at, CancellationToken cancellation)
    {
        foreach (var (stream, version) in at.Select(point => (point.Stream, point.Version)))
            await PersonalData.SealAsync(db, stream, PersonalFile.Said(version), new Contract.TimelineEntry { Message = said }, cancellation);
    }
}
