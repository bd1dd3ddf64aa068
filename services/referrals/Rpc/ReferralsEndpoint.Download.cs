using Google.Protobuf;
using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override async Task DownloadAttachment(
        Contract.DownloadAttachmentRequest request, IServerStreamWriter<Contract.DownloadAttachmentResponse> responseStream, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        var violations = new Violations();
        var name = AttachmentName.Parse(request.Name, violations);
        violations.ThrowIfAny();

        var stored = await store.FindAsync(name.Referral, long.MaxValue, cancellation) ?? throw Caller.NotAllowed();
        var side = stored.Referral.SideOf(Caller.Of(context).Institution) ?? throw Caller.NotAllowed();
        var recorded = stored.History.FirstOrDefault(happened => happened.Body is ReferralAttachmentAdded added
            && added.Attachment == name.Id && ReferralRemark.IsVisibleTo(side, added)) ?? throw Caller.NotAllowed();
        var content = await attachments.OpenAsync(name.Referral, name.Id, cancellation) ?? throw Caller.NotAllowed();

        await responseStream.WriteAsync(new() { Attachment = ReferralMapper.ToAttachment(recorded, stored.Personal) }, cancellation);
        await foreach (var piece in content) await responseStream.WriteAsync(new() { Content = UnsafeByteOperations.UnsafeWrap(piece) }, cancellation);
    }
}
