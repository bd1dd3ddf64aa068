using Reseau.Conformance.EventLog.Counters;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Testing.Databases;

namespace Reseau.Conformance.EventLog;

public sealed class MeetingOnOneStream
{
    [Theory, OnEveryProvider]
    public async Task Of_commands_that_saw_the_same_version_exactly_one_wins(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        await log.CountAsync("counters/a");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ReasonOf(log.CountAsync("counters/a", etag: Etag.Of(1)))));

        Assert.Single(outcomes, reason => reason is null);
        Assert.All(outcomes.Where(reason => reason is not null), reason => Assert.Equal(CommonReasons.StaleEtag, reason));
        Assert.Equal(2, (await log.EventsAsync()).Count);
    }

    [Theory, OnEveryProvider]
    public async Task Each_is_decided_on_what_the_others_wrote(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);

        // PostgreSQL runs them side by side, and gives a loser several tries; no more meet on one referral.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReasonOf(log.CountAsync("counters/a", by: 4))));

        Assert.Equal(2, outcomes.Count(reason => reason is null));
        Assert.Equal(2, outcomes.Count(reason => reason == "LIMIT_REACHED"));
        Assert.Equal([1L, 2L], (await log.EventsAsync()).Select(row => row.Version));
    }

    [Theory, OnEveryProvider]
    public async Task Many_on_one_stream_all_get_their_turn(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);

        await Task.WhenAll(Enumerable.Range(0, Counter.Limit).Select(_ => log.CountAsync("counters/a")));

        Assert.Equal(Counter.Limit, (await log.EventsAsync()).Count);
    }

    private static async Task<string?> ReasonOf(Task<StreamVersion> command)
    {
        try
        {
            await command;
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Reason;
        }
    }
}
