using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Reseau.Hosting.Log;

/// <summary>Hears the appends of the other replicas of a service (LISTEN), so that Watch streams and the publisher of each wake at once.</summary>
public sealed partial class PostgresLogListener(string connectionString, LogSignal signal, TimeProvider clock, ILogger<PostgresLogListener> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync(stoppingToken);
                await using (var listen = new NpgsqlCommand($"LISTEN {LogWriter<LogDb>.NotifyChannel}", connection))
                    await listen.ExecuteNonQueryAsync(stoppingToken);
                while (true)
                {
                    // What was appended while the connection was down is read now.
                    signal.Pulse();
                    await connection.WaitAsync(stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogLost(failure.GetType().Name);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    [LoggerMessage(120, LogLevel.Warning, "Lost the connection that listens for appends ({Error}); trying again.")]
    private partial void LogLost(string error);
}
