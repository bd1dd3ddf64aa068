using Microsoft.EntityFrameworkCore;

namespace Reseau.Training.Views;

/// <summary>Who asks for plans.</summary>
/// <param name="Institution">Institution id.</param>
/// <param name="SeesAll">Whether the plans of other institutions are shown, too.</param>
/// <param name="KeepsNetwork">Whether the drafts of their institution for the network are shown.</param>
/// <param name="KeepsOwn">Whether the drafts of their institution for itself are shown.</param>
public sealed record PlanQuestion(string Institution, bool SeesAll, bool KeepsNetwork, bool KeepsOwn);

/// <summary>Reads lists of plans page by page, the one that ends last on top: one row more than asked for says that another page follows.</summary>
public static class PlanPages
{
    /// <summary>One page.</summary>
    /// <param name="db">The database.</param>
    /// <param name="asked">Who asks.</param>
    /// <param name="after">Where the page before ended, its last day and name; null for the first.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<List<PlanRow>> ReadAsync(TrainingDb db, PlanQuestion asked, (int EndDay, string Name)? after, int size, CancellationToken cancellation)
    {
        var (institution, all, keepsNetwork, keepsOwn) = asked;
        var rows = db.Plans.AsNoTracking().Where(row =>
            (row.Shown && (row.Network || all || row.Institution == institution))
            || (!row.Shown && row.Institution == institution && ((row.Network && keepsNetwork) || (!row.Network && keepsOwn))));
        if (after is var (endDay, name)) rows = rows.Where(row => row.EndDay <= endDay && (row.EndDay < endDay || string.Compare(row.Name, name) > 0));
        return rows.OrderByDescending(row => row.EndDay).ThenBy(row => row.Name).Take(size + 1).ToListAsync(cancellation);
    }
}
