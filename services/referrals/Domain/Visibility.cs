namespace Reseau.Referrals.Domain;

/// <summary>Who may see what a party says of a referral.</summary>
public enum Visibility
{
    /// <summary>Both parties.</summary>
    Shared = 1,

    /// <summary>The institution that says it, and nobody else.</summary>
    Internal,
}
