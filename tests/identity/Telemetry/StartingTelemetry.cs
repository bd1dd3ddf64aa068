using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Reseau.Identity.Tests.Telemetry;

/// <summary>What AddOpenTelemetry promises to a host.</summary>
public sealed class StartingTelemetry
{
    [Fact]
    public void Telemetry_starts_before_what_was_registered_before_it()
    {
        var services = new ServiceCollection().AddHostedService<Early>();
        services.AddOpenTelemetry();
        services.AddOpenTelemetry().WithTracing();

        Assert.Equal(typeof(IHostedService), services[0].ServiceType);
        Assert.NotEqual(typeof(Early), services[0].ImplementationType);
        Assert.Single(services, service => service.ImplementationType == services[0].ImplementationType);
    }

    [Fact]
    public async Task Providers_are_built_at_start_so_that_hosted_services_are_already_seen()
    {
        List<Activity> seen = [];
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddHostedService<Early>();
        var returned = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("reseau-tests"))
            .WithTracing(tracing => tracing.AddSource(Early.Source.Name).AddProcessor(new Ended(seen)))
            .WithMetrics(metrics => metrics.AddMeter(Early.Meter.Name).AddReader(new PeriodicExportingMetricReader(new Nowhere())));

        Assert.IsType<OpenTelemetryBuilder>(returned);
        Assert.Same(builder.Services, returned.Services);
        using var host = builder.Build();
        Assert.False(Early.Counter.Enabled);

        await host.StartAsync();

        Assert.Equal("early", Assert.Single(seen).OperationName);
        Assert.True(Early.Counter.Enabled);
        Assert.Contains(host.Services.GetRequiredService<TracerProvider>().GetResource().Attributes,
            attribute => attribute is { Key: "service.name", Value: "reseau-tests" });
        await host.StopAsync();
    }

    [Fact]
    public async Task What_is_logged_reaches_the_processors()
    {
        List<string> seen = [];
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddOpenTelemetry().WithLogging(
            logging => logging.AddProcessor(new Logged(seen)), options => options.IncludeFormattedMessage = true);
        using var host = builder.Build();
        await host.StartAsync();

        LogHello(host.Services.GetRequiredService<ILogger<StartingTelemetry>>(), "réseau");

        Assert.Contains("Bonjour réseau", seen);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_host_without_any_signal_starts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddOpenTelemetry();
        using var host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();
    }

    private static readonly Action<ILogger, string, Exception?> Hello =
        LoggerMessage.Define<string>(LogLevel.Information, new(1, "Hello"), "Bonjour {Who}");

    private static void LogHello(ILogger logger, string who) => Hello(logger, who, null);

    private sealed class Early : IHostedService
    {
        public static readonly ActivitySource Source = new("reseau.tests.early");
        public static readonly Meter Meter = new("reseau.tests.early");
        public static readonly Counter<int> Counter = Meter.CreateCounter<int>("reseau.tests.count");

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Source.StartActivity("early")?.Dispose();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Ended(List<Activity> seen) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) => seen.Add(data);
    }

    private sealed class Logged(List<string> seen) : BaseProcessor<LogRecord>
    {
        public override void OnEnd(LogRecord data) => seen.Add(data.FormattedMessage ?? "");
    }

    private sealed class Nowhere : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch) => ExportResult.Success;
    }
}
