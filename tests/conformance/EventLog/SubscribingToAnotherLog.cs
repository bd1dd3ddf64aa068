using Grpc.Net.Client;
using Microsoft.EntityFrameworkCore;
using Reseau.Conformance.EventLog.Counters;
using Reseau.Events.V1;
using Reseau.Hosting.Messaging;
using Reseau.Sidecar;
using Reseau.Testing;
using Reseau.Testing.Databases;

namespace Reseau.Conformance.EventLog;

public sealed class SubscribingToAnotherLog
{
    [Theory, OnEveryProvider]
    public async Task A_change_is_handled_once_however_often_it_comes(DatabaseProvider provider)
    {
        await using var two = await Pair.StartAsync(provider);
        var change = await two.AppendAsync();

        for (var i = 0; i < 3; i++) await two.Subscriber.ReceiveAsync(change, CancellationToken.None);

        Assert.Equal([1L], await two.HandledAsync());
    }

    [Theory, OnEveryProvider]
    public async Task An_old_change_that_comes_late_is_ignored(DatabaseProvider provider)
    {
        await using var two = await Pair.StartAsync(provider);
        var (first, second) = (await two.AppendAsync(), await two.AppendAsync());
        await two.Subscriber.ReceiveAsync(first, CancellationToken.None);
        await two.Subscriber.ReceiveAsync(second, CancellationToken.None);

        await two.Subscriber.ReceiveAsync(first, CancellationToken.None);

        Assert.Equal([1L, 2L], await two.HandledAsync());
    }

    [Theory, OnEveryProvider]
    public async Task A_gap_is_filled_from_the_log_of_the_source(DatabaseProvider provider)
    {
        await using var two = await Pair.StartAsync(provider);
        await two.Subscriber.ReceiveAsync(await two.AppendAsync(), CancellationToken.None);
        for (var i = 0; i < 4; i++) await two.AppendAsync();

        await two.Subscriber.ReceiveAsync(await two.AppendAsync(), CancellationToken.None);

        Assert.Equal([1L, 2L, 3L, 4L, 5L, 6L], await two.HandledAsync());
    }

    [Theory, OnEveryProvider]
    public async Task Messages_in_any_order_lead_to_the_order_of_the_log(DatabaseProvider provider)
    {
        await using var two = await Pair.StartAsync(provider);
        List<Change> changes = [];
        for (var i = 0; i < 12; i++) changes.Add(await two.AppendAsync());

        await Task.WhenAll(changes.AsEnumerable().Reverse().Concat(changes).Select(change => two.Subscriber.ReceiveAsync(change, CancellationToken.None)));

        Assert.Equal(Enumerable.Range(1, 12).Select(position => (long)position), two.Subscription.Order);
        Assert.Equal(12, (await two.HandledAsync()).Count);
    }

    [Theory, OnEveryProvider]
    public async Task What_is_heard_is_handled_in_order_and_before_the_next_patrol(DatabaseProvider provider)
    {
        await using var two = await Pair.StartAsync(provider, new TestClock());
        await two.Subscriber.StartAsync(CancellationToken.None);

        for (var i = 0; i < 12; i++) two.Subscriber.Hear(await two.AppendAsync());

        Assert.Equal(12, (await Eventually.GetAsync(two.HandledAsync, handled => handled.Count == 12)).Count);
        Assert.Equal(Enumerable.Range(1, 12).Select(position => (long)position), two.Subscription.Order);
        await two.Subscriber.StopAsync(CancellationToken.None);
    }

    [Theory, OnEveryProvider]
    public async Task Messages_that_wait_are_handled_with_the_one_that_comes(DatabaseProvider provider)
    {
        await using var two = await Pair.StartAsync(provider);
        var (first, second, third) = (await two.AppendAsync(), await two.AppendAsync(), await two.AppendAsync());
        two.Subscriber.Hear(third);
        two.Subscriber.Hear(first);
        Assert.Empty(await two.HandledAsync());

        await two.Subscriber.ReceiveAsync(second, CancellationToken.None);

        Assert.Equal([1L, 2L, 3L], two.Subscription.Order);
    }

    [Theory, OnEveryProvider]
    public async Task What_is_heard_is_handled_even_when_the_log_of_the_source_cannot_be_read(DatabaseProvider provider)
    {
        await using var two = await Pair.StartAsync(provider);
        using var nobody = GrpcChannel.ForAddress(FreePort.Address());
        using var cutOff = two.Receiving.SubscriberTo(new(nobody), two.Subscription);
        await cutOff.StartAsync(CancellationToken.None);

        for (var i = 0; i < 3; i++) cutOff.Hear(await two.AppendAsync());

        Assert.Equal([1L, 2L, 3L], await Eventually.GetAsync(two.HandledAsync, handled => handled.Count == 3));
        await cutOff.StopAsync(CancellationToken.None);
    }

    [Theory, OnEveryProvider]
    public async Task The_last_message_lost_is_found_by_the_patrol(DatabaseProvider provider)
    {
        var clock = new TestClock();
        await using var two = await Pair.StartAsync(provider, clock);
        await two.AppendAsync();
        await two.Subscriber.StartAsync(CancellationToken.None);
        await Eventually.GetAsync(two.HandledAsync, handled => handled.Count == 1);
        await Eventually.GetAsync(() => clock.Waiting, waiting => waiting > 0);

        await two.AppendAsync();
        clock.Advance(Subscriber<CounterDb>.Patrol);

        Assert.Equal([1L, 2L], await Eventually.GetAsync(two.HandledAsync, handled => handled.Count == 2));
        await two.Subscriber.StopAsync(CancellationToken.None);
    }

    [Theory, OnEveryProvider]
    public async Task A_change_that_cannot_be_handled_is_parked_after_five_tries_and_holds_up_nobody(DatabaseProvider provider)
    {
        await using var two = await Pair.StartAsync(provider);
        two.Subscription.Poison = 2;
        for (var i = 0; i < 2; i++) await two.AppendAsync();

        await two.Subscriber.ReceiveAsync(await two.AppendAsync(), CancellationToken.None);

        Assert.Equal([1L, 3L], await two.HandledAsync());
        // Five times alone, after the three failed with it, and the half of them that it was in.
        Assert.Equal(7, two.Subscription.Tries);
        var parked = Assert.Single(await two.Receiving.ReadAsync(db => db.Parked.AsNoTracking().ToListAsync()));
        Assert.Equal((CounterLog.Name, 2L, nameof(InvalidDataException)), (parked.Source, parked.Position, parked.Error));
    }

    [Theory, OnEveryProvider]
    public async Task Far_behind_changes_are_handled_together(DatabaseProvider provider)
    {
        await using var two = await Pair.StartAsync(provider);
        for (var i = 0; i < 39; i++) await two.AppendAsync();

        await two.Subscriber.ReceiveAsync(await two.AppendAsync(), CancellationToken.None);

        Assert.Equal([40], two.Subscription.Batches);
        Assert.Equal(40, (await two.HandledAsync()).Count);
    }

    [Theory, OnEveryProvider]
    public async Task One_that_cannot_be_handled_among_many_is_parked_alone_and_the_others_are_handled_in_their_order(DatabaseProvider provider)
    {
        await using var two = await Pair.StartAsync(provider);
        two.Subscription.Poison = 23;
        for (var i = 0; i < 39; i++) await two.AppendAsync();

        await two.Subscriber.ReceiveAsync(await two.AppendAsync(), CancellationToken.None);

        var others = Enumerable.Range(1, 40).Where(position => position != 23).Select(position => (long)position);
        Assert.Equal(others, two.Subscription.Order);
        Assert.Equal(others, await two.HandledAsync());
        Assert.Equal(23L, Assert.Single(await two.Receiving.ReadAsync(db => db.Parked.AsNoTracking().ToListAsync())).Position);
        // It is found by halves: the others share a few transactions.
        Assert.InRange(two.Subscription.Batches.Count, 2, 12);
    }

    [Theory, OnEveryProvider]
    public async Task A_replay_handles_what_was_parked_once_the_cause_is_mended(DatabaseProvider provider)
    {
        await using var two = await Pair.StartAsync(provider);
        two.Subscription.Poison = 1;
        await two.Subscriber.ReceiveAsync(await two.AppendAsync(), CancellationToken.None);
        Assert.Equal((0, 1), await two.Subscriber.ReplayAsync(CancellationToken.None));

        two.Subscription.Poison = null;

        Assert.Equal((1, 0), await two.Subscriber.ReplayAsync(CancellationToken.None));
        Assert.Equal((0, 0), await two.Subscriber.ReplayAsync(CancellationToken.None));
        Assert.Equal([1L], await two.HandledAsync());
    }

    [Theory, OnEveryProvider]
    public async Task A_subscriber_started_again_goes_on_after_what_it_handled(DatabaseProvider provider)
    {
        await using var two = await Pair.StartAsync(provider);
        await two.Subscriber.ReceiveAsync(await two.AppendAsync(), CancellationToken.None);
        var next = await two.AppendAsync();

        using var again = two.Receiving.SubscriberTo(two.Source.Remote, two.Subscription);
        await again.ReceiveAsync(next, CancellationToken.None);

        Assert.Equal([1L, 2L], two.Subscription.Order);
    }

    [Fact]
    public async Task On_PostgreSQL_two_replicas_handle_each_change_once()
    {
        await using var two = await Pair.StartAsync(DatabaseProvider.PostgreSql);
        await using var replica = await two.Receiving.ReplicaAsync();
        using var other = replica.SubscriberTo(two.Source.Remote, two.Subscription);
        for (var i = 0; i < 10; i++)
        {
            var change = await two.AppendAsync();
            await Task.WhenAll(two.Subscriber.ReceiveAsync(change, CancellationToken.None), other.ReceiveAsync(change, CancellationToken.None));
        }

        Assert.Equal(Enumerable.Range(1, 10).Select(position => (long)position), await two.HandledAsync());
        Assert.Empty(await replica.ReadAsync(db => db.Parked.ToListAsync()));
    }

    /// <summary>A service that changes, and one that listens to it.</summary>
    private sealed record Pair(LogUnderTest Source, LogUnderTest Receiving, Listening Subscription, Subscriber<CounterDb> Subscriber) : IAsyncDisposable
    {
        public static async Task<Pair> StartAsync(DatabaseProvider provider, TimeProvider? clock = null)
        {
            var (source, receiving) = (await LogUnderTest.StartAsync(provider), await LogUnderTest.StartAsync(provider, clock));
            var subscription = new Listening();
            return new(source, receiving, subscription, receiving.SubscriberTo(source.Remote, subscription));
        }

        public async Task<Change> AppendAsync()
        {
            var result = await Source.CountAsync($"counters/{Guid.NewGuid():N}");
            var recorded = Assert.Single(await Source.Reader.ReadStreamAsync(result.Stream, result.Version, CancellationToken.None));
            return Source.Reader.ToChange(recorded);
        }

        public Task<List<long>> HandledAsync() => Receiving.ReadAsync(db => db.Handled.OrderBy(h => h.Position).Select(h => h.Position).ToListAsync());

        public async ValueTask DisposeAsync()
        {
            Subscriber.Dispose();
            await Receiving.DisposeAsync();
            await Source.DisposeAsync();
        }
    }

    /// <summary>Writes down each change, unless it cannot bear it.</summary>
    private sealed class Listening : ISubscription<CounterDb>
    {
        public string Source => CounterLog.Name;

        public long? Poison { get; set; }

        public int Tries { get; private set; }

        public List<long> Order { get; } = [];

        /// <summary>How many were handled together, each time it went well.</summary>
        public List<int> Batches { get; } = [];

        public Task HandleAsync(CounterDb db, IReadOnlyList<Change> changes, CancellationToken cancellation)
        {
            foreach (var change in changes) db.Handled.Add(new() { Position = change.Position, Stream = change.Stream });
            if (changes.Any(change => change.Position == Poison))
            {
                Tries++;
                throw new InvalidDataException("It cannot be handled.");
            }
            lock (Order)
            {
                Order.AddRange(changes.Select(change => change.Position));
                Batches.Add(changes.Count);
            }
            return Task.CompletedTask;
        }
    }
}
