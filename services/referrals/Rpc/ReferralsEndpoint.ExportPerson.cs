using Google.Protobuf;
using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Kernel;
using Reseau.Referrals.Privacy;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    private const int PieceSize = 1 << 16;

    public override async Task ExportPerson(Contract.ExportPersonRequest request, IServerStreamWriter<Contract.ExportPersonResponse> responseStream, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Collection, "name", violations).ToString();
        violations.ThrowIfAny();

        var (caller, cancellation) = (Caller.Of(context), context.CancellationToken);
        var asked = await AnswerAsync(new(name, long.MaxValue), caller, cancellation);
        var referrals = await PersonExport.CollectAsync(store, databases, asked, caller.Institution, clock.GetUtcNow(), cancellation);
        foreach (var piece in PersonExport.Write(caller.Institution, clock.GetUtcNow(), referrals).Chunk(PieceSize))
            await responseStream.WriteAsync(new() { Content = UnsafeByteOperations.UnsafeWrap(piece) }, cancellation);
    }
}
