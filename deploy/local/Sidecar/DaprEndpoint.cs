using Grpc.Core;
using Reseau.Sidecar.Hosting;
using Reseau.Sidecar.Locks;
using Reseau.Sidecar.PubSub;
using Reseau.Sidecar.State;

namespace Reseau.Sidecar;

/// <summary>
/// The Dapr API, as applications call it; each building block's methods are next to what they use. A method that is not here
/// answers UNIMPLEMENTED: service invocation, secrets, actors and streaming subscriptions are not for the local edition.
/// </summary>
internal sealed partial class DaprEndpoint(
    SidecarOptions options,
    Components components,
    StateStore states,
    MessageQueue queue,
    LockTable locks,
    TimeProvider clock) : Dapr.Client.Autogen.Grpc.v1.Dapr.DaprBase
{
    private static SidecarApp AppOf(ServerCallContext context) => SidecarApps.Of(context.GetHttpContext());

    private static RpcException Refused(StatusCode code, string detail) => new(new Status(code, detail));
}
