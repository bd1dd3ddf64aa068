using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Views;

/// <summary>Keeps every referral on its lists, and answers them page by page.</summary>
public sealed class WorklistView : View<ReferralsDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(ReferralsDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is ReferralSubmitted submitted)
        {
            db.Worklists.Add(Place(new()
            {
                Name = recorded.Stream,
                Version = recorded.Version,
                State = ReferralState.Submitted,
                Sender = submitted.Parties.Sender,
                Recipient = submitted.Parties.Recipient,
                Service = submitted.Parties.Service,
                ServiceDisplayName = submitted.ServiceDisplayName,
                Theme = submitted.Theme,
                SubmittedAt = recorded.OccurredAt,
            }, recorded));
            return;
        }
        var row = await db.Worklists.FindAsync([recorded.Stream], cancellation)
            ?? throw new InvalidOperationException($"{recorded.Stream} moves before it is submitted.");
        // Lists show the etag, and an internal note is nobody else's business.
        if (!ReferralRemark.IsInternal((ReferralEvent)recorded.Body)) row.Version = recorded.Version;
        if (recorded.Body is not ReferralMoved moved) return;
        (row.Before, row.AppointmentAt, row.Until) = (Transitions.Before(moved.From, row.Before, moved.To), Referral.AppointmentAfter(moved, row.AppointmentAt), Referral.UntilAfter(moved, row.Until));
        row.State = moved.To;
        Place(row, recorded);
    }

    /// <inheritdoc />
    public override Task ClearAsync(ReferralsDb db, CancellationToken cancellation) => db.Worklists.ExecuteDeleteAsync(cancellation);

    /// <summary>One page of a list, in its order; one row more than asked when there is a next page.</summary>
    /// <param name="db">The database.</param>
    /// <param name="institution">Institution id.</param>
    /// <param name="list">Which list.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<List<WorklistRow>> PageAsync(
        ReferralsDb db, string institution, Worklist list, (DateTimeOffset ChangedAt, string Name)? after, int size, CancellationToken cancellation)
    {
        var rows = db.Worklists.AsNoTracking();
        if (list != Worklist.All)
        {
            var mine = Worklists.IsSent(list)
                ? rows.Where(w => w.Sender == institution && w.SenderList == list)
                : rows.Where(w => w.Recipient == institution && w.RecipientList == list);
            return await Ordered(mine, Worklists.OldestFirst(list), after).Take(size + 1).ToListAsync(cancellation);
        }
        // Two index scans and a merge: an OR over both columns would read everything.
        var sent = await Ordered(rows.Where(w => w.Sender == institution), oldestFirst: false, after).Take(size + 1).ToListAsync(cancellation);
        var received = await Ordered(rows.Where(w => w.Recipient == institution), oldestFirst: false, after).Take(size + 1).ToListAsync(cancellation);
        return [.. sent.Concat(received).OrderByDescending(w => w.ChangedAt).ThenByDescending(w => w.Name, StringComparer.Ordinal).Take(size + 1)];
    }

    /// <summary>How many open referrals each list of an institution holds.</summary>
    public static async Task<Dictionary<Worklist, int>> CountAsync(ReferralsDb db, string institution, CancellationToken cancellation)
    {
        var received = await db.Worklists.Where(w => w.Recipient == institution && Worklists.OpenReceived.Contains(w.RecipientList))
            .GroupBy(w => w.RecipientList).Select(g => new { List = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var sent = await db.Worklists.Where(w => w.Sender == institution && Worklists.OpenSent.Contains(w.SenderList))
            .GroupBy(w => w.SenderList).Select(g => new { List = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return received.Concat(sent).ToDictionary(c => c.List, c => c.Count);
    }

    private static WorklistRow Place(WorklistRow row, RecordedEvent recorded)
    {
        row.ChangedAt = recorded.OccurredAt;
        (row.SenderList, row.RecipientList) = (Worklists.OfSender(row.State), Worklists.OfRecipient(row.State));
        return row;
    }

    private static IQueryable<WorklistRow> Ordered(IQueryable<WorklistRow> rows, bool oldestFirst, (DateTimeOffset ChangedAt, string Name)? after)
    {
        if (oldestFirst)
        {
            if (after is { } low) rows = rows.Where(w => w.ChangedAt > low.ChangedAt || (w.ChangedAt == low.ChangedAt && string.Compare(w.Name, low.Name) > 0));
            return rows.OrderBy(w => w.ChangedAt).ThenBy(w => w.Name);
        }
        if (after is { } high) rows = rows.Where(w => w.ChangedAt < high.ChangedAt || (w.ChangedAt == high.ChangedAt && string.Compare(w.Name, high.Name) < 0));
        return rows.OrderByDescending(w => w.ChangedAt).ThenByDescending(w => w.Name);
    }
}
