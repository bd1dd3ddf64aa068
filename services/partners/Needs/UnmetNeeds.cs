using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Kernel.Calendar;
using Reseau.Partners.Territory;
using Reseau.Partners.Views;

namespace Reseau.Partners.Needs;

/// <summary>
/// Counts what was looked for and not found: theme, commune and day, so that the network sees what it lacks. A search never waits for it:
/// counts are kept in memory and written every few seconds, and a crash may lose the last ones. They are no record of anything.
/// </summary>
public sealed partial class UnmetNeeds(ILogWriter<PartnersDb> writer, France france, TimeProvider clock, ILogger<UnmetNeeds> logger) : BackgroundService
{
    private const int Waiting = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Channel<(DateOnly Day, string Theme, string Commune)> _noted =
        Channel.CreateBounded<(DateOnly, string, string)>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Notes a search that found nothing. One without theme and commune says nothing.</summary>
    public void Note(string theme, string commune)
    {
        if (theme.Length + commune.Length > 0) _noted.Writer.TryWrite((FrenchDay.Of(clock.GetUtcNow()), theme, commune));
    }

    /// <summary>What was not found, most frequent first, then by theme and commune; one more than asked when there is a next page.</summary>
    public static async Task<List<UnmetNeed>> PageAsync(PartnersDb db, DateOnly from, DateOnly until, string departement, int offset, int size, CancellationToken cancellation) =>
        await db.UnmetNeeds.AsNoTracking()
            .Where(need => need.Day >= from && need.Day <= until && (departement == "" || need.Departement == departement))
            .GroupBy(need => new { need.Theme, need.Commune })
            .Select(group => new { group.Key.Theme, group.Key.Commune, Searches = group.Sum(need => need.Searches) })
            .OrderByDescending(need => need.Searches).ThenBy(need => need.Theme).ThenBy(need => need.Commune)
            .Skip(offset).Take(size + 1)
            .Select(need => new UnmetNeed(need.Theme, need.Commune, need.Searches))
            .ToListAsync(cancellation);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _noted.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await WriteAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogLost(failure.GetType().Name);
            }
        }
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        var counts = new Dictionary<(DateOnly Day, string Theme, string Commune), int>();
        while (_noted.Reader.TryRead(out var need)) counts[need] = counts.GetValueOrDefault(need) + 1;
        await writer.WriteAsync(async (db, token) =>
        {
            foreach (var ((day, theme, commune), searches) in counts)
            {
                var row = await db.UnmetNeeds.FindAsync([day, theme, commune], token);
                if (row is null)
                    db.UnmetNeeds.Add(row = new() { Day = day, Theme = theme, Commune = commune, Departement = france.FindCommune(commune)?.Departement ?? "" });
                row.Searches += searches;
            }
            return await db.SaveChangesAsync(token);
        }, cancellation);
    }

    [LoggerMessage(1010, LogLevel.Warning, "Unmet needs of the last seconds were not counted ({Error}).")]
    private partial void LogLost(string error);
}
