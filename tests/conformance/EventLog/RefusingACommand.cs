using Microsoft.EntityFrameworkCore;
using Reseau.Conformance.EventLog.Counters;
using Reseau.Kernel;
using Reseau.Referrals.V1;
using Reseau.Testing.Databases;

namespace Reseau.Conformance.EventLog;

public sealed class RefusingACommand
{
    [Theory, OnEveryProvider]
    public async Task A_refusal_leaves_nothing(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);

        await Assert.ThrowsAsync<RefusedException>(() => log.CountAsync("counters/a", by: 11, personal: new Beneficiary { FamilyName = "Exemple" }));

        Assert.Equal(0, await RowsAsync(log));
    }

    [Theory, OnEveryProvider]
    public async Task A_defect_in_a_view_leaves_nothing(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);

        await Assert.ThrowsAsync<InvalidDataException>(() => log.CountAsync("counters/a", by: Counter.Unlucky, personal: new Beneficiary()));

        Assert.Equal(0, await RowsAsync(log));
    }

    [Theory, OnEveryProvider]
    public async Task Refusals_and_defects_do_not_touch_the_commands_beside_them(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);

        var good = Enumerable.Range(0, 20).Select(i => (Task)log.CountAsync($"counters/good-{i}"));
        var refused = Enumerable.Range(0, 20).Select(i => (Task)Assert.ThrowsAsync<RefusedException>(() => log.CountAsync($"counters/refused-{i}", by: 11)));
        var broken = Enumerable.Range(0, 20).Select(i => (Task)Assert.ThrowsAsync<InvalidDataException>(() => log.CountAsync($"counters/broken-{i}", by: Counter.Unlucky)));
        await Task.WhenAll(good.Zip(refused, broken).SelectMany(three => (Task[])[three.First, three.Second, three.Third]));

        var rows = await log.EventsAsync();
        Assert.Equal(Enumerable.Range(1, 20).Select(position => (long)position), rows.Select(row => row.Position));
        Assert.All(rows, row => Assert.StartsWith("counters/good-", row.Stream, StringComparison.Ordinal));
        Assert.Equal(20, await log.ReadAsync(db => db.Counters.CountAsync()));
    }

    [Theory, OnEveryProvider]
    public async Task A_caller_who_left_before_the_command_began_changes_nothing(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        using var left = new CancellationTokenSource();
        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => log.Commands.ExecuteAsync(
            log.CommandOf("count"), (unit, cancellation) => unit.AppendAsync("counters/a", 0, [new Counted(1, "")], cancellation), left.Token));

        Assert.Equal(0, await RowsAsync(log));
    }

    private static Task<int> RowsAsync(LogUnderTest log) => log.ReadAsync(async db =>
        await db.Events.CountAsync() + await db.Requests.CountAsync() + await db.Audience.CountAsync() + await db.Counters.CountAsync()
        + await db.PersonalKeys.CountAsync() + await db.PersonalParts.CountAsync());
}
