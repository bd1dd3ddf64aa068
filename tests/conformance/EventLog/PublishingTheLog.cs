using Dapr.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Conformance.EventLog.Counters;
using Reseau.Hosting.Messaging;
using Reseau.Sidecar;
using Reseau.Testing;
using Reseau.Testing.Databases;

namespace Reseau.Conformance.EventLog;

public sealed class PublishingTheLog
{
    private static readonly IEnumerable<long> Ten = Enumerable.Range(1, 10).Select(position => (long)position);

    [Theory, OnEveryProvider]
    public async Task What_was_appended_before_and_after_the_start_is_published_in_order(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        await using var inbox = await TopicInbox.StartAsync();
        using var dapr = inbox.Connect();
        await CountAsync(log, 5);

        using var publisher = await StartedAsync(log, dapr);
        await CountAsync(log, 5);

        Assert.Equal(Ten, await inbox.WaitAsync(10));
    }

    [Theory, OnEveryProvider]
    public async Task A_crowd_rings_once_and_what_comes_after_it_for_each(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        await using var inbox = await TopicInbox.StartAsync();
        using var dapr = inbox.Connect();
        await CountAsync(log, 60);

        using var publisher = await StartedAsync(log, dapr);
        await Eventually.GetAsync(() => CursorAsync(log), cursor => cursor == 60);
        await CountAsync(log, 2);

        Assert.Equal([60L, 61L, 62L], await inbox.WaitAsync(3));
    }

    [Theory, OnEveryProvider]
    public async Task A_publisher_started_again_goes_on_where_the_last_one_stopped(DatabaseProvider provider)
    {
        var clock = new TestClock();
        await using var log = await LogUnderTest.StartAsync(provider, clock);
        await using var inbox = await TopicInbox.StartAsync();
        using var dapr = inbox.Connect();
        using (var first = await StartedAsync(log, dapr))
        {
            await CountAsync(log, 5);
            await Eventually.GetAsync(() => CursorAsync(log), cursor => cursor == 5);
            await first.StopAsync(CancellationToken.None);
        }
        await CountAsync(log, 5);

        // The lease of the first one has to end by itself, as after a crash.
        using var second = await StartedAsync(log, dapr);
        await Eventually.GetAsync(() => { clock.Advance(TimeSpan.FromSeconds(1)); return inbox.Positions.Count; }, count => count >= 10);

        Assert.Equal(Ten, inbox.Positions);
    }

    [Theory, OnEveryProvider]
    public async Task While_the_sidecar_is_away_nothing_is_lost_and_the_order_stays(DatabaseProvider provider)
    {
        var clock = new TestClock();
        await using var log = await LogUnderTest.StartAsync(provider, clock);
        await using var inbox = await TopicInbox.StartAsync();
        using var dapr = inbox.Connect();
        using var nobody = new DaprClientBuilder().UseGrpcEndpoint(FreePort.Address()).UseHttpEndpoint(FreePort.Address()).Build();
        await CountAsync(log, 10);
        using (var inVain = await StartedAsync(log, nobody))
        {
            // It tried, failed, and waits before it tries again.
            await Eventually.GetAsync(() => clock.Waiting, waiting => waiting > 0);
            await inVain.StopAsync(CancellationToken.None);
        }
        Assert.Equal(0, await CursorAsync(log));

        using var publisher = await StartedAsync(log, dapr);
        await Eventually.GetAsync(() => { clock.Advance(TimeSpan.FromSeconds(1)); return inbox.Positions.Count; }, count => count >= 10);

        Assert.Equal(Ten, inbox.Positions);
    }

    [Theory, OnEveryProvider]
    public async Task What_the_sidecar_did_not_take_is_published_again(DatabaseProvider provider)
    {
        var clock = new TestClock();
        await using var log = await LogUnderTest.StartAsync(provider, clock);
        await using var inbox = await TopicInbox.StartAsync();
        using var choosy = new RefusingTheFirstCall();
        using var dapr = inbox.Connect(choosy);
        await CountAsync(log, 10);

        using var publisher = await StartedAsync(log, dapr);
        await Eventually.GetAsync(() => { clock.Advance(TimeSpan.FromSeconds(1)); return inbox.Positions.Count; }, count => count >= 10);

        Assert.Equal(Ten, inbox.Positions);
        Assert.Equal(10, await Eventually.GetAsync(() => CursorAsync(log), cursor => cursor == 10));
    }

    [Theory, OnEveryProvider]
    public async Task Of_two_publishers_one_publishes_and_the_other_takes_over_when_its_lease_ends(DatabaseProvider provider)
    {
        var clock = new TestClock();
        await using var log = await LogUnderTest.StartAsync(provider, clock);
        await using var inbox = await TopicInbox.StartAsync();
        using var dapr = inbox.Connect();
        using var first = await StartedAsync(log, dapr);
        await Eventually.GetAsync<string?>(() => OwnerAsync(log), owner => owner is not null);
        var holder = await OwnerAsync(log);
        using var second = await StartedAsync(log, dapr);

        await CountAsync(log, 5);
        await inbox.WaitAsync(5);
        await Eventually.GetAsync(() => CursorAsync(log), cursor => cursor == 5);
        Assert.Equal(holder, await OwnerAsync(log));

        await first.StopAsync(CancellationToken.None);
        await CountAsync(log, 5);
        await Eventually.GetAsync(() => { clock.Advance(TimeSpan.FromSeconds(1)); return inbox.Positions.Count; }, count => count >= 10);

        Assert.Equal(Ten, inbox.Positions);
        Assert.NotEqual(holder, await OwnerAsync(log));
    }

    private static async Task CountAsync(LogUnderTest log, int times)
    {
        for (var i = 0; i < times; i++) await log.CountAsync($"counters/{i}");
    }

    private static Task<long> CursorAsync(LogUnderTest log) => log.ReadAsync(db => db.Cursors.Where(c => c.Name == "publisher").Select(c => c.Position).SingleOrDefaultAsync());

    private static Task<string?> OwnerAsync(LogUnderTest log) => log.ReadAsync(db => db.Cursors.Where(c => c.Name == "publisher").Select(c => c.Owner).SingleOrDefaultAsync());

    private static async Task<Publisher<CounterDb>> StartedAsync(LogUnderTest log, DaprClient dapr)
    {
        var publisher = ActivatorUtilities.CreateInstance<Publisher<CounterDb>>(log.Services, dapr);
        await publisher.StartAsync(CancellationToken.None);
        return publisher;
    }
}
