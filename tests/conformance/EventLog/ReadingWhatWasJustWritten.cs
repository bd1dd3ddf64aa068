using Microsoft.Extensions.DependencyInjection;
using Reseau.Conformance.EventLog.Counters;
using Reseau.Hosting.Log;
using Reseau.Testing;
using Reseau.Testing.Databases;

namespace Reseau.Conformance.EventLog;

/// <summary>What a process keeps of what it wrote (<see cref="LogTail"/>) is what its database holds, whatever came between.</summary>
public sealed class ReadingWhatWasJustWritten
{
    [Theory, OnEveryProvider]
    public async Task From_any_position_it_is_what_the_database_holds(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        for (var i = 0; i < 5; i++) await log.CountAsync($"counters/{i % 2}");
        await AppendManyAsync(log, 7);
        await log.CountAsync("counters/0");

        for (var after = 0; after <= 13; after++) Assert.Equal(await HeldAsync(log, after), await log.Reader.ReadAfterAsync(after, audience: null, CancellationToken.None));
    }

    [Theory, OnEveryProvider]
    public async Task It_is_not_read_again(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        await log.CountAsync("counters/a");

        var (once, twice) = (await log.Reader.ReadAfterAsync(0, audience: null, CancellationToken.None), await log.Reader.ReadAfterAsync(0, audience: null, CancellationToken.None));

        Assert.Same(Assert.Single(once), Assert.Single(twice));
    }

    [Theory, OnEveryProvider]
    public async Task What_was_undone_is_not_told(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);

        // They share transactions; every third appends, then fails.
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            if (i % 3 > 0) await log.CountAsync($"counters/{i}");
            else await Assert.ThrowsAsync<InvalidOperationException>(() => FailAfterAppendingAsync(log, $"counters/{i}"));
        }));

        var told = await log.Reader.ReadAfterAsync(0, audience: null, CancellationToken.None);
        Assert.Equal(40, told.Count);
        Assert.Equal(await HeldAsync(log, 0), told);
    }

    [Theory, OnEveryProvider]
    public async Task What_is_too_old_to_be_kept_is_read_from_the_database(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        for (var i = 0; i < 10; i++) await AppendManyAsync(log, 450);

        var told = await AllAfterAsync(log.Reader, 0);

        Assert.True(told.Count > LogTail.Most);
        Assert.Equal(Enumerable.Range(1, 4_500).Select(position => (long)position), told.Select(recorded => recorded.Position));
    }

    [Fact]
    public async Task What_another_replica_wrote_in_between_is_not_passed_over()
    {
        await using var log = await LogUnderTest.StartAsync(DatabaseProvider.PostgreSql);
        await using var replica = await log.ReplicaAsync();
        using var patience = new CancellationTokenSource(Eventually.Patience);
        var following = log.SeenAsync(after: 0, until: 60, patience.Token);

        for (var i = 0; i < 60; i++) await (i % 7 < 3 ? log : replica).CountAsync($"counters/{i}");

        Assert.Equal(Enumerable.Range(1, 60).Select(position => (long)position), await following);
        for (var after = 0; after <= 60; after++) Assert.Equal(await HeldAsync(log, after), await AllAfterAsync(replica.Reader, after));
    }

    private static Task<IReadOnlyList<RecordedEvent>> HeldAsync(LogUnderTest log, long after) =>
        ActivatorUtilities.CreateInstance<LogReader<CounterDb>>(log.Services, new LogTail()).ReadAfterAsync(after, audience: null, CancellationToken.None);

    private static async Task<IReadOnlyList<RecordedEvent>> AllAfterAsync(LogReader<CounterDb> reader, long after)
    {
        List<RecordedEvent> all = [];
        while (await reader.ReadAfterAsync(after + all.Count, audience: null, CancellationToken.None) is { Count: > 0 } page) all.AddRange(page);
        return all;
    }

    private static Task<StreamVersion> AppendManyAsync(LogUnderTest log, int count) =>
        log.Commands.ExecuteAsync(log.CommandOf("many"), async (unit, cancellation) =>
        {
            var run = Guid.NewGuid();
            await unit.AppendManyAsync([.. Enumerable.Range(0, count).Select(i => new Hosting.Log.Appending($"counters/{run}-{i}", 0, new Counted(1, $"Compté {i} fois")))], cancellation);
            return new($"counters/{run}-0", 1);
        }, CancellationToken.None);

    private static Task<StreamVersion> FailAfterAppendingAsync(LogUnderTest log, string counter) =>
        log.Commands.ExecuteAsync(log.CommandOf(counter), async (unit, cancellation) =>
        {
            await unit.AppendAsync(counter, 0, [new Counted(1, "")], cancellation);
            throw new InvalidOperationException("It fails late.");
        }, CancellationToken.None);
}
