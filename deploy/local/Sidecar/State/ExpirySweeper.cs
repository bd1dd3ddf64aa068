using Microsoft.Extensions.Hosting;

namespace Reseau.Sidecar.State;

/// <summary>Removes expired entries now and then. Nobody waits for it: readers do not see them anyway.</summary>
internal sealed class ExpirySweeper(StateStore states, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do await states.SweepAsync();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}
