using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Partners.Domain;
using Reseau.Partners.Search;
using Reseau.Partners.Subscriptions;
using Reseau.Partners.Views;

namespace Reseau.Partners.Rpc;

/// <summary>
/// Keeps the search index on the log: the service starts once it has read everything, then follows what comes. Each
/// replica feeds its own index.
/// </summary>
internal sealed partial class IndexFeeder(
    LogReader<PartnersDb> log, IDbContextFactory<PartnersDb> databases, DirectoryIndex index, TimeProvider clock, ILogger<IndexFeeder> logger) : BackgroundService
{
    private const int MostAtOnce = 5_000;
    private static readonly TimeSpan BetweenMeasures = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long _position;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        while (await log.ReadAfterAsync(_position, audience: null, cancellationToken) is { Count: > 0 } page)
        {
            index.Take([.. page.Select(ToChange)]);
            _position = page[^1].Position;
        }
        index.Show();
        await MeasureAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(KeepAsync(FollowAsync, stoppingToken), KeepAsync(KeepMeasuringAsync, stoppingToken));

    // The index goes on answering with what it knows while the database is away, and catches up after.
    private async Task KeepAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await work(stopping);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                LogAway(failure.GetType().Name);
                await Task.Delay(Pause, clock, stopping);
            }
        }
    }

    /// <summary>What comes together is shown together: at the end of what there is to read, or every few thousand changes of a large import.</summary>
    private async Task FollowAsync(CancellationToken stopping)
    {
        var taken = 0;
        await foreach (var (position, recorded) in log.FollowAsync(_position, audience: null, stopping))
        {
            if (recorded is not null)
            {
                index.Take([ToChange(recorded)]);
                taken++;
            }
            _position = position;
            if (recorded is not null && taken < MostAtOnce) continue;
            index.Show();
            taken = 0;
        }
    }

    private static DirectoryChange ToChange(RecordedEvent recorded) => new((PartnerEvent)recorded.Body, recorded.OccurredAt);

    private async Task KeepMeasuringAsync(CancellationToken stopping)
    {
        while (true)
        {
            await Task.Delay(BetweenMeasures, clock, stopping);
            await MeasureAsync(stopping);
        }
    }

    private async Task MeasureAsync(CancellationToken cancellation)
    {
        index.TurnDay();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var delays = await AnswerSubscription.UsualDelaysAsync(db, cancellation);
        index.SetUsualDelays(delays.ToDictionary(
            delay => Uri.UnescapeDataString(delay.Key[(Names.Services.Length + 1)..]), delay => delay.Value, StringComparer.Ordinal));
    }

    [LoggerMessage(1000, LogLevel.Warning, "The index cannot read the log now ({Error}); it answers with what it knows.")]
    private partial void LogAway(string error);
}
