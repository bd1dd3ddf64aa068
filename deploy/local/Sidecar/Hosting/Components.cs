using Grpc.Core;

namespace Reseau.Sidecar.Hosting;

/// <summary>The components of this sidecar by name, and what a call to another one is told.</summary>
internal sealed class Components(SidecarOptions options)
{
    public StateStoreOptions StateStore(string name) => options.StateStores.Count == 0
        ? throw Refused(StatusCode.FailedPrecondition, "state store is not configured")
        : options.StateStores.FirstOrDefault(store => store.Name == name)
            ?? throw Refused(StatusCode.InvalidArgument, $"state store {name} is not found");

    public void RequirePubSub(string name)
    {
        if (options.PubSubs.Count == 0) throw Refused(StatusCode.FailedPrecondition, "pubsub is not configured");
        if (name.Length == 0) throw Refused(StatusCode.InvalidArgument, "pubsub name is empty");
        if (!HasPubSub(name)) throw Refused(StatusCode.InvalidArgument, $"pubsub {name} is not found");
    }

    public bool HasPubSub(string name) => options.PubSubs.Contains(name);

    public void RequireLockStore(string name)
    {
        if (options.LockStores.Count == 0) throw Refused(StatusCode.FailedPrecondition, "lock store is not configured");
        if (!options.LockStores.Contains(name)) throw Refused(StatusCode.InvalidArgument, $"lock store {name} not found");
    }

    private static RpcException Refused(StatusCode code, string detail) => new(new Status(code, detail));
}
