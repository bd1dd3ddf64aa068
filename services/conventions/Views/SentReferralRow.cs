namespace Reseau.Conventions.Views;

/// <summary>A referral between two institutions, as far as the following of a convention needs it: when, and how soon it was answered.</summary>
public sealed class SentReferralRow
{
    /// <summary><c>referrals/{referral}</c>.</summary>
    public required string Referral { get; set; }

    /// <summary>Institution id that sent it.</summary>
    public required string Sender { get; set; }

    /// <summary>Institution id that answers.</summary>
    public required string Recipient { get; set; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset SentAt { get; set; }

    /// <summary>On which business day after that it was answered, 0 = the same day; null = not yet.</summary>
    public int? AnsweredAfter { get; set; }
}
