namespace Reseau.Referrals.Subscriptions;

/// <summary>A service of the directory, as far as a referral needs it: kept here so that sending never waits for another service.</summary>
public sealed class KnownServiceRow
{
    /// <summary><c>services/{service}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Its name.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Institution id that answers.</summary>
    public required string Institution { get; set; }

    /// <summary>Whether it takes referrals; false once archived.</summary>
    public bool AcceptsReferrals { get; set; }
}
