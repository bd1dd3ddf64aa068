namespace Reseau.Referrals.Notifications;

/// <summary>What a professional may want to be told of; numbers are those of the contract and of the tables.</summary>
public enum NotificationKind
{
    /// <summary>To the recipient: a referral came.</summary>
    Received = 1,

    /// <summary>To the sender: it was accepted.</summary>
    Accepted,

    /// <summary>To the sender: it was declined.</summary>
    Declined,

    /// <summary>To the sender: something is asked.</summary>
    Question,

    /// <summary>To the sender: an appointment was booked, moved, given up or missed.</summary>
    Appointment,

    /// <summary>To the sender: in line, begun, paused, gone on.</summary>
    Progress,

    /// <summary>To the sender: closed, stopped, or taken up again.</summary>
    Closed,

    /// <summary>To the recipient: what it asked was answered.</summary>
    Information,

    /// <summary>To the recipient: stopped, to be stopped, or taken back.</summary>
    Cancellation,

    /// <summary>To whoever is waited for: it is time.</summary>
    Reminder,

    /// <summary>To the sender: nobody answered in time.</summary>
    NoAnswer,

    /// <summary>To either party: the other one wrote a note or joined a document for both.</summary>
    Shared,
}
