using System.Globalization;
using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Sidecar.State;

namespace Reseau.Sidecar;

// State. Key rules and expiries are in StateRequests; the statuses are those of the runtime.
internal sealed partial class DaprEndpoint
{
    public override Task<GetStateResponse> GetState(GetStateRequest request, ServerCallContext context)
    {
        var requests = StatesOf(request.StoreName, context);
        var found = states.Find(request.StoreName, [requests.StoredKey(request.Key)]);
        var response = new GetStateResponse();
        if (found is [var entry])
        {
            response.Data = UnsafeByteOperations.UnsafeWrap(entry.Value);
            response.Etag = entry.Etag;
            DescribeExpiry(entry, response.Metadata);
        }

        return Task.FromResult(response);
    }

    public override Task<GetBulkStateResponse> GetBulkState(GetBulkStateRequest request, ServerCallContext context)
    {
        var requests = StatesOf(request.StoreName, context);
        var asked = request.Keys.Distinct(StringComparer.Ordinal).ToDictionary(requests.StoredKey, StringComparer.Ordinal);
        var response = new GetBulkStateResponse();
        foreach (var entry in states.Find(request.StoreName, asked.Keys))
        {
            asked.Remove(entry.Key, out var key);
            var item = new BulkStateItem { Key = key, Data = UnsafeByteOperations.UnsafeWrap(entry.Value), Etag = entry.Etag };
            DescribeExpiry(entry, item.Metadata);
            response.Items.Add(item);
        }

        response.Items.AddRange(asked.Values.Select(key => new BulkStateItem { Key = key }));
        return Task.FromResult(response);
    }

    public override async Task<Empty> SaveState(SaveStateRequest request, ServerCallContext context)
    {
        var requests = StatesOf(request.StoreName, context);
        await ApplyEachAsync("saving", request.StoreName, [.. request.States.Select(requests.Upsert)]);
        return new Empty();
    }

    public override async Task<Empty> DeleteState(DeleteStateRequest request, ServerCallContext context)
    {
        var requests = StatesOf(request.StoreName, context);
        var item = new StateItem { Key = request.Key, Etag = request.Etag, Options = request.Options };
        await ApplyEachAsync("deleting", request.StoreName, [requests.Delete(item)]);
        return new Empty();
    }

    public override async Task<Empty> DeleteBulkState(DeleteBulkStateRequest request, ServerCallContext context)
    {
        var requests = StatesOf(request.StoreName, context);
        await ApplyEachAsync("deleting", request.StoreName, [.. request.States.Select(requests.Delete)]);
        return new Empty();
    }

    public override async Task<Empty> ExecuteStateTransaction(ExecuteStateTransactionRequest request, ServerCallContext context)
    {
        var requests = StatesOf(request.StoreName, context);
        var changes = request.Operations.Select(requests.Step).ToList();
        try
        {
            if (changes.Count > 0) await states.ApplyAsync(changes);
        }
        catch (StaleEtagException stale)
        {
            // Internal, not Aborted: the runtime does not translate the error inside a transaction, and clients match the text.
            throw new RpcException(new Status(StatusCode.Internal, $"error while executing state transaction: {stale.Message}"));
        }

        return new Empty();
    }

    // Several items are several writes: some may be stored when another is refused.
    private async Task ApplyEachAsync(string doing, string store, IReadOnlyList<StateChange> changes)
    {
        try
        {
            await Task.WhenAll(changes.Select(change => states.ApplyAsync([change])));
        }
        catch (StaleEtagException stale)
        {
            throw new RpcException(new Status(StatusCode.Aborted, $"failed {doing} state in state store {store}: {stale.Message}"));
        }
    }

    private StateRequests StatesOf(string store, ServerCallContext context) => new(components.StateStore(store), AppOf(context).AppId, clock);

    private static void DescribeExpiry(StateEntry entry, MapField<string, string> metadata)
    {
        if (entry.ExpiresAt is { } at)
            metadata["ttlExpireTime"] = DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }
}
