using System.Globalization;
using Reseau.Journeys.Local;
using Reseau.Testing;

namespace Reseau.Chaos;

/// <summary>What all must agree on once nobody kills any more.</summary>
internal sealed class Agreement(Tables tables)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);

    /// <summary>Sender, recipient and log have the same referrals, and the recipient's stream tells each change once, in the order of the log.</summary>
    public async Task OfTheClientsAsync(Life life)
    {
        var sent = await NamesAsync(life.Ccas);
        var received = await NamesAsync(life.Caf);
        Assert.Equal(sent.Order(StringComparer.Ordinal), received.Order(StringComparer.Ordinal));
        Assert.Equal(sent.Order(StringComparer.Ordinal), tables.Rows("referrals.db", "SELECT name FROM worklists ORDER BY name"));

        // From the beginning.
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

    /// <summary>Nothing waits any more: each service has taken in the whole log of the other, each change once.</summary>
    public async Task OfTheServicesAsync()
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
