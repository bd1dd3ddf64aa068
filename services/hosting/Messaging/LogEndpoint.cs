using Grpc.Core;
using Reseau.Events.V1;
using Reseau.Hosting.Log;

namespace Reseau.Hosting.Messaging;

/// <summary>Lets the other services read this one's log, to fill what a broker lost.</summary>
public sealed class LogEndpoint<TDb>(LogReader<TDb> reader) : LogService.LogServiceBase where TDb : LogDb
{
    /// <inheritdoc />
    public override async Task ReadChanges(ReadChangesRequest request, IServerStreamWriter<Change> responseStream, ServerCallContext context)
    {
        var after = request.AfterPosition;
        while (await reader.ReadAfterAsync(after, audience: null, context.CancellationToken) is { Count: > 0 } page)
        {
            foreach (var recorded in page) await responseStream.WriteAsync(reader.ToChange(recorded), context.CancellationToken);
            after = page[^1].Position;
        }
    }
}
