using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Hosting.Messaging;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    public override async Task WatchReferrals(
        Contract.WatchReferralsRequest request, IServerStreamWriter<Contract.WatchReferralsResponse> responseStream, ServerCallContext context)
    {
        var after = await Cursors.ReadAsync(request.Cursor, reader, context.CancellationToken);
        await foreach (var (position, recorded) in reader.FollowAsync(after, Caller.Of(context).Institution, context.CancellationToken))
            await responseStream.WriteAsync(new() { Cursor = Cursors.Write(position), Change = recorded is null ? null : reader.ToChange(recorded) }, context.CancellationToken);
    }
}
