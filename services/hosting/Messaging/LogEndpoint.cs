using Grpc.Core;
using Reseau.Events.V1;
using Reseau.Hosting.Log;

namespace Reseau.Hosting.Messaging;

/// <summary>Lets the other services read this one's log, to fill what a broker lost.</summary>
public sealed class LogEndpoint<TDb>(LogReader<TDb> reader) : LogService.LogServiceBase where TDb : LogDb
{
    // A page leaves together: a flush for each change would cost more than reading it.
    private static readonly WriteOptions WithTheNext = new(WriteFlags.BufferHint);

    /// <inheritdoc />
    public override async Task ReadChanges(ReadChangesRequest request, IServerStreamWriter<Change> responseStream, ServerCallContext context)
    {
        var after = request.AfterPosition;
        while (await reader.ReadAfterAsync(after, audience: null, context.CancellationToken) is { Count: > 0 } page)
        {
            after = page[^1].Position;
            foreach (var recorded in page)
            {
                responseStream.WriteOptions = recorded.Position == after ? WriteOptions.Default : WithTheNext;
                await responseStream.WriteAsync(reader.ToChange(recorded), context.CancellationToken);
            }
        }
    }
}
