using Microsoft.Extensions.Hosting;
using Reseau.Hosting.Log;

namespace Reseau.Hosting.Timers;

/// <summary>
/// Watches the time for one replica of the service at a time: rings what is due, then sleeps until the next instant. A day is a long delay:
/// what is set while it sleeps is seen at the next look, seconds later, without a question for every change.
/// </summary>
public sealed class TimerRunner<TDb>(TimerBell<TDb> bell, ITimers<TDb> timers, ILogWriter<TDb> writer, TimeProvider clock) : BackgroundService where TDb : LogDb
{
    /// <summary>Name of its lease.</summary>
    public const string LeaseName = "timers";

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private readonly Lease<TDb> _lease = new(writer, clock, LeaseName);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Lease<TDb>.Renewal;
            try
            {
                if (await _lease.HoldAsync(stoppingToken))
                {
                    // A backlog drains batch by batch, under a lease that is renewed.
                    if (await bell.RingAsync(stoppingToken) == TimerBell<TDb>.BatchSize) continue;
                    if (await bell.NextAsync(stoppingToken) is { } next) wait = Earlier(wait, next - clock.GetUtcNow());
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                timers.LogPostponed(failure.GetType().Name);
            }
            await Task.Delay(wait, clock, stoppingToken);
        }
    }

    private static TimeSpan Earlier(TimeSpan wait, TimeSpan next) => next < Shortest ? Shortest : next < wait ? next : wait;
}
