using Microsoft.Extensions.Options;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;

namespace Reseau.Referrals.Privacy;

/// <summary>Runs the retention every night. Replicas may run it side by side: the second finds nothing left.</summary>
internal sealed partial class DailyRetention(RetentionRun run, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<DailyRetention> logger) : BackgroundService
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(4);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(UntilNext(), clock, stoppingToken);
            try
            {
                var report = await run.RunAsync(options.Value.DryRun, stoppingToken);
                LogRun(report.Erased, report.Open, report.Drafts, options.Value.DryRun);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogPostponed(failure.GetType().Name);
            }
        }
    }

    private TimeSpan UntilNext()
    {
        var passed = FrenchPlace.Of(null).LocalTime(clock.GetUtcNow()).TimeOfDay;
        return (passed < Hour ? Hour : Hour + TimeSpan.FromDays(1)) - passed;
    }

    [LoggerMessage(3010, LogLevel.Information, "Retention: {Erased} referrals erased, {Open} still open though their time is over, {Drafts} drafts thrown away (dry run: {DryRun}).")]
    private partial void LogRun(int erased, int open, int drafts, bool dryRun);

    [LoggerMessage(3011, LogLevel.Warning, "Retention is postponed to the next night ({Error}).")]
    private partial void LogPostponed(string error);
}
