using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Testing.Databases;

namespace Reseau.Conformance.EventLog;

public sealed class RepeatingARequest
{
    private readonly string _id = Guid.NewGuid().ToString();

    [Theory, OnEveryProvider]
    public async Task Ten_repeats_give_the_first_result_even_after_the_stream_moved_on(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        await log.CountAsync("counters/a", requestId: _id);
        await log.CountAsync("counters/a");

        for (var repeat = 0; repeat < 10; repeat++)
            Assert.Equal(new StreamVersion("counters/a", 1), await log.CountAsync("counters/a", requestId: _id));

        Assert.Equal(2, (await log.EventsAsync()).Count);
    }

    [Theory, OnEveryProvider]
    public async Task Another_body_under_the_same_id_is_refused_and_leaves_nothing(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        await log.CountAsync("counters/a", requestId: _id);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => log.CountAsync("counters/a", by: 2, requestId: _id));

        Assert.Equal(CommonReasons.RequestIdReused, refused.Refusal.Reason);
        Assert.Single(await log.EventsAsync());
    }

    [Theory, OnEveryProvider]
    public async Task Two_institutions_may_choose_the_same_id(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);

        await log.CountAsync("counters/a", requestId: _id, institution: "caf-35");
        await log.CountAsync("counters/b", requestId: _id, institution: "ccas-rennes");

        Assert.Equal(["counters/a", "counters/b"], (await log.EventsAsync()).Select(row => row.Stream));
    }

    [Theory, OnEveryProvider]
    public async Task Repeats_at_the_same_moment_have_one_effect_and_one_answer(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => log.CountAsync("counters/a", requestId: _id)));

        Assert.All(answers, answer => Assert.Equal(new StreamVersion("counters/a", 1), answer));
        Assert.Single(await log.EventsAsync());
        Assert.Equal(1, await log.ReadAsync(db => db.Requests.CountAsync()));
    }

    [Theory, OnEveryProvider]
    public async Task A_refused_request_may_be_sent_again_under_its_id(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        await log.CountAsync("counters/a");
        await Assert.ThrowsAsync<RefusedException>(() => log.CountAsync("counters/a", requestId: _id, etag: Etag.Of(7)));

        Assert.Equal(2, (await log.CountAsync("counters/a", requestId: _id, etag: Etag.Of(1))).Version);
    }
}
