using Microsoft.Extensions.DependencyInjection;
using Reseau.Conformance.EventLog.Counters;
using Reseau.Hosting.Log;
using Reseau.Testing.Databases;

namespace Reseau.Conformance.EventLog;

public sealed class VerifyingTheChain
{
    [Theory, OnEveryProvider]
    public async Task A_log_nobody_touched_is_intact(DatabaseProvider provider)
    {
        await using var log = await FilledAsync(provider);

        Assert.Equal(new Verification(6, null), await VerifyAsync(log));
    }

    [Theory, OnEveryProvider]
    public async Task An_empty_log_is_intact(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);

        Assert.Equal(new Verification(0, null), await VerifyAsync(log));
    }

    /// <summary>Logs outlive programs: the expected bytes were hashed by another one, from the description of <see cref="HashChain"/>.</summary>
    [Fact]
    public void A_row_has_the_same_hash_for_ever()
    {
        var row = new EventRow
        {
            Position = 7, Stream = "counters/a", Version = 1, Type = "counted", Body = """{"by":1,"note":"Compté à l’accueil 👍"}""", Actor = "karim", Institution = "caf-35", RequestId = "r-1",
            OccurredAt = DateTimeOffset.UnixEpoch.AddMicroseconds(1_790_000_000_123_456), Hash = [], TraceId = "4bf92f3577b34da6a3ce929d0e0e4736",
        };

        Assert.Equal("FEC23AB4E31EC9B4388437ED610344E6BF9EF85FF1BDAECA48C01877731F17AB", Convert.ToHexString(HashChain.Next(HashChain.Start, row)));
    }

    [Theory, OnEveryProvider]
    public async Task An_altered_column_is_named_whichever_it_is(DatabaseProvider provider)
    {
        await using var log = await FilledAsync(provider);
        string[] alterations =
        [
            "body = replace(body, '1', '2')", "actor = 'somebody else'", "institution = 'ccas-rennes'", "request_id = 'another'",
            "occurred_at = occurred_at - 1", "trace_id = ''", "type = 'uncounted'",
        ];
        foreach (var alteration in alterations)
        {
            await log.TamperAsync("CREATE TABLE kept AS SELECT * FROM events WHERE position = 4");

            Assert.Equal(1, await log.TamperAsync($"UPDATE events SET {alteration} WHERE position = 4"));
            Assert.True((await VerifyAsync(log)).FirstAltered == 4, alteration);

            await log.TamperAsync("DELETE FROM events WHERE position = 4");
            await log.TamperAsync("INSERT INTO events SELECT * FROM kept");
            await log.TamperAsync("DROP TABLE kept");
        }
        Assert.Null((await VerifyAsync(log)).FirstAltered);
    }

    [Theory, OnEveryProvider]
    public async Task An_altered_row_with_a_new_hash_of_its_own_breaks_the_next_of_its_stream(DatabaseProvider provider)
    {
        await using var log = await FilledAsync(provider);
        var rows = await log.EventsAsync();
        var forged = rows[2];
        forged.Actor = "somebody else";

        await log.TamperAsync("UPDATE events SET actor = 'somebody else', hash = "
            + (provider == DatabaseProvider.Sqlite ? $"X'{Convert.ToHexString(HashChain.Next(rows[0].Hash, forged))}'" : $"'\\x{Convert.ToHexString(HashChain.Next(rows[0].Hash, forged))}'::bytea")
            + " WHERE position = 3");

        Assert.Equal(5, (await VerifyAsync(log)).FirstAltered);
    }

    [Theory, OnEveryProvider]
    public async Task A_deleted_row_is_named_by_the_one_after_it(DatabaseProvider provider)
    {
        await using var log = await FilledAsync(provider);

        await log.TamperAsync("DELETE FROM events WHERE position = 3");

        Assert.Equal(4, (await VerifyAsync(log)).FirstAltered);
    }

    [Theory, OnEveryProvider]
    public async Task Rows_that_changed_places_are_named(DatabaseProvider provider)
    {
        await using var log = await FilledAsync(provider);

        await log.TamperAsync("UPDATE events SET position = -1 WHERE position = 3");
        await log.TamperAsync("UPDATE events SET position = 3 WHERE position = 4");
        await log.TamperAsync("UPDATE events SET position = 4 WHERE position = -1");

        Assert.Equal(3, (await VerifyAsync(log)).FirstAltered);
    }

    [Theory, OnEveryProvider]
    public async Task A_row_slipped_in_is_named(DatabaseProvider provider)
    {
        await using var log = await FilledAsync(provider);

        await log.TamperAsync("INSERT INTO events SELECT 7, stream, version + 1, type, body, actor, institution, request_id, occurred_at, hash, trace_id FROM events WHERE position = 6");

        Assert.Equal(7, (await VerifyAsync(log)).FirstAltered);
    }

    // Streams a and b take turns: a1 b1 a2 b2 a3 b3.
    private static async Task<LogUnderTest> FilledAsync(DatabaseProvider provider)
    {
        var log = await LogUnderTest.StartAsync(provider);
        for (var i = 0; i < 6; i++) await log.CountAsync(i % 2 == 0 ? "counters/a" : "counters/b");
        return log;
    }

    private static Task<Verification> VerifyAsync(LogUnderTest log) =>
        log.Services.GetRequiredService<LogVerifier<CounterDb>>().VerifyAsync(progress: null, CancellationToken.None);
}
