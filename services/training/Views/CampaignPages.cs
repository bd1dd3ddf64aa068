using Microsoft.EntityFrameworkCore;
using Reseau.Training.Domain.Campaigns;

namespace Reseau.Training.Views;

/// <summary>Who asks for campaigns.</summary>
/// <param name="Institution">Institution id.</param>
/// <param name="SeesAll">Whether the campaigns of other institutions are shown, too.</param>
/// <param name="KeepsNetwork">Whether the drafts of their institution for the network are shown.</param>
/// <param name="KeepsOwn">Whether the drafts of their institution for itself are shown.</param>
public sealed record CampaignQuestion(string Institution, bool SeesAll, bool KeepsNetwork, bool KeepsOwn);

/// <summary>Reads lists of campaigns page by page, the one that ends last on top: one row more than asked for says that another page follows.</summary>
public static class CampaignPages
{
    /// <summary>One page.</summary>
    /// <param name="db">The database.</param>
    /// <param name="asked">Who asks.</param>
    /// <param name="after">Where the page before ended, its last day and name; null for the first.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<List<CampaignRow>> ReadAsync(TrainingDb db, CampaignQuestion asked, (int EndDay, string Name)? after, int size, CancellationToken cancellation)
    {
        var (institution, all, keepsNetwork, keepsOwn) = asked;
        var rows = db.Campaigns.AsNoTracking().Where(row =>
            (row.State != CampaignState.Draft && (all || (row.Network && (keepsOwn || keepsNetwork)) || (row.Institution == institution && keepsOwn)))
            || (row.State == CampaignState.Draft && row.Institution == institution && ((row.Network && keepsNetwork) || (!row.Network && keepsOwn))));
        if (after is var (endDay, name)) rows = rows.Where(row => row.EndDay <= endDay && (row.EndDay < endDay || string.Compare(row.Name, name) > 0));
        return rows.OrderByDescending(row => row.EndDay).ThenBy(row => row.Name).Take(size + 1).ToListAsync(cancellation);
    }

    /// <summary>Those that take answers of an institution on a day, by last day, then name. Never more than a network can read.</summary>
    public static Task<List<CampaignRow>> TakingAsync(TrainingDb db, string institution, int day, CancellationToken cancellation) => db.Campaigns.AsNoTracking()
        .Where(row => row.State == CampaignState.Open && row.StartDay <= day && row.EndDay >= day && (row.Network || row.Institution == institution))
        .OrderBy(row => row.EndDay).ThenBy(row => row.Name).ToListAsync(cancellation);
}
