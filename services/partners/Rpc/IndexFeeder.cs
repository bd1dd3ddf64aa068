using System.Threading.Channels;
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
    private static readonly TimeSpan BetweenMeasures = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // The pace is that of the machine's work, whatever day the service lives in.
    private readonly ShowPace _pace = new(TimeProvider.System);
    private readonly Channel<bool> _taken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private long _position;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        index.Gather();
        // The next page is read while this one is taken.
        for (var reading = ReadAsync(cancellationToken); await reading is { Count: > 0 } page;)
        {
            _position = page[^1].Position;
            reading = ReadAsync(cancellationToken);
            index.Take([.. page.Select(ToChange)]);
        }

        index.Show();
        // Reading everything took twice the memory of what is kept of it: it is given back once, while nobody is served yet.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await MeasureAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(KeepAsync(FollowAsync, stoppingToken), KeepAsync(KeepShowingAsync, stoppingToken), KeepAsync(KeepMeasuringAsync, stoppingToken));

    private Task<IReadOnlyList<RecordedEvent>> ReadAsync(CancellationToken cancellation)
    {
        var after = _position;
        return Task.Run(() => log.ReadAfterAsync(after, audience: null, cancellation), cancellation);
    }

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

    private async Task FollowAsync(CancellationToken stopping)
    {
        await foreach (var page in log.FollowPagesAsync(_position, stopping))
        {
            index.Take([.. page.Events.Select(ToChange)]);
            _position = page.Position;
            if (page.Events.Count == 0) continue;
            _pace.Take();
            _taken.Writer.TryWrite(true);
        }
    }

    private async Task KeepShowingAsync(CancellationToken stopping)
    {
        await foreach (var _ in _taken.Reader.ReadAllAsync(stopping))
        {
            while (!_pace.IsDue) await Task.Delay(BetweenLooks, TimeProvider.System, stopping);
            _pace.Show(index.Show);
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
