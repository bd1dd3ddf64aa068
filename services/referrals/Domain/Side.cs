namespace Reseau.Referrals.Domain;

/// <summary>Which party of a referral somebody speaks for.</summary>
public enum Side
{
    /// <summary>S: the institution that sent it.</summary>
    Sender = 1,

    /// <summary>R: the institution that must answer.</summary>
    Recipient,
}
