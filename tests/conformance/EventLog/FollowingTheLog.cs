using Reseau.Conformance.EventLog.Counters;
using Reseau.Hosting.Log;
using Reseau.Testing;
using Reseau.Testing.Databases;

namespace Reseau.Conformance.EventLog;

public sealed class FollowingTheLog
{
    [Theory, OnEveryProvider]
    public async Task Readers_from_any_cursor_see_each_event_once_and_in_order_while_writers_write(DatabaseProvider provider)
    {
        const int total = 120;
        await using var log = await LogUnderTest.StartAsync(provider);
        using var patience = new CancellationTokenSource(Eventually.Patience * 3);

        var readers = Enumerable.Range(0, 6).Select(start => log.SeenAsync(after: start * 17L, until: total, patience.Token)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var i = 0; i < total / 8; i++) await log.CountAsync($"counters/{writer}-{i / 5}");
        }));

        foreach (var (seen, start) in (await Task.WhenAll(readers)).Zip(Enumerable.Range(0, 6)))
            Assert.Equal(Enumerable.Range((start * 17) + 1, total - (start * 17)).Select(position => (long)position), seen);
    }

    [Theory, OnEveryProvider]
    public async Task A_reader_that_breaks_off_at_every_event_and_resumes_misses_and_repeats_nothing(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        using var patience = new CancellationTokenSource(Eventually.Patience);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++) await log.CountAsync($"counters/{i / 5}");
        });

        List<long> seen = [];
        while (seen.Count < 40) seen.AddRange(await log.SeenAsync(seen.LastOrDefault(), until: seen.LastOrDefault() + 1, patience.Token));

        await writing;
        Assert.Equal(Enumerable.Range(1, 40).Select(position => (long)position), seen);
    }

    [Theory, OnEveryProvider]
    public async Task An_institution_follows_its_own_events_only(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        for (var i = 0; i < 6; i++) await log.CountAsync($"counters/{i}", institution: i % 2 == 0 ? "caf-35" : "ccas-rennes");

        var seen = await log.Reader.ReadAfterAsync(after: 2, audience: "ccas-rennes", CancellationToken.None);

        Assert.Equal([4L, 6L], seen.Select(recorded => recorded.Position));
    }

    [Theory, OnEveryProvider]
    public async Task A_reader_with_nothing_to_see_gets_the_cursor_of_the_head_as_a_sign_of_life(DatabaseProvider provider)
    {
        var clock = new TestClock();
        await using var log = await LogUnderTest.StartAsync(provider, clock);
        for (var i = 0; i < 3; i++) await log.CountAsync("counters/a", institution: "ccas-rennes");
        await using var stream = log.Reader.FollowAsync(after: 0, audience: "caf-35", CancellationToken.None).GetAsyncEnumerator();

        Assert.True(await stream.MoveNextAsync());
        Assert.Equal((3L, (RecordedEvent?)null), stream.Current);

        var next = stream.MoveNextAsync().AsTask();
        await Eventually.GetAsync(() => { clock.Advance(TimeSpan.FromSeconds(1)); return next.IsCompleted; }, done => done);
        Assert.Equal((3L, (RecordedEvent?)null), stream.Current);
    }

    [Theory, OnEveryProvider]
    public async Task By_the_page_events_that_are_there_come_together_then_a_sign_of_life(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        for (var i = 0; i < 5; i++) await log.CountAsync("counters/a");
        using var patience = new CancellationTokenSource(Eventually.Patience);

        foreach (var pages in (IAsyncEnumerable<LogPage>[])[log.Reader.FollowPagesAsync(after: 2, patience.Token), log.Reader.FollowPagesAsync<Counted>(after: 2, patience.Token)])
        {
            await using var stream = pages.GetAsyncEnumerator();
            Assert.True(await stream.MoveNextAsync());
            Assert.Equal([3L, 4L, 5L], stream.Current.Events.Select(recorded => recorded.Position));
            Assert.True(await stream.MoveNextAsync());
            Assert.Equal((5L, 0), (stream.Current.Position, stream.Current.Events.Count));
        }
    }

    [Theory, OnEveryProvider]
    public async Task Many_streams_are_read_with_their_versions_even_without_all_their_events(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        for (var i = 0; i < 3; i++) await log.CountAsync("counters/a");
        await log.CountAsync("counters/b");
        var streams = new ManyStreams<CounterDb>(new CounterLog());

        var found = await log.ReadAsync(db => streams.ReadAsync(db, ["counters/a", "counters/b", "counters/none"], [], CancellationToken.None));
        var without = await log.ReadAsync(db => streams.ReadAsync(db, ["counters/a"], [typeof(Counted)], CancellationToken.None));

        Assert.Equal([("counters/a", 3L, 3), ("counters/b", 1L, 1)], found.OrderBy(stream => stream.Key, StringComparer.Ordinal).Select(stream => (stream.Key, stream.Value.Version, stream.Value.Events.Count)));
        Assert.Empty(without);
    }

    [Fact]
    public async Task On_PostgreSQL_an_append_of_one_replica_wakes_the_readers_of_another()
    {
        // The clock stands still: only the notification can wake the reader.
        await using var log = await LogUnderTest.StartAsync(DatabaseProvider.PostgreSql, new TestClock());
        await using var replica = await log.ReplicaAsync();
        using var patience = new CancellationTokenSource(Eventually.Patience);
        await using var stream = replica.Reader.FollowAsync(after: 0, audience: null, patience.Token).GetAsyncEnumerator();
        Assert.True(await stream.MoveNextAsync());

        await log.CountAsync("counters/a");

        Assert.True(await stream.MoveNextAsync());
        Assert.Equal(1, stream.Current.Event?.Position);
    }
}
