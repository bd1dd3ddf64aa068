using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Rpc;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Privacy;

/// <summary>
/// Erases the persons whose time is over, and throws away the drafts that nobody has touched for long. The run that only counts goes the same way and stops before the command; the command looks
/// again at the referral itself, so that two runs side by side, or a stale list, erase nothing twice and nothing too early.
/// </summary>
public sealed class RetentionRun(CommandLog<ReferralsDb> commands, IDbContextFactory<ReferralsDb> databases, IOptions<RetentionOptions> options, TimeProvider clock)
{
    private const int PageSize = 500;

    /// <summary>Runs once over all referrals.</summary>
    /// <param name="dryRun">Only counts.</param>
    /// <param name="cancellation">Ends the run; what is erased stays so.</param>
    public async Task<RetentionReport> RunAsync(bool dryRun, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var counts = new Dictionary<(string Institution, DateOnly Month), RetentionLine>();
        foreach (var institution in await SendersAsync(cancellation))
        {
            var months = options.Value.MonthsOf(institution);
            await foreach (var due in OverAsync(institution, months, now, cancellation))
            {
                var closed = Transitions.IsTerminal(due.State);
                if (closed && !dryRun && !await EraseAsync(due.Name, current => Retention.Forget(current, months, now), now, cancellation)) continue;
                Count(counts, institution, due, line => closed ? line with { Erased = line.Erased + 1 } : line with { Open = line.Open + 1 });
            }
            var days = options.Value.DraftDays;
            await foreach (var draft in DraftsOverAsync(institution, days, now, cancellation))
            {
                if (!dryRun && !await EraseAsync(draft.Name, current => Drafting.Forget(current, days, now), now, cancellation)) continue;
                Count(counts, institution, draft, line => line with { Drafts = line.Drafts + 1 });
            }
        }
        return new([.. counts.Values.OrderBy(line => line.Institution, StringComparer.Ordinal).ThenBy(line => line.Month)]);
    }

    private static void Count(Dictionary<(string Institution, DateOnly Month), RetentionLine> counts, string institution, WorklistRow row, Func<RetentionLine, RetentionLine> add)
    {
        var day = FrenchDay.Of(row.ChangedAt);
        var month = new DateOnly(day.Year, day.Month, 1);
        counts[(institution, month)] = add(counts.GetValueOrDefault((institution, month)) ?? new(institution, month, Erased: 0, Open: 0));
    }

    private async Task<List<string>> SendersAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Worklists.Select(w => w.Sender).Distinct().ToListAsync(cancellation);
    }

    // Page by page in the order of an index; what a real run erases leaves the list behind it.
    private async IAsyncEnumerable<WorklistRow> OverAsync(
        string institution, int months, DateTimeOffset now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var limit = Retention.NoneAfter(months, now);
        (DateTimeOffset ChangedAt, string Name) after = (DateTimeOffset.UnixEpoch, "");
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var page = await SilentReferrals.PageAsync(db, institution, limit, after, PageSize, cancellation);
            foreach (var row in page.Where(row => Retention.IsOver(row.ChangedAt, months, now))) yield return row;
            if (page.Count < PageSize) yield break;
            after = (page[^1].ChangedAt, page[^1].Name);
        }
    }

    private async IAsyncEnumerable<WorklistRow> DraftsOverAsync(
        string institution, int days, DateTimeOffset now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var limit = Drafting.NoneAfter(days, now);
        (DateTimeOffset ChangedAt, string Name) after = (DateTimeOffset.UnixEpoch, "");
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var page = await SilentReferrals.DraftsAsync(db, institution, limit, after, PageSize, cancellation);
            foreach (var row in page.Where(row => Drafting.IsForgotten(row.ChangedAt, days, now))) yield return row;
            if (page.Count < PageSize) yield break;
            after = (page[^1].ChangedAt, page[^1].Name);
        }
    }

    private async Task<bool> EraseAsync(string name, Func<Referral, Decision<ReferralEvent>> decide, DateTimeOffset now, CancellationToken cancellation)
    {
        // Time does it: no request that could come again.
        var command = Command.OfNobody(Guid.CreateVersion7(now).ToString(), SHA256.HashData([]), now);
        var result = await commands.ExecuteAsync(command, async (unit, token) =>
        {
            var current = ReferralStore.Fold(name, await unit.ReadAsync(name, token)) ?? throw new InvalidOperationException($"{name} is on a list and has no history.");
            var events = decide(current).EventsOrThrow();
            if (events.Count > 0) await Forgetting.EraseAsync(unit.Db, name, token);
            return await unit.AppendAsync(name, current.Version, events, token);
        }, cancellation);
        return result.Appended.Count > 0;
    }
}
