namespace Reseau.Referrals.Domain;

/// <summary>What somebody does to a referral.</summary>
public enum ReferralAction
{
    /// <summary>The recipient has read it.</summary>
    Acknowledge = 1,

    /// <summary>The recipient takes the person.</summary>
    Accept,

    /// <summary>The recipient does not take the person.</summary>
    Decline,

    /// <summary>The recipient books or moves an appointment.</summary>
    Schedule,

    /// <summary>The person came.</summary>
    Attended,

    /// <summary>The person did not come.</summary>
    NoShow,

    /// <summary>The recipient closes with an outcome.</summary>
    Complete,

    /// <summary>The sender stops before the recipient has begun.</summary>
    Cancel,

    /// <summary>The sender asks to stop after the recipient has begun.</summary>
    RequestCancellation,

    /// <summary>The recipient agrees to stop.</summary>
    ConfirmCancellation,
}
