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
            db.Worklists.Add(await PlaceAsync(db, new()
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
                Chain = submitted.Chain?[0].Referral,
                Hop = submitted.Chain?.Count,
                Standing = ChainState.Open,
            }, recorded, cancellation));
            return;
        }
        var row = await db.Worklists.FindAsync([recorded.Stream], cancellation)
            ?? throw new InvalidOperationException($"{recorded.Stream} moves before it is submitted.");
        row.Version = recorded.Version;
        if (recorded.Body is ReferralErased or ReferralConsentWithdrawn) row.ErasedAt = recorded.OccurredAt;
        if (recorded.Body is ReferralConsentWithdrawn) row.ConsentWithdrawnAt = recorded.OccurredAt;
        if (Redirecting.NextOf((ReferralEvent)recorded.Body) is { } next) Leave(row, next);
        if (recorded.Body is not ReferralMoved moved) return;
        (row.Before, row.AppointmentAt, row.Until) = (Transitions.Before(moved.From, row.Before, moved.To), Referral.AppointmentAfter(moved, row.AppointmentAt), Referral.UntilAfter(moved, row.Until));
        // What is only forgotten stands as it stood.
        if (moved.From != moved.To) row.Standing = ChainStates.Of(moved.To, (moved as ReferralCompleted)?.Outcome);
        row.State = moved.To;
        await PlaceAsync(db, row, recorded, cancellation);
    }

    /// <inheritdoc />
    public override Task ClearAsync(ReferralsDb db, CancellationToken cancellation) => db.Worklists.ExecuteDeleteAsync(cancellation);

    /// <summary>One page of a list, in its order; one row more than asked when there is a next page.</summary>
    /// <param name="db">The database.</param>
    /// <param name="institution">Institution id.</param>
    /// <param name="list">Which list.</param>
    /// <param name="now">What is due before is late.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<List<WorklistRow>> PageAsync(
        ReferralsDb db, string institution, Worklist list, DateTimeOffset now, (DateTimeOffset At, string Name)? after, int size, CancellationToken cancellation)
    {
        var rows = db.Worklists.AsNoTracking();
        if (list != Worklist.All)
        {
            var whole = Worklists.Whole(list);
            var mine = Worklists.IsSent(list)
                ? rows.Where(w => w.Sender == institution && w.SenderList == whole)
                : rows.Where(w => w.Recipient == institution && w.RecipientList == whole);
            if (whole != list) mine = mine.Where(w => w.OrderAt <= now);
            return await Ordered(mine, Worklists.OldestFirst(list), after).Take(size + 1).ToListAsync(cancellation);
        }
        // Two index scans and a merge: an OR over both columns would read everything.
        var sent = await NewestFirst(rows.Where(w => w.Sender == institution && w.RedirectedTo == null), after).Take(size + 1).ToListAsync(cancellation);
        var received = await NewestFirst(rows.Where(w => w.Recipient == institution), after).Take(size + 1).ToListAsync(cancellation);
        return [.. sent.Concat(received).OrderByDescending(w => w.ChangedAt).ThenByDescending(w => w.Name, StringComparer.Ordinal).Take(size + 1)];
    }

    /// <summary>How many open referrals each list of an institution holds.</summary>
    public static async Task<Dictionary<Worklist, int>> CountAsync(ReferralsDb db, string institution, DateTimeOffset now, CancellationToken cancellation)
    {
        var received = await db.Worklists.Where(w => w.Recipient == institution && Worklists.OpenReceived.Contains(w.RecipientList))
            .GroupBy(w => w.RecipientList).Select(g => new { List = g.Key, Count = g.Count(), Late = g.Count(w => w.OrderAt <= now) }).ToListAsync(cancellation);
        var sent = await db.Worklists.Where(w => w.Sender == institution && Worklists.OpenSent.Contains(w.SenderList))
            .GroupBy(w => w.SenderList).Select(g => new { List = g.Key, Count = g.Count(), Late = g.Count(w => w.OrderAt <= now) }).ToListAsync(cancellation);
        var counts = received.Concat(sent).ToDictionary(c => c.List, c => c.Count);
        foreach (var list in (Worklist[])[Worklist.Overdue, Worklist.SentOverdue])
        {
            if (received.Concat(sent).FirstOrDefault(c => c.List == Worklists.Whole(list)) is { Late: > 0 and var late }) counts[list] = late;
        }
        return counts;
    }

    // The timers are a view too, and come first: their row says when an answer is due.
    private static async Task<WorklistRow> PlaceAsync(ReferralsDb db, WorklistRow row, RecordedEvent recorded, CancellationToken cancellation)
    {
        row.ChangedAt = recorded.OccurredAt;
        row.AnswerDueAt = await db.Timers.FindAsync([row.Name], cancellation) is { } timer ? Deadlines.AnswerDue(timer.Read(), Delays.Default) : null;
        row.OrderAt = row.AnswerDueAt ?? row.ChangedAt;
        (row.SenderList, row.RecipientList) = (row.RedirectedTo is null ? Worklists.OfSender(row.State) : Worklist.None, Worklists.OfRecipient(row.State));
        return row;
    }

    // Another one goes on in its place: the sender follows that one.
    private static void Leave(WorklistRow row, Destination next)
    {
        (row.Chain, row.Hop, row.RedirectedTo) = (row.Chain ?? row.Name, row.Hop ?? 0, next.Referral);
        // Rows from before there were chains do not know it yet.
        row.Standing ??= ChainStates.Of(row.State, outcome: null);
        row.SenderList = Worklist.None;
    }

    private static IQueryable<WorklistRow> Ordered(IQueryable<WorklistRow> rows, bool oldestFirst, (DateTimeOffset At, string Name)? after)
    {
        if (oldestFirst)
        {
            if (after is { } low) rows = rows.Where(w => w.OrderAt > low.At || (w.OrderAt == low.At && string.Compare(w.Name, low.Name) > 0));
            return rows.OrderBy(w => w.OrderAt).ThenBy(w => w.Name);
        }
        if (after is { } high) rows = rows.Where(w => w.OrderAt < high.At || (w.OrderAt == high.At && string.Compare(w.Name, high.Name) < 0));
        return rows.OrderByDescending(w => w.OrderAt).ThenByDescending(w => w.Name);
    }

    private static IQueryable<WorklistRow> NewestFirst(IQueryable<WorklistRow> rows, (DateTimeOffset At, string Name)? after)
    {
        if (after is { } high) rows = rows.Where(w => w.ChangedAt < high.At || (w.ChangedAt == high.At && string.Compare(w.Name, high.Name) < 0));
        return rows.OrderByDescending(w => w.ChangedAt).ThenByDescending(w => w.Name);
    }
}
