using Reseau.Journeys.Local;
using Reseau.Testing;
using Xunit.Abstractions;

namespace Reseau.Chaos;

/// <summary>
/// SIGKILL at random moments, under load, on one data folder:
///  1. while the databases are made and the demo network is loaded for the first time;
///  2. while clients send, accept and close, and now and then while it recovers from the kill before;
///  3. then the clients get their last answers, and what they know is compared with log, views, queue and the other service.
/// What dies at a named point of a command's way is <see cref="KillingAtEachStep"/>'s; here everything dies, at any.
/// </summary>
public sealed class KillingTheProcess(ITestOutputHelper output)
{
    private const int FirstStarts = 4;
    private static readonly int Afterwards = Scale.Kills(usually: 8);
    private const int RecoveringOneIn = 6;
    private const int CommandsOfALife = 10;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);

    private readonly Ledger _ledger = new();

    [Fact]
    public async Task No_acknowledged_command_is_lost_and_none_takes_effect_twice()
    {
        var seed = Scale.Seed(output);
        using var data = new DataFolder();
        var tables = new Tables(data);
        var chance = new Random(seed);

        var edition = await KillFirstStartsAsync(data, chance);
        var clients = new Clients(_ledger, seed);
        edition = await KillUnderLoadAsync(data, edition, clients, chance);

        // The last life is left alone.
        edition = LocalEdition.Begin(data.Path, edition);
        await using (edition)
        {
            await edition.IsReady;
            using var life = await Life.OfAsync(edition);
            clients.Use(life);
            await clients.EndAsync();
            output.WriteLine($"{_ledger.Acknowledged.Count} commands acknowledged, {_ledger.Abandoned.Count} given up");

            Assert.Empty(_ledger.Surprises);
            Assert.True(_ledger.Acknowledged.Count > 3 * Afterwards, $"Too little load to prove anything: {_ledger.Acknowledged.Count} commands.");
            new LogCheck(tables, _ledger).HoldsEachAcknowledgedCommandOnce();
            var agreement = new Agreement(tables);
            await agreement.OfTheClientsAsync(life);
            await agreement.OfTheServicesAsync();
            await edition.KillAsync();
        }
        await TheChainsHoldAndTheViewsAreThoseOfTheLogAsync(data, tables);
    }

    private async Task<LocalEdition> KillFirstStartsAsync(DataFolder data, Random chance)
    {
        LocalEdition? edition = null;
        for (var kill = 0; kill < FirstStarts; kill++)
        {
            edition = LocalEdition.Begin(data.Path, edition);
            await using (edition)
            {
                // Later and later, but before it is ready: the runtime, the files, the schema, the demo network.
                await Task.WhenAny(edition.IsReady, Task.Delay(chance.Next(100, 400) * (kill + 1)));
                Assert.False(edition.Output.Contains("Unhandled", StringComparison.Ordinal), edition.Output);
                await edition.KillAsync();
            }
        }
        return edition!;
    }

    private async Task<LocalEdition> KillUnderLoadAsync(DataFolder data, LocalEdition before, Clients clients, Random chance)
    {
        var edition = before;
        for (var kill = 0; kill < Afterwards; kill++)
        {
            edition = LocalEdition.Begin(data.Path, edition);
            await using (edition)
            {
                if (kill % RecoveringOneIn == RecoveringOneIn - 1)
                {
                    await Task.WhenAny(edition.IsReady, Task.Delay(chance.Next(200, 2500)));
                    await edition.KillAsync();
                    continue;
                }
                await edition.IsReady;
                using var life = await Life.OfAsync(edition);
                if (kill == 0) clients.Begin(await ServiceThatIsKnownAsync(life));
                clients.Use(life);
                // Counted in answers, so that a slow machine is killed in the middle of its work too; then somewhere between two of them.
                await AnswersAsync(chance.Next(CommandsOfALife));
                await Task.Delay(chance.Next(200));
                await edition.KillAsync();
            }
        }
        return edition;
    }

    // The clients begin once the referral service has heard of the directory: until then a refusal is right.
    private async Task<string> ServiceThatIsKnownAsync(Life life)
    {
        var first = Requests.Submission(await Requests.CafServiceAsync(life.Ccas));
        var sent = await Requests.SubmitAsync(life.Ccas, first);
        _ledger.Acknowledge(first.RequestId, sent.Name, sent.Etag);
        return first.Referral.Service;
    }

    private async Task AnswersAsync(int more)
    {
        var enough = _ledger.Acknowledged.Count + more;
        await Eventually.GetAsync(() => _ledger.Acknowledged.Count, count => count >= enough, Settling);
    }

    private static async Task TheChainsHoldAndTheViewsAreThoseOfTheLogAsync(DataFolder data, Tables tables)
    {
        var (verified, said) = await LocalEdition.RunAsync("verify", data.Path);
        Assert.True(verified == 0, said);

        var before = Views(tables);
        var (rebuilt, heard) = await LocalEdition.RunAsync("rebuild-views", data.Path);
        Assert.True(rebuilt == 0, heard);
        Assert.Equal(before, Views(tables));
    }

    private static List<string> Views(Tables tables) =>
        [.. tables.Rows("referrals.db", "SELECT * FROM worklists ORDER BY name"), .. tables.Rows("partners.db", "SELECT * FROM institutions ORDER BY name")];
}
