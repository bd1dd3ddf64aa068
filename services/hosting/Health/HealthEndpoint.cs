using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Reseau.Hosting.Health;

/// <summary>grpc.health.v1 over the same checks as <c>GET /healthz</c>.</summary>
public sealed class HealthEndpoint(HealthCheckService checks, ServedServices served, TimeProvider clock) : Grpc.Health.V1.Health.HealthBase
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        var status = await StatusAsync(request.Service, context.CancellationToken);
        return status == ServingStatus.ServiceUnknown
            ? throw new RpcException(new(StatusCode.NotFound, "Unknown service."))
            : new() { Status = status };
    }

    /// <inheritdoc />
    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        ServingStatus? last = null;
        while (!context.CancellationToken.IsCancellationRequested)
        {
            var status = await StatusAsync(request.Service, context.CancellationToken);
            if (status != last) await responseStream.WriteAsync(new() { Status = status }, context.CancellationToken);
            last = status;
            await Task.Delay(Between, clock, context.CancellationToken);
        }
    }

    private async Task<ServingStatus> StatusAsync(string service, CancellationToken cancellation)
    {
        if (service.Length > 0 && !served.Services.Any(s => s.FullName == service)) return ServingStatus.ServiceUnknown;
        var report = await checks.CheckHealthAsync(cancellation);
        return report.Status == HealthStatus.Healthy ? ServingStatus.Serving : ServingStatus.NotServing;
    }
}
