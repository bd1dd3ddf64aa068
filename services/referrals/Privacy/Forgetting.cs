using Reseau.Hosting.Log;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Privacy;

/// <summary>Everything that is erased when the person of a referral is forgotten, in the transaction of the event that says so.</summary>
internal static class Forgetting
{
    /// <summary>Erases what is kept of the person of a referral.</summary>
    public static Task EraseAsync(ReferralsDb db, string referral, CancellationToken cancellation) => PersonalData.EraseAsync(db, referral, cancellation);
}
