namespace Reseau.Training.Views;

/// <summary>A referral that was sent, as far as it may reveal a need: no person is in it. From the log of the referrals, not a view of this one.</summary>
public sealed class FieldReferralRow
{
    /// <summary><c>referrals/{referral}</c>.</summary>
    public required string Referral { get; set; }

    /// <summary>Institution id that sent it.</summary>
    public required string Sender { get; set; }

    /// <summary>Institution id that received it.</summary>
    public required string Recipient { get; set; }

    /// <summary>data.inclusion theme of the need.</summary>
    public required string Theme { get; set; }

    /// <summary>Why it came back, as bits; 0 when it did not.</summary>
    public int Kinds { get; set; }

    /// <summary>Number of the first day of the month in which it came back; null when it did not.</summary>
    public int? Month { get; set; }
}
