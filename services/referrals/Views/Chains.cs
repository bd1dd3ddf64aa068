using Microsoft.EntityFrameworkCore;

namespace Reseau.Referrals.Views;

/// <summary>Reads chains of redirected referrals.</summary>
public static class Chains
{
    /// <summary>The referrals of some chains, oldest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="firsts">Name of the first referral of each chain.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<ILookup<string, WorklistRow>> OfAsync(ReferralsDb db, IReadOnlyCollection<string> firsts, CancellationToken cancellation)
    {
        // Most pages show none.
        List<WorklistRow> rows = firsts.Count == 0
            ? []
            : await db.Worklists.AsNoTracking().Where(w => w.Chain != null && firsts.Contains(w.Chain)).OrderBy(w => w.Hop).ToListAsync(cancellation);
        return rows.ToLookup(row => row.Chain!, StringComparer.Ordinal);
    }
}
