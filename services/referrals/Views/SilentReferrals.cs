using Microsoft.EntityFrameworkCore;

namespace Reseau.Referrals.Views;

/// <summary>Referrals, and drafts, that have not moved for long: for the retention.</summary>
internal static class SilentReferrals
{
    /// <summary>What an institution sent, that still holds personal data and has not moved since; one page, oldest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="sender">Institution id.</param>
    /// <param name="before">They moved last before it.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="size">How many.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<List<WorklistRow>> PageAsync(
        ReferralsDb db, string sender, DateTimeOffset before, (DateTimeOffset ChangedAt, string Name) after, int size, CancellationToken cancellation) => db.Worklists.AsNoTracking()
        .Where(w => w.Sender == sender && w.ErasedAt == null && w.State != Domain.ReferralState.Draft && w.ChangedAt < before)
        .Where(w => w.ChangedAt > after.ChangedAt || (w.ChangedAt == after.ChangedAt && string.Compare(w.Name, after.Name) > 0))
        .OrderBy(w => w.ChangedAt).ThenBy(w => w.Name).Take(size).ToListAsync(cancellation);

    /// <summary>Drafts of an institution that nobody has touched since; one page, oldest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="sender">Institution id.</param>
    /// <param name="before">They were written last before it.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="size">How many.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<List<WorklistRow>> DraftsAsync(
        ReferralsDb db, string sender, DateTimeOffset before, (DateTimeOffset ChangedAt, string Name) after, int size, CancellationToken cancellation) => db.Worklists.AsNoTracking()
        .Where(w => w.Sender == sender && w.SenderList == Worklist.SentDrafts && w.OrderAt < before)
        .Where(w => w.OrderAt > after.ChangedAt || (w.OrderAt == after.ChangedAt && string.Compare(w.Name, after.Name) > 0))
        .OrderBy(w => w.OrderAt).ThenBy(w => w.Name).Take(size).ToListAsync(cancellation);
}
