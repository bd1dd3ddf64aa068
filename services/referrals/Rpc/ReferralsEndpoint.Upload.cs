using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Referrals.Attachments;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    // The content is set aside while it arrives, then joined by one command: 1. header; 2. content, encrypted piece by piece;
    // 3. what it is, and whether it is clean; 4. the event. What step 4 does not keep is thrown away.
    public override async Task<Contract.Referral> UploadAttachment(IAsyncStreamReader<Contract.UploadAttachmentRequest> requestStream, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        var header = await requestStream.MoveNext(cancellation) ? requestStream.Current.Header ?? new() : new();
        var violations = new Violations();
        var name = ResourceName.Parse(header.Referral, Collection, "header.referral", violations).ToString();
        Commands.RequireRequestId(header.RequestId, violations);
        var fileName = FileName.Read(header.FileName, "header.file_name", violations);
        var visibility = RequiredVisibility(violations, header.Visibility);
        var said = new Contract.TimelineEntry { Message = violations.FreeText("header.text", header.Text, MessageLength) };
        violations.ThrowIfAny();

        var caller = Caller.Of(context);
        var asked = await store.FindAsync(name, long.MaxValue, cancellation);
        if (asked?.Referral.SideOf(caller.Institution) is null) throw Caller.NotAllowed();

        await using var upload = await attachments.BeginAsync(name, fileName, cancellation);
        await foreach (var content in ContentAsync(requestStream, cancellation)) await upload.WriteAsync(content.Memory, cancellation);
        var file = await upload.FinishAsync(cancellation);
        said.Attachment = new() { FileName = file.Name };

        var result = await commands.ExecuteAsync(Commands.From(context, Fingerprint(header, file.Hash), header.RequestId, clock), async (unit, token) =>
        {
            var current = ReferralStore.Fold(name, await unit.ReadAsync(name, token)) ?? throw Caller.NotAllowed();
            var side = current.SideOf(caller.Institution) ?? throw Caller.NotAllowed();
            var events = AttachmentDecider.Attach(current, new(side, visibility, upload.Id, file.Kind, file.Size, file.Scanned, unit.Command.Now)).EventsOrThrow();
            // Erased while it was on its way.
            if (!await AttachmentStore.KeepAsync(unit.Db, name, upload.Id, token)) throw Caller.NotAllowed();
            await PersonalData.SealAsync(unit.Db, name, PersonalFile.Said(current.Version + 1), said, token);
            return await unit.AppendAsync(name, current.Version, events, token);
        }, cancellation);
        return await AnswerAsync(result, caller, cancellation);
    }

    private static async IAsyncEnumerable<ByteString> ContentAsync(
        IAsyncStreamReader<Contract.UploadAttachmentRequest> requestStream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await NextAsync(requestStream, cancellation))
        {
            if (requestStream.Current.Header is not null)
                throw new InvalidRequestException([new("header", "REPEATED", "The header comes once.", "Le document n'a pas été envoyé comme il faut : recommencez.")]);
            yield return requestStream.Current.Content;
        }
    }

    // A client that leaves in the middle is nobody's error, and there is nobody to tell.
    private static async Task<bool> NextAsync(IAsyncStreamReader<Contract.UploadAttachmentRequest> requestStream, CancellationToken cancellation)
    {
        try
        {
            return await requestStream.MoveNext(cancellation);
        }
        catch (Exception left) when (left is IOException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new RpcException(Status.DefaultCancelled);
        }
    }

    // A retry may cut the same content otherwise; it is the same request all the same.
    private static BytesValue Fingerprint(Contract.AttachmentHeader header, byte[] content) => new() { Value = ByteString.CopyFrom([.. header.ToByteArray(), .. content]) };
}
