using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Reseau.Sidecar.State;

/// <summary>Removes expired entries now and then. Nobody waits for it: readers do not see them anyway.</summary>
internal sealed partial class ExpirySweeper(StateStore states, TimeProvider clock, ILogger<ExpirySweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do await SweepAsync();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task SweepAsync()
    {
        try
        {
            await states.SweepAsync();
        }
        catch (SqliteException exception)
        {
            LogNotSwept(exception);
        }
    }

    [LoggerMessage(9040, LogLevel.Warning, "Expired entries could not be removed; trying again in a minute.")]
    private partial void LogNotSwept(Exception exception);
}
