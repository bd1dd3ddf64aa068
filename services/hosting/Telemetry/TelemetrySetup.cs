using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Reseau.Hosting.Log;

namespace Reseau.Hosting.Telemetry;

/// <summary>Traces, metrics and logs over OTLP, when OTEL_EXPORTER_OTLP_ENDPOINT is set; nothing leaves the process otherwise.</summary>
public static class TelemetrySetup
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Grpc.Net.Client", "Yarp.ReverseProxy", "Npgsql"];

    private static readonly string[] Meters =
    [
        RpcMetrics.MeterName, LogMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting",
        "System.Net.Http", "System.Runtime", "Microsoft.EntityFrameworkCore", "Npgsql",
    ];

    /// <summary>Adds telemetry under a service name.</summary>
    public static IServiceCollection AddReseauTelemetry(this IServiceCollection services, IConfiguration configuration, string service)
    {
        if (string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return services;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService($"reseau-{service}"))
            .WithTracing(tracing => tracing.AddSource(Sources).AddProcessor(new SpanNames()))
            .WithMetrics(metrics => metrics.AddMeter(Meters))
            .WithLogging()
            .UseOtlpExporter();
        return services;
    }
}
