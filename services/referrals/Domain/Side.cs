namespace Reseau.Referrals.Domain;

/// <summary>Who moves a referral: one of its parties, or time.</summary>
public enum Side
{
    /// <summary>S: the institution that sent it.</summary>
    Sender = 1,

    /// <summary>R: the institution that must answer.</summary>
    Recipient,

    /// <summary>T: nobody's institution; time has passed.</summary>
    Clock,
}
