namespace Reseau.Training.Figures;

/// <summary>Fills the table of persons when the service starts, and keeps it near the log, so that nobody's question waits for a hundred thousand rows.</summary>
internal sealed partial class PeopleTableWarmer(PeopleTable people, TimeProvider clock, ILogger<PeopleTableWarmer> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await people.ReadAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogPostponed(failure.GetType().Name);
            }
            await Task.Delay(Again, clock, stoppingToken);
        }
    }

    [LoggerMessage(4300, LogLevel.Warning, "The table of persons is read later ({Error}).")]
    private partial void LogPostponed(string error);
}
