namespace Reseau.Referrals.Domain;

/// <summary>
/// The person took their consent back. An open referral ends with it, a closed one stays as it ended; in both, the personal data are
/// erased in the transaction of this event, and every holder hears of it.
/// </summary>
/// <param name="Parties">Between whom.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
public sealed record ReferralConsentWithdrawn(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>The personal data were erased because the time for which they are kept is over. It moves nothing.</summary>
/// <param name="Parties">Between whom.</param>
public sealed record ReferralErased(Parties Parties) : ReferralEvent(Parties);
