using OpenTelemetry;
using OpenTelemetry.Resources;

namespace Reseau.Gateway;

/// <summary>Traces, metrics and logs over OTLP, when an endpoint is configured; nothing is collected otherwise.</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint])) return;

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("reseau-gateway"))
            .WithTracing(traces => traces.AddSource("Microsoft.AspNetCore", "Yarp.ReverseProxy", "System.Net.Http"))
            .WithMetrics(metrics => metrics.AddMeter(
                "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Net.Http"))
            .WithLogging()
            .UseOtlpExporter();
    }
}
