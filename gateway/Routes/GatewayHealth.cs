using Grpc.Core;
using Grpc.Health.V1;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Reseau.Gateway.Routes;

/// <summary>
/// grpc.health.v1 as seen from outside: the gateway itself (empty name), and each routed service as the probes last saw it.
/// </summary>
internal sealed class GatewayHealth(IProxyStateLookup proxy, IHostApplicationLifetime lifetime) : Health.HealthBase
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) =>
        Status(request.Service) is { } status
            ? Task.FromResult(new HealthCheckResponse { Status = status })
            : throw new RpcException(new(StatusCode.NotFound, "Unknown service."));

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        using var timer = new PeriodicTimer(Pause);
        ServingStatus? told = null;
        try
        {
            do
            {
                var now = Status(request.Service) ?? ServingStatus.ServiceUnknown;
                if (now == told) continue;
                await responseStream.WriteAsync(new() { Status = now }, ending.Token);
                told = now;
            }
            while (await timer.WaitForNextTickAsync(ending.Token));
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The watcher left, or the gateway stops.
        }
    }

    private ServingStatus? Status(string service)
    {
        if (service.Length == 0) return ServingStatus.Serving;
        if (!proxy.TryGetRoute(service, out var route) || route.Cluster is not { } cluster) return null;
        return cluster.Destinations.Values.Any(destination => destination.Health.Active != DestinationHealth.Unhealthy)
            ? ServingStatus.Serving
            : ServingStatus.NotServing;
    }
}
