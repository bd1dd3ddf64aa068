using Reseau.Conformance.EventLog.Counters;
using Reseau.Hosting.Log;
using Reseau.Testing.Databases;

namespace Reseau.Conformance.EventLog;

public sealed class Appending
{
    [Theory, OnEveryProvider]
    public async Task What_was_appended_is_read_back(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        var command = log.CommandOf("count");
        var counted = new Counted(3, "Compté à Plœmeur\n— « ok » 👍 \\ \"");

        var result = await log.Commands.ExecuteAsync(command, (unit, cancellation) => unit.AppendAsync("counters/a", 0, [counted], cancellation), CancellationToken.None);

        Assert.Equal(new StreamVersion("counters/a", 1), result);
        var read = Assert.Single(await log.Reader.ReadStreamAsync("counters/a", long.MaxValue, CancellationToken.None));
        Assert.Equal(new RecordedEvent(1, "counters/a", 1, counted, command.Actor, command.Institution, command.Now, command.TraceId), read);
    }

    [Theory, OnEveryProvider]
    public async Task A_stream_is_read_up_to_the_version_asked_for(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        for (var i = 0; i < 4; i++) await log.CountAsync("counters/a");
        await log.CountAsync("counters/b");

        var read = await log.Reader.ReadStreamAsync("counters/a", 3, CancellationToken.None);

        Assert.Equal([1L, 2L, 3L], read.Select(recorded => recorded.Version));
    }

    [Theory, OnEveryProvider]
    public async Task Fifty_writers_leave_positions_without_holes_in_the_order_of_each_stream(DatabaseProvider provider)
    {
        const int writers = 50;
        const int each = 4;
        await using var log = await LogUnderTest.StartAsync(provider);

        await Task.WhenAll(Enumerable.Range(0, writers).Select(async writer =>
        {
            for (var i = 0; i < each; i++) await log.CountAsync($"counters/{writer}");
        }));

        var rows = await log.EventsAsync();
        Assert.Equal(Enumerable.Range(1, writers * each).Select(position => (long)position), rows.Select(row => row.Position));
        Assert.All(rows.GroupBy(row => row.Stream), stream => Assert.Equal([1L, 2L, 3L, 4L], stream.Select(row => row.Version)));
        Assert.Equal(writers * each, await log.Reader.HeadAsync(CancellationToken.None));
    }

    [Theory, OnEveryProvider]
    public async Task A_command_that_decides_nothing_leaves_the_version_and_remembers_its_answer(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        await log.CountAsync("counters/a");

        var result = await log.CountAsync("counters/a", by: 0);

        Assert.Equal(new StreamVersion("counters/a", 1), result);
        Assert.Single(await log.EventsAsync());
    }
}
