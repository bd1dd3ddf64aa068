namespace Reseau.Referrals.Domain;

/// <summary>Where a referral stands. The first ones are in the order of a life without accident; numbers are those of the contract.</summary>
public enum ReferralState
{
    /// <summary>Sent; nobody has answered.</summary>
    Submitted = 1,

    /// <summary>The recipient has read it and said so.</summary>
    Acknowledged,

    /// <summary>The recipient takes the person.</summary>
    Accepted,

    /// <summary>An appointment is booked.</summary>
    Scheduled,

    /// <summary>The person did not come.</summary>
    NoShow,

    /// <summary>Seen at least once.</summary>
    InProgress,

    /// <summary>The sender asks to stop; the recipient confirms or reports the outcome.</summary>
    CancellationRequested,

    /// <summary>Closed with an outcome. Terminal.</summary>
    Completed,

    /// <summary>Refused with a coded reason. Terminal.</summary>
    Declined,

    /// <summary>Stopped by the sender. Terminal.</summary>
    Cancelled,

    /// <summary>The recipient waits for what it asked the sender.</summary>
    InformationRequested,

    /// <summary>The recipient has no room yet, keeps it in line and told the sender until when.</summary>
    Waitlisted,

    /// <summary>Paused by the recipient, with a reason and a date.</summary>
    OnHold,

    /// <summary>Entered in error: kept in the history, hidden from figures. Terminal.</summary>
    Voided,

    /// <summary>Nobody answered in time. Terminal.</summary>
    Expired,

    /// <summary>Refused here and passed on: <see cref="Referral.RedirectedTo"/> names the referral that goes on. Terminal.</summary>
    Redirected,

    /// <summary>Being written: only the sender's institution sees it. What every referral may begin with, and none has to.</summary>
    Draft,
}
