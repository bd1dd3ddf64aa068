using Microsoft.EntityFrameworkCore;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Views;

/// <summary>
/// Reads worklists page by page. A page costs the same however long its list: without filter it reads what it shows; with one it looks
/// at no more than <see cref="Reach"/> rows, and the next page goes on from there. An index for each filter and each order would make
/// every command write them all, for questions that are seldom asked.
/// </summary>
public static class WorklistPages
{
    /// <summary>How many rows a page looks at.</summary>
    public const int Reach = 2000;

    /// <summary>Where counting stops.</summary>
    public const int MostCounted = 1000;

    /// <summary>One page of a list, in its order.</summary>
    /// <param name="db">The database.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<WorklistPage> ReadAsync(ReferralsDb db, WorklistQuestion asked, WorklistPosition? after, int size, CancellationToken cancellation)
    {
        var (rows, institution, list) = (db.Worklists.AsNoTracking(), asked.Institution, asked.List);
        if (Worklists.IsOfToday(list))
        {
            var expected = asked.Filter.Apply(Expected(rows, institution, Worklists.IsSent(list), asked.Today), Worklists.IsSent(list));
            return Page(await Ordered(expected, WorklistOrder.Appointment, after).Take(size + 1).ToListAsync(cancellation), size, WorklistOrder.Appointment);
        }
        if (list == Worklist.All) return await BothSidesAsync(rows, asked, after, size, cancellation);

        var (sent, order) = (Worklists.IsSent(list), Worklists.OldestFirst(list) ? WorklistOrder.FirstDue : WorklistOrder.LastMoved);
        var (found, end) = await ScanAsync(Of(rows, institution, list, asked.Now), asked.Filter, sent, order, after, size, cancellation);
        return Page(found, size, order) with { Next = found.Count > size ? Position(found[size - 1], order) : end };
    }

    /// <summary>How many open referrals each list of an institution holds; those of more than <see cref="MostCounted"/> hold that many.</summary>
    public static async Task<Dictionary<Worklist, int>> CountAsync(ReferralsDb db, string institution, DateTimeOffset now, CancellationToken cancellation)
    {
        // One statement of many short scans: a single one over all lists would read every open referral.
        var received = Worklists.OpenReceived.Select(list => Of(db.Worklists, institution, list, now)
            .Take(MostCounted).GroupBy(w => w.RecipientList).Select(g => new { List = g.Key, Count = g.Count() }));
        var sent = Worklists.OpenSent.Select(list => Of(db.Worklists, institution, list, now)
            .Take(MostCounted).GroupBy(w => w.SenderList).Select(g => new { List = g.Key, Count = g.Count() }));
        var counts = (await received.Concat(sent).Aggregate((one, next) => one.Concat(next)).ToListAsync(cancellation)).ToDictionary(c => c.List, c => c.Count);
        foreach (var list in Worklists.OfTheMoment)
        {
            var rows = Worklists.IsOfToday(list) ? Expected(db.Worklists, institution, Worklists.IsSent(list), FrenchDay.Of(now)) : Of(db.Worklists, institution, list, now);
            var count = await rows.Take(MostCounted).CountAsync(cancellation);
            if (count > 0) counts[list] = count;
        }
        return counts;
    }

    // Everything: two index scans and a merge; an OR over both columns would read everything.
    private static async Task<WorklistPage> BothSidesAsync(
        IQueryable<WorklistRow> rows, WorklistQuestion asked, WorklistPosition? after, int size, CancellationToken cancellation)
    {
        var institution = asked.Institution;
        const WorklistOrder order = WorklistOrder.LastChanged;
        var (sent, sentEnd) = await ScanAsync(rows.Where(w => w.Sender == institution && w.RedirectedTo == null && w.State != ReferralState.Draft), asked.Filter, sent: true, order, after, size, cancellation);
        var (received, receivedEnd) = await ScanAsync(rows.Where(w => w.Recipient == institution), asked.Filter, sent: false, order, after, size, cancellation);
        // Beyond where the shorter look ended, the other side's rows may have neighbours that nobody has seen yet.
        var horizon = sentEnd is null || (receivedEnd is not null && IsAfter(receivedEnd, sentEnd)) ? receivedEnd : sentEnd;
        List<WorklistRow> found = [.. sent.Concat(received).OrderByDescending(w => w.ChangedAt).ThenByDescending(w => w.Name, StringComparer.Ordinal)
            .Where(w => horizon is null || !IsAfter(horizon, Position(w, order)))];
        return Page(found, size, order) with { Next = found.Count > size ? Position(found[size - 1], order) : horizon };
    }

    // What fits, one row more than asked for when there is more; else how far it looked, unless it saw the end.
    private static async Task<(List<WorklistRow> Found, WorklistPosition? End)> ScanAsync(
        IQueryable<WorklistRow> rows, WorklistFilter filter, bool sent, WorklistOrder order, WorklistPosition? after, int size, CancellationToken cancellation)
    {
        // Nothing moves before it is sent: what moved last before that day is passed over by the index.
        if (filter.SentFrom is { } from) rows = order == WorklistOrder.LastChanged ? rows.Where(w => w.ChangedAt >= from) : rows.Where(w => w.OrderAt >= from);
        var ordered = Ordered(rows, order, after);
        if (filter.IsNone) return (await ordered.Take(size + 1).ToListAsync(cancellation), null);

        var found = await Ordered(filter.Apply(ordered.Take(Reach), sent), order, null).Take(size + 1).ToListAsync(cancellation);
        if (found.Count > size) return (found, null);
        var last = await ordered.Skip(Reach - 1).FirstOrDefaultAsync(cancellation);
        return (found, last is null ? null : Position(last, order));
    }

    private static IQueryable<WorklistRow> Of(IQueryable<WorklistRow> rows, string institution, Worklist list, DateTimeOffset now)
    {
        var whole = Worklists.Whole(list);
        rows = Worklists.IsSent(list) ? rows.Where(w => w.Sender == institution && w.SenderList == whole) : rows.Where(w => w.Recipient == institution && w.RecipientList == whole);
        return whole == list ? rows : rows.Where(w => w.OrderAt <= now);
    }

    private static IQueryable<WorklistRow> Expected(IQueryable<WorklistRow> rows, string institution, bool sent, DateOnly today)
    {
        var (begin, end) = (FrenchDay.StartOf(today), FrenchDay.StartOf(today.AddDays(1)));
        rows = sent ? rows.Where(w => w.Sender == institution) : rows.Where(w => w.Recipient == institution);
        return rows.Where(w => w.AppointmentAt >= begin && w.AppointmentAt < end && w.State == ReferralState.Scheduled);
    }

    private static IQueryable<WorklistRow> Ordered(IQueryable<WorklistRow> rows, WorklistOrder order, WorklistPosition? after)
    {
        switch (order)
        {
            case WorklistOrder.FirstDue:
                if (after is { } due) rows = rows.Where(w => w.OrderAt > due.At || (w.OrderAt == due.At && string.Compare(w.Name, due.Name) > 0));
                return rows.OrderBy(w => w.OrderAt).ThenBy(w => w.Name);
            case WorklistOrder.Appointment:
                if (after is { } hour) rows = rows.Where(w => w.AppointmentAt > hour.At || (w.AppointmentAt == hour.At && string.Compare(w.Name, hour.Name) > 0));
                return rows.OrderBy(w => w.AppointmentAt).ThenBy(w => w.Name);
            case WorklistOrder.LastMoved:
                if (after is { } moved) rows = rows.Where(w => w.OrderAt < moved.At || (w.OrderAt == moved.At && string.Compare(w.Name, moved.Name) < 0));
                return rows.OrderByDescending(w => w.OrderAt).ThenByDescending(w => w.Name);
            default:
                if (after is { } changed) rows = rows.Where(w => w.ChangedAt < changed.At || (w.ChangedAt == changed.At && string.Compare(w.Name, changed.Name) < 0));
                return rows.OrderByDescending(w => w.ChangedAt).ThenByDescending(w => w.Name);
        }
    }

    private static WorklistPage Page(List<WorklistRow> found, int size, WorklistOrder order) =>
        found.Count > size ? new([.. found.Take(size)], Position(found[size - 1], order)) : new(found, null);

    private static WorklistPosition Position(WorklistRow row, WorklistOrder order) => new(order switch
    {
        WorklistOrder.Appointment => row.AppointmentAt!.Value,
        WorklistOrder.LastChanged => row.ChangedAt,
        _ => row.OrderAt,
    }, row.Name);

    // Newer, in a list whose newest come first.
    private static bool IsAfter(WorklistPosition one, WorklistPosition other) =>
        one.At > other.At || (one.At == other.At && string.CompareOrdinal(one.Name, other.Name) > 0);
}
