using System.Globalization;
using Reseau.Journeys.Local;
using Reseau.Testing;
using Xunit.Abstractions;

namespace Reseau.Chaos;

/// <summary>
/// SIGKILL at random moments, under load, on one data folder:
///  1. while the databases are made and the demo network is loaded for the first time;
///  2. while clients send, accept and close, and now and then while it recovers from the kill before;
///  3. then the clients get their last answers, and what they know is compared with log, views, queue and the other service.
/// The seed is printed: RESEAU_CHAOS_SEED plays the same moments again. RESEAU_CHAOS_KILLS=200 goes on for longer.
/// </summary>
public sealed class KillingTheProcess(ITestOutputHelper output)
{
    private const int FirstStarts = 6;
    private static readonly int Afterwards = int.TryParse(Environment.GetEnvironmentVariable("RESEAU_CHAOS_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 30;
    private const int RecoveringOneIn = 6;
    private const int CommandsOfALife = 10;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);

    private readonly Ledger _ledger = new();

    [Fact]
    public async Task No_acknowledged_command_is_lost_and_none_takes_effect_twice()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("RESEAU_CHAOS_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"RESEAU_CHAOS_SEED={seed}");
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
            TheLog(tables).HoldsEachAcknowledgedCommandOnce();
            await BothSidesSeeTheSameAsync(life, tables);
            await TheOtherServiceCatchesUpAsync(tables);
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

    private LogCheck TheLog(Tables tables) => new(tables, _ledger);

    private static async Task BothSidesSeeTheSameAsync(Life life, Tables tables)
    {
        var sent = await NamesAsync(life.Ccas);
        var received = await NamesAsync(life.Caf);
        Assert.Equal(sent.Order(StringComparer.Ordinal), received.Order(StringComparer.Ordinal));
        Assert.Equal(sent.Order(StringComparer.Ordinal), tables.Rows("referrals.db", "SELECT name FROM worklists ORDER BY name"));

        // The partner's Watch stream, from the beginning: each event once, in the order of the log.
        var head = tables.Number("referrals.db", "SELECT MAX(position) FROM events");
        var seen = new List<string>();
        using var watch = life.Caf.Referrals.WatchReferrals(new());
        while (await watch.ResponseStream.MoveNext(CancellationToken.None))
        {
            if (watch.ResponseStream.Current.Change is not { } change) continue;
            seen.Add(string.Create(CultureInfo.InvariantCulture, $"{change.Position}|{change.Stream}|{change.Version}"));
            if (change.Position == head) break;
        }
        Assert.Equal(tables.Rows("referrals.db", "SELECT position, stream, version FROM events ORDER BY position"), seen);
    }

    private static async Task TheOtherServiceCatchesUpAsync(Tables tables)
    {
        foreach (var (service, other) in ((string, string)[])[("partners", "referrals"), ("referrals", "partners")])
        {
            var head = tables.Number($"{other}.db", "SELECT MAX(position) FROM events");
            await Eventually.GetAsync(() => tables.Number($"{service}.db", $"SELECT position FROM cursors WHERE name = 'subscription:{other}'"), seen => seen == head, Settling);
            await Eventually.GetAsync(() => tables.Number($"{other}.db", "SELECT position FROM cursors WHERE name = 'publisher'"), seen => seen == head, Settling);
            Assert.Equal(0, tables.Number($"{service}.db", "SELECT COUNT(*) FROM parked"));
        }
        await Eventually.GetAsync(() => tables.Number("sidecar.db", "SELECT COUNT(*) FROM queue"), waiting => waiting == 0, Settling);
        Assert.Equal(0, tables.Number("sidecar.db", "SELECT COUNT(*) FROM dead_letters"));

        // Each first answer was measured, once, in the directory; only the referrals without answer still wait there.
        Assert.Equal(
            tables.Rows("referrals.db", "SELECT position FROM events WHERE type = 'referral-accepted' ORDER BY position"),
            tables.Rows("partners.db", "SELECT position FROM answer_delays ORDER BY position"));
        Assert.Equal(
            tables.Rows("referrals.db", "SELECT stream FROM events GROUP BY stream HAVING COUNT(*) = 1 ORDER BY stream"),
            tables.Rows("partners.db", "SELECT referral FROM awaited_answers ORDER BY referral"));
        // The directory reached the referral service whole, and the demo network was loaded once.
        Assert.Equal(
            tables.Rows("partners.db", "SELECT stream FROM events WHERE type = 'service-published' ORDER BY stream"),
            tables.Rows("referrals.db", "SELECT name FROM known_services ORDER BY name"));
        Assert.Equal(1, tables.Number("partners.db", "SELECT MAX(version) FROM events"));
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

    private static async Task<List<string>> NamesAsync(Party party)
    {
        var names = new List<string>();
        for (var token = ""; ;)
        {
            var page = await party.Referrals.ListReferralsAsync(new() { PageSize = 200, PageToken = token });
            names.AddRange(page.Referrals.Select(referral => referral.Name));
            if (page.NextPageToken.Length == 0) return names;
            token = page.NextPageToken;
        }
    }
}
