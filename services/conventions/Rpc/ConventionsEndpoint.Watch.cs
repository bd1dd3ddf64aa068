using Grpc.Core;
using Reseau.Conventions.Domain;
using Reseau.Hosting.Access;
using Reseau.Hosting.Messaging;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

internal sealed partial class ConventionsEndpoint
{
    public override async Task WatchConventions(
        Contract.WatchConventionsRequest request, IServerStreamWriter<Contract.WatchConventionsResponse> responseStream, ServerCallContext context)
    {
        var (caller, cancellation) = (Caller.Of(context), context.CancellationToken);
        var after = await Cursors.ReadAsync(request.Cursor, reader, cancellation);
        await foreach (var (position, recorded) in reader.FollowAsync(after, caller.LooksAfterNetwork ? null : caller.Institution, cancellation))
        {
            // Who reads all follows the whole log: drafts of others, templates and bodies are passed over.
            if (recorded is not null && (recorded.Body is not ConventionEvent happened || !Reach.Hears(caller, happened))) continue;
            await responseStream.WriteAsync(new() { Cursor = Cursors.Write(position), Change = recorded is null ? null : reader.ToChange(recorded) }, cancellation);
        }
    }
}
