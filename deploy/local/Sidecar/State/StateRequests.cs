using System.Globalization;
using Dapr.Client.Autogen.Grpc.v1;
using Grpc.Core;

namespace Reseau.Sidecar.State;

/// <summary>Turns what an application asks of one store into changes: keys with their prefix, expiries as instants.</summary>
internal sealed class StateRequests(StateStoreOptions store, string appId, TimeProvider clock)
{
    private const string Separator = "||";

    public string StoredKey(string key)
    {
        // The separator splits the prefix off again; a key with it would read as another application's.
        if (key.Contains(Separator, StringComparison.Ordinal))
            throw Refused(StatusCode.InvalidArgument, $"input key/keyPrefix '{key}' can't contain '{Separator}'");

        return store.KeyPrefix switch
        {
            StateKeyPrefix.AppId => appId + Separator + key,
            StateKeyPrefix.Name => store.Name + Separator + key,
            _ => key,
        };
    }

    public StateChange Upsert(StateItem item)
    {
        if (item.Key.Length == 0) throw Refused(StatusCode.InvalidArgument, "key can't be empty");
        return Change(item) with { Value = item.Value.ToByteArray(), ExpiresAt = Expiry(item) };
    }

    public StateChange Delete(StateItem item) => Change(item) with { IsDelete = true };

    public StateChange Step(TransactionalStateOperation operation) => operation.OperationType switch
    {
        "upsert" => Upsert(operation.Request ?? new()),
        "delete" => Delete(operation.Request ?? new()),
        var other => throw Refused(StatusCode.Unimplemented, $"operation type {other} not supported"),
    };

    private StateChange Change(StateItem item) => new(store.Name, StoredKey(item.Key))
    {
        Etag = item.Etag?.Value ?? "",
        FirstWrite = item.Options?.Concurrency == StateOptions.Types.StateConcurrency.ConcurrencyFirstWrite,
    };

    private long? Expiry(StateItem item)
    {
        if (!item.Metadata.TryGetValue("ttlInSeconds", out var text)) return null;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) || seconds < -1)
            throw Refused(StatusCode.Internal, $"failed saving state in state store {store.Name}: incorrect value for metadata 'ttlInSeconds'");

        return seconds > 0 ? clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeMilliseconds() : null;
    }

    private static RpcException Refused(StatusCode code, string detail) => new(new Status(code, detail));
}
