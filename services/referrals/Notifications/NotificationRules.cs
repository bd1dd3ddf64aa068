using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Notifications;

/// <summary>What one event makes known.</summary>
/// <param name="To">The party that is told.</param>
/// <param name="Kind">What it may choose to hear of.</param>
/// <param name="Text">Which sentence of Texts.resx says it.</param>
public sealed record Notice(Side To, NotificationKind Kind, string Text);

/// <summary>Which event is news, and for whom: never the institution that did it. What is not here is read on the file, in its own time.</summary>
public static class NotificationRules
{
    /// <summary>What an event makes known; nothing when nobody is told.</summary>
    public static IReadOnlyList<Notice> Of(ReferralEvent happened) => happened switch
    {
        ReferralSubmitted => [ToRecipient(NotificationKind.Received, "received")],
        ReferralInformationProvided => [ToRecipient(NotificationKind.Information, "information-provided")],
        ReferralCancelled => [ToRecipient(NotificationKind.Cancellation, "cancelled")],
        ReferralCancellationRequested => [ToRecipient(NotificationKind.Cancellation, "cancellation-requested")],
        ReferralVoided => [ToRecipient(NotificationKind.Cancellation, "voided")],

        ReferralAccepted => [ToSender(NotificationKind.Accepted, "accepted")],
        ReferralDeclined => [ToSender(NotificationKind.Declined, "declined")],
        ReferralRedirected => [ToSender(NotificationKind.Declined, "redirected")],
        ReferralInformationRequested => [ToSender(NotificationKind.Question, "information-requested")],
        ReferralScheduled => [ToSender(NotificationKind.Appointment, "scheduled")],
        ReferralAppointmentCancelled => [ToSender(NotificationKind.Appointment, "appointment-cancelled")],
        ReferralMissed => [ToSender(NotificationKind.Appointment, "missed")],
        ReferralWaitlisted => [ToSender(NotificationKind.Progress, "waitlisted")],
        ReferralStarted or ReferralAttended => [ToSender(NotificationKind.Progress, "begun")],
        ReferralHeld => [ToSender(NotificationKind.Progress, "held")],
        ReferralResumed => [ToSender(NotificationKind.Progress, "resumed")],
        ReferralCompleted => [ToSender(NotificationKind.Closed, "completed")],
        ReferralCancellationConfirmed => [ToSender(NotificationKind.Closed, "cancellation-confirmed")],
        ReferralReopened => [ToSender(NotificationKind.Closed, "reopened")],

        // Either party may say it for the person; the other one hears of it.
        ReferralConsentWithdrawn => [ToRecipient(NotificationKind.Cancellation, "consent-withdrawn"), ToSender(NotificationKind.Cancellation, "consent-withdrawn")],

        // What one keeps for itself is nobody's news, and what came along with the person is part of the one that came.
        ReferralNoted { Visibility: Visibility.Shared } noted => [ToOther(noted, "noted")],
        ReferralAttachmentAdded { Visibility: Visibility.Shared, BroughtFrom: null } joined => [ToOther(joined, "document-joined")],

        // Time did it: whoever has something to do, and whoever waits in vain.
        ReferralReminded { Kind: TimerKind.Provide } => [ToSender(NotificationKind.Reminder, "reminded-to-provide")],
        ReferralReminded { Kind: TimerKind.Resume } => [ToRecipient(NotificationKind.Reminder, "reminded-to-resume")],
        ReferralReminded { ToBackup: true } => [ToRecipient(NotificationKind.Reminder, "reminded-backup")],
        ReferralReminded => [ToRecipient(NotificationKind.Reminder, "reminded-to-answer")],
        ReferralExpired => [ToSender(NotificationKind.NoAnswer, "expired"), ToRecipient(NotificationKind.Cancellation, "expired-here")],
        ReferralCancellationLapsed => [ToSender(NotificationKind.Closed, "cancellation-lapsed"), ToRecipient(NotificationKind.Cancellation, "cancellation-lapsed")],
        _ => [],
    };

    /// <summary>The institution that a notice is for.</summary>
    public static string InstitutionOf(Notice notice, Parties parties) => notice.To == Side.Recipient ? parties.Recipient : parties.Sender;

    private static Notice ToRecipient(NotificationKind kind, string text) => new(Side.Recipient, kind, text);

    private static Notice ToOther(ReferralRemark remark, string text) => new(remark.By == Side.Sender ? Side.Recipient : Side.Sender, NotificationKind.Shared, text);

    private static Notice ToSender(NotificationKind kind, string text) => new(Side.Sender, kind, text);
}
