namespace Reseau.Referrals.Domain;

/// <summary>
/// A referral was written down, or written anew, without being sent. No recipient is party to it: the service it may go to is the
/// sender's business until it is sent.
/// </summary>
/// <param name="Parties">From whom; the recipient is empty, and so is the service while none is chosen.</param>
/// <param name="ServiceDisplayName">Name of that service, as far as it is known.</param>
/// <param name="Theme">data.inclusion theme of the need; empty while none is chosen.</param>
public sealed record ReferralDrafted(Parties Parties, string ServiceDisplayName, string Theme) : ReferralEvent(Parties)
{
    /// <summary>Whether an event is of a draft: no party but the sender may know of it.</summary>
    public static bool IsOfDraft(ReferralEvent happened) => happened is ReferralDrafted or ReferralDraftDiscarded;
}

/// <summary>A draft was thrown away, or left alone for so long that time did it. What was written is erased in the same transaction.</summary>
public sealed record ReferralDraftDiscarded(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);
