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
internal sealed class IndexFeeder(LogReader<PartnersDb> log, IDbContextFactory<PartnersDb> databases, DirectoryIndex index, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan BetweenMeasures = TimeSpan.FromSeconds(10);

    private long _position;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var events = new List<PartnerEvent>();
        while (await log.ReadAfterAsync(_position, audience: null, cancellationToken) is { Count: > 0 } page)
        {
            events.AddRange(page.Select(recorded => (PartnerEvent)recorded.Body));
            _position = page[^1].Position;
        }
        index.Apply(events);
        await MeasureAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(FollowAsync(stoppingToken), KeepMeasuringAsync(stoppingToken));

    private async Task FollowAsync(CancellationToken stopping)
    {
        await foreach (var (_, recorded) in log.FollowAsync(_position, audience: null, stopping))
        {
            if (recorded is not null) index.Apply([(PartnerEvent)recorded.Body]);
        }
    }

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
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var delays = await AnswerSubscription.UsualDelaysAsync(db, cancellation);
        index.SetUsualDelays(delays.ToDictionary(
            delay => Uri.UnescapeDataString(delay.Key[(Names.Services.Length + 1)..]), delay => delay.Value, StringComparer.Ordinal));
    }
}
