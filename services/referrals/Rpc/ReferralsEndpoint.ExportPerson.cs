using Google.Protobuf;
using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Referrals.Privacy;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override async Task ExportPerson(Contract.ExportPersonRequest request, IServerStreamWriter<Contract.ExportPersonResponse> responseStream, ServerCallContext context)
    {
        var (file, _) = await PersonAsync(request.Name, context);
        foreach (var piece in file.Chunk(PipedFile.PieceSize))
            await responseStream.WriteAsync(new() { Content = UnsafeByteOperations.UnsafeWrap(piece) }, context.CancellationToken);
    }

    public override async Task ExportPersonFile(Contract.ExportPersonFileRequest request, IServerStreamWriter<Contract.ExportPersonFileResponse> responseStream, ServerCallContext context)
    {
        var (file, referrals) = await PersonAsync(request.Name, context);
        await PipedFile.SendAsync(
            (output, cancellation) => PersonArchive.WriteAsync(output.AsStream(leaveOpen: true), file, referrals, attachments, cancellation),
            piece => responseStream.WriteAsync(new() { Content = piece }, context.CancellationToken), context.CancellationToken);
    }

    private async Task<(byte[] File, List<Contract.Referral> Referrals)> PersonAsync(string asked, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(asked, Collection, "name", violations).ToString();
        violations.ThrowIfAny();

        var (caller, now, cancellation) = (Caller.Of(context), clock.GetUtcNow(), context.CancellationToken);
        var referral = await AnswerAsync(new(name, long.MaxValue), caller, cancellation);
        var referrals = await PersonExport.CollectAsync(store, databases, referral, caller.Institution, now, cancellation);
        return (PersonExport.Write(caller.Institution, now, referrals), referrals);
    }
}
