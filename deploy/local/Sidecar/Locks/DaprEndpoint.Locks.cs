using Dapr.Client.Autogen.Grpc.v1;
using Grpc.Core;
using Reseau.Sidecar.Locks;

namespace Reseau.Sidecar;

internal sealed partial class DaprEndpoint
{
    public override Task<TryLockResponse> TryLockAlpha1(TryLockRequest request, ServerCallContext context)
    {
        var key = LockKeyOf(request.StoreName, request.ResourceId, request.LockOwner, context);
        if (request.ExpiryInSeconds <= 0)
            throw Refused(StatusCode.InvalidArgument, $"ExpiryInSeconds is not positive in lock store {request.StoreName}");

        var taken = locks.TryTake(key, request.LockOwner, TimeSpan.FromSeconds(request.ExpiryInSeconds));
        return Task.FromResult(new TryLockResponse { Success = taken });
    }

    public override Task<UnlockResponse> UnlockAlpha1(UnlockRequest request, ServerCallContext context)
    {
        var key = LockKeyOf(request.StoreName, request.ResourceId, request.LockOwner, context);
        var status = locks.TryRelease(key, request.LockOwner) switch
        {
            Release.Released => UnlockResponse.Types.Status.Success,
            Release.NotHeld => UnlockResponse.Types.Status.LockDoesNotExist,
            _ => UnlockResponse.Types.Status.LockBelongsToOthers,
        };
        return Task.FromResult(new UnlockResponse { Status = status });
    }

    private LockKey LockKeyOf(string store, string resource, string owner, ServerCallContext context)
    {
        components.RequireLockStore(store);
        if (resource.Length == 0) throw Refused(StatusCode.InvalidArgument, $"ResourceId is empty in lock store {store}");
        if (owner.Length == 0) throw Refused(StatusCode.InvalidArgument, $"LockOwner is empty in lock store {store}");
        return new LockKey(store, AppOf(context).AppId, resource);
    }
}
