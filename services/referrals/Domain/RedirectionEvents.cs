namespace Reseau.Referrals.Domain;

/// <summary>The referral that goes on in the place of another.</summary>
/// <param name="Referral"><c>referrals/{referral}</c>.</param>
/// <param name="Service"><c>services/{service}</c> that is asked now.</param>
/// <param name="ServiceDisplayName">Name of that service that day.</param>
/// <param name="Recipient">Institution id that must answer now.</param>
public sealed record Destination(string Referral, string Service, string ServiceDisplayName, string Recipient);

/// <summary>Who was asked, and passed the person on or refused.</summary>
/// <param name="Referral"><c>referrals/{referral}</c>.</param>
/// <param name="Service"><c>services/{service}</c> that was asked.</param>
/// <param name="Recipient">Institution id that answered.</param>
public sealed record ChainLink(string Referral, string Service, string Recipient);

/// <summary>The recipient does not take the person, and passed the file on.</summary>
/// <param name="Parties">Between whom.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Next">Where it goes on.</param>
/// <param name="Reasons">Codes of <see cref="DeclineReasons"/>.</param>
public sealed record ReferralRedirected(Parties Parties, ReferralState From, ReferralState To, Destination Next, IReadOnlyList<string> Reasons) : ReferralMoved(Parties, From, To);

/// <summary>The sender, refused here, sent the same file elsewhere. What was refused stays refused.</summary>
/// <param name="Parties">Between whom.</param>
/// <param name="Next">Where it goes on.</param>
public sealed record ReferralForwarded(Parties Parties, Destination Next) : ReferralEvent(Parties);
