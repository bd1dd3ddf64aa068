using System.Diagnostics;
using Reseau.Journeys.Local;
using Xunit.Abstractions;

namespace Reseau.Chaos;

/// <summary>
/// SIGKILL at each boundary of a change's way, under load, again and again on the same databases:
///  1. the service starts with a killer inside (<see cref="Killer"/>), which waits for the n-th passing of the step;
///  2. it dies there, of nothing else, and its files show it; everything acknowledged is in its log, once, and the log's chain holds;
///  3. the next process goes on from these files, among neighbours that have lived on, and may die before it has caught up;
///  4. the last one is left alone: the backlog drains by itself, both services agree, and each effect is there once.
/// </summary>
public sealed class KillingAtEachStep(ITestOutputHelper output)
{
    private static readonly int Kills = Scale.Kills(usually: 5);

    private readonly Ledger _ledger = new();

    [Theory]
    [InlineData(Boundary.AfterValidate)]
    [InlineData(Boundary.AfterCommit)]
    [InlineData(Boundary.BeforePublish)]
    [InlineData(Boundary.AfterPublish)]
    [InlineData(Boundary.BeforeAck)]
    public async Task What_was_acknowledged_is_kept_once_and_the_backlog_drains_by_itself(Boundary boundary)
    {
        var seed = Scale.Seed(output);
        var (chance, place) = (new Random(seed), BoundaryPlace.Of(boundary));
        await using var network = await TwoServices.StartAsync();
        var clients = new Clients(_ledger, seed);
        clients.Begin(await ServiceThatIsKnownAsync(network));
        await network.KillAsync(place.Service);

        var watch = Stopwatch.StartNew();
        for (var kill = 0; kill < Kills; kill++) await KillAsync(network, clients, boundary, chance.Next(place.MostPassings) + 1);
        output.WriteLine($"{boundary}: {Kills} kills in {watch.Elapsed}, {_ledger.Acknowledged.Count} commands acknowledged, {_ledger.Abandoned.Count} given up");

        Assert.True(await network.Begin(place.Service).IsReadyAsync());
        using var life = await network.LifeAsync();
        clients.Use(life);
        await clients.EndAsync();

        watch.Restart();
        var tables = new Tables(network.Data);
        Assert.Empty(_ledger.Surprises);
        Assert.True(_ledger.Acknowledged.Count > Kills, $"Too little load to prove anything: {_ledger.Acknowledged.Count} commands.");
        new LogCheck(tables, _ledger).HoldsEachAcknowledgedCommandOnce();
        var agreement = new Agreement(tables);
        await agreement.OfTheClientsAsync(life);
        await agreement.OfTheServicesAsync();
        output.WriteLine($"agreed after {watch.Elapsed}");
    }

    private async Task KillAsync(TwoServices network, Clients clients, Boundary boundary, int passing)
    {
        var place = BoundaryPlace.Of(boundary);
        var doom = new Doom(place.Step, passing, place.Until, HandledBefore(network, place));
        var doomed = network.Begin(place.Service, doom);
        // It may die of what the one before it left to do; then nobody has called it.
        using var life = await doomed.IsReadyAsync() ? await network.LifeAsync() : null;
        if (life is not null) clients.Use(life);
        var position = await doomed.DeathAsync(doom);
        clients.Rest();
        await network.KillAsync(place.Service);

        using var remains = network.Remains(place.Service);
        var (left, alive) = (new Tables(remains), new Tables(network.Data));
        await new Evidence(left, alive, _ledger).ShowsAsync(boundary, position);
        await Chains.HoldAsync(remains, place.Service);
        new LogCheck(place.Service == "referrals" ? left : alive, _ledger).HasLostNothing();
    }

    // What comes again was handled in another life: the killer cannot have seen it.
    private static long HandledBefore(TwoServices network, BoundaryPlace place)
    {
        if (place.Until.Length == 0) return 0;
        using var remains = network.Remains(place.Service);
        return Evidence.HandledUpTo(new(remains));
    }

    // The clients begin once the referral service has heard of the directory: until then a refusal is right.
    private async Task<string> ServiceThatIsKnownAsync(TwoServices network)
    {
        using var somebody = await network.AtTheDirectoryAsync();
        using var life = await network.LifeAsync();
        var first = Requests.Submission(await Requests.CafServiceAsync(somebody));
        var sent = await Requests.SubmitAsync(life.Ccas, first);
        _ledger.Acknowledge(first.RequestId, sent.Name, sent.Etag);
        return first.Referral.Service;
    }
}
