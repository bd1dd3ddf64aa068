using Microsoft.Extensions.DependencyInjection;
using Reseau.Conformance.EventLog.Counters;
using Reseau.Hosting.Log;
using Reseau.Testing;
using Reseau.Testing.Databases;

namespace Reseau.Conformance.EventLog;

public sealed class HoldingALease
{
    private const string Work = "work";
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);

    [Theory, OnEveryProvider]
    public async Task One_holds_it_and_the_other_goes_on_from_there_once_it_ends(DatabaseProvider provider)
    {
        var clock = new TestClock();
        await using var log = await LogUnderTest.StartAsync(provider, clock);
        var (first, second) = (LeaseOf(log), LeaseOf(log));
        Assert.Equal(0, await first.PositionAsync(CancellationToken.None));
        await first.MoveAsync(7, CancellationToken.None);

        Assert.Null(await second.PositionAsync(CancellationToken.None));
        clock.Advance(Length);
        Assert.Equal(7, await second.PositionAsync(CancellationToken.None));
    }

    [Theory, OnEveryProvider]
    public async Task Who_has_lost_it_moves_nothing(DatabaseProvider provider)
    {
        var clock = new TestClock();
        await using var log = await LogUnderTest.StartAsync(provider, clock);
        var (suspended, other) = (LeaseOf(log), LeaseOf(log));
        await suspended.MoveAsync(7, CancellationToken.None);
        clock.Advance(Length);
        await other.MoveAsync(8, CancellationToken.None);

        await suspended.MoveAsync(7, CancellationToken.None);

        Assert.Equal(8, await other.PositionAsync(CancellationToken.None));
        Assert.False(await suspended.HoldAsync(CancellationToken.None));
    }

    [Theory, OnEveryProvider]
    public async Task A_killed_process_is_waited_for_only_where_it_could_be_another_replica(DatabaseProvider provider)
    {
        var clock = new TestClock();
        await using var log = await LogUnderTest.StartAsync(provider, clock);
        await log.ReadAsync(async db =>
        {
            db.Cursors.Add(new() { Name = Work, Position = 7, Owner = "machine:1:another-process", LeaseUntil = clock.GetUtcNow() + Length });
            return await db.SaveChangesAsync();
        });
        var next = LeaseOf(log);

        Assert.Equal(provider == DatabaseProvider.Sqlite ? 7L : null, await next.PositionAsync(CancellationToken.None));
        clock.Advance(Length);
        Assert.Equal(7, await next.PositionAsync(CancellationToken.None));
    }

    private static Lease<CounterDb> LeaseOf(LogUnderTest log) => new(log.Services.GetRequiredService<ILogWriter<CounterDb>>(), log.Clock, Work);
}
