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

    /// <summary>The recipient cannot decide without something the sender knows.</summary>
    RequestInformation,

    /// <summary>The sender answers what it was asked.</summary>
    ProvideInformation,

    /// <summary>The recipient has no room yet and keeps the person in line until a day.</summary>
    Waitlist,

    /// <summary>The recipient has begun without appointment.</summary>
    Start,

    /// <summary>The recipient pauses until a day, and says why.</summary>
    Hold,

    /// <summary>The recipient goes on after a pause.</summary>
    Resume,

    /// <summary>The appointment will not take place; another may be booked.</summary>
    CancelAppointment,

    /// <summary>The sender entered it in error, and nobody has read it.</summary>
    Void,

    /// <summary>The recipient takes a closed referral up again.</summary>
    Reopen,

    /// <summary>Time: nobody answered.</summary>
    Expire,

    /// <summary>Time: the wish to stop was not answered, and so it is granted.</summary>
    Lapse,

    /// <summary>The recipient passes the person on to another service; after a refusal, or when nobody answered, the sender does.</summary>
    Redirect,

    /// <summary>The person takes their consent back, and tells either party.</summary>
    WithdrawConsent,

    /// <summary>A party says something; nothing moves.</summary>
    Note,

    /// <summary>A party corrects what is recorded of a closed referral; it stays closed.</summary>
    Correct,

    /// <summary>The sender writes a draft anew, as a whole.</summary>
    Save,

    /// <summary>The sender sends a draft.</summary>
    Submit,

    /// <summary>The sender throws a draft away; left alone for long, time does.</summary>
    Discard,
}
