using Reseau.Hosting.Log;
using Reseau.Referrals.Attachments;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Privacy;

/// <summary>Everything that is erased when the person of a referral is forgotten, in the transaction of the event that says so.</summary>
internal static class Forgetting
{
    /// <summary>Erases what is kept of the person of a referral: what was written, and the documents. The history stays.</summary>
    public static async Task EraseAsync(ReferralsDb db, string referral, CancellationToken cancellation)
    {
        await PersonalData.EraseAsync(db, referral, cancellation);
        await AttachmentStore.EraseAsync(db, referral, cancellation);
    }
}
