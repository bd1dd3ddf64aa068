using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Reseau.Testing;
using Reseau.Testing.Hosts;
using Xunit.Abstractions;

namespace Reseau.Chaos;

/// <summary>
/// The broker takes connections and says nothing, for a while: neither a publication nor a delivery comes through, and nobody is told. Institutions
/// go on working; once it speaks again everything is delivered, without anybody's help.
/// </summary>
public sealed class SilencingTheBroker(ITestOutputHelper output)
{
    // Shorter than what a service does unasked: only a message can be as quick.
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task Delivery_resumes_alone_and_everything_arrives_once()
    {
        var (publishing, delivering) = (new List<QuietLine>(), new List<QuietLine>());
        var network = new NetworkHost { Demo = true, ToSidecar = address => Line(publishing, address), Delivery = address => Task.FromResult(Line(delivering, address)) };
        await network.InitializeAsync();
        List<QuietLine> lines = [.. publishing, .. delivering];
        try
        {
            var pair = await Pair.OfAsync(network);
            await pair.HandOverAsync();
            await ArrivesAsync(network, sent: 1);

            lines.ForEach(line => line.FallSilent());
            var sent = 1;
            for (var silence = Stopwatch.StartNew(); silence.Elapsed < Scale.Silence; sent++)
            {
                await pair.HandOverAsync();
                await Task.Delay(Pace);
            }
            Assert.True(await PublishedAsync(network) < await HeadAsync(network), "The broker was not silent: nothing is proven.");
            lines.ForEach(line => line.SpeakAgain());

            await ArrivesAsync(network, sent);
            output.WriteLine($"{sent} handed over, {Scale.Silence} of silence");

            // As before the silence: one more is carried by a message.
            var carried = delivering.Sum(line => line.Passed);
            await pair.HandOverAsync();
            await Eventually.GetAsync(() => network.Partners.ReadAsync(db => db.AnswerDelays.CountAsync()), measured => measured == sent + 1, Quick);
            await Eventually.GetAsync(() => delivering.Sum(line => line.Passed), passed => passed > carried, Quick);
        }
        finally
        {
            await network.DisposeAsync();
            foreach (var line in lines) await line.DisposeAsync();
        }
    }

    private static string Line(List<QuietLine> lines, string address)
    {
        var line = QuietLine.To(address);
        lock (lines) lines.Add(line);
        return line.Address;
    }

    private static async Task ArrivesAsync(NetworkHost network, int sent)
    {
        var head = await HeadAsync(network);
        await Eventually.GetAsync(() => PublishedAsync(network), position => position == head, Settling);
        await Eventually.GetAsync(() => network.Sidecar.Pending("partners", "referrals"), pending => pending == 0, Settling);
        await Eventually.GetAsync(() => network.Partners.ReadAsync(db => db.Cursors.Where(c => c.Name == "subscription:referrals").Select(c => c.Position).SingleOrDefaultAsync()), position => position == head, Settling);

        Assert.Equal(sent, await network.Partners.ReadAsync(db => db.AnswerDelays.CountAsync()));
        Assert.Equal(0, await network.Partners.ReadAsync(db => db.Parked.CountAsync()));
        Assert.Empty(network.Sidecar.DeadLetters());
    }

    private static Task<long> HeadAsync(NetworkHost network) => network.Referrals.ReadAsync(db => db.Events.MaxAsync(happened => happened.Position));

    private static Task<long> PublishedAsync(NetworkHost network) =>
        network.Referrals.ReadAsync(db => db.Cursors.Where(cursor => cursor.Name == "publisher").Select(cursor => cursor.Position).SingleAsync());
}
