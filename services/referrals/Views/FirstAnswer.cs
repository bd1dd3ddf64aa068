namespace Reseau.Referrals.Views;

/// <summary>What first became of a referral that waited for an answer.</summary>
public enum FirstAnswer
{
    /// <summary>The recipient took the person.</summary>
    Accepted = 1,

    /// <summary>The recipient did not.</summary>
    Refused,

    /// <summary>Nobody answered in time.</summary>
    Expired,
}
