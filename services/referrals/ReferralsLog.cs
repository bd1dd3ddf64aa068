using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Reseau.Events.V1;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;
using ReferralDraftDiscarded = Reseau.Referrals.Domain.ReferralDraftDiscarded;
using ReferralDrafted = Reseau.Referrals.Domain.ReferralDrafted;
using ReferralErased = Reseau.Referrals.Domain.ReferralErased;
using ReferralMoved = Reseau.Referrals.Domain.ReferralMoved;
using ReferralReminded = Reseau.Referrals.Domain.ReferralReminded;
using ReferralSubmitted = Reseau.Referrals.Domain.ReferralSubmitted;

namespace Reseau.Referrals;

/// <summary>The referral service's log: its events by name, its views, who may follow what, and what others may know.</summary>
public sealed class ReferralsLog : ServiceLog<ReferralsDb>
{
    /// <inheritdoc />
    public override string Source => "referrals";

    /// <inheritdoc />
    public override EventTypes Types { get; } = new EventTypes()
        .Add<ReferralSubmitted>("referral-submitted")
        .Add<ReferralAcknowledged>("referral-acknowledged")
        .Add<ReferralAccepted>("referral-accepted")
        .Add<ReferralDeclined>("referral-declined")
        .Add<ReferralScheduled>("referral-scheduled")
        .Add<ReferralAttended>("referral-attended")
        .Add<ReferralMissed>("referral-missed")
        .Add<ReferralCompleted>("referral-completed")
        .Add<ReferralCancelled>("referral-cancelled")
        .Add<ReferralCancellationRequested>("cancellation-requested")
        .Add<ReferralCancellationConfirmed>("cancellation-confirmed")
        .Add<ReferralInformationRequested>("information-requested")
        .Add<ReferralInformationProvided>("information-provided")
        .Add<ReferralWaitlisted>("referral-waitlisted")
        .Add<ReferralStarted>("referral-started")
        .Add<ReferralHeld>("referral-held")
        .Add<ReferralResumed>("referral-resumed")
        .Add<ReferralAppointmentCancelled>("appointment-cancelled")
        .Add<ReferralVoided>("referral-voided")
        .Add<ReferralReminded>("referral-reminded")
        .Add<ReferralExpired>("referral-expired")
        .Add<ReferralCancellationLapsed>("cancellation-lapsed")
        .Add<ReferralConsentWithdrawn>("consent-withdrawn")
        .Add<ReferralErased>("referral-erased")
        .Add<ReferralReopened>("referral-reopened")
        .Add<ReferralRedirected>("referral-redirected")
        .Add<ReferralForwarded>("referral-forwarded")
        .Add<Domain.ReferralNoted>("referral-noted")
        .Add<ReferralCorrected>("referral-corrected")
        .Add<ReferralAttachmentAdded>("attachment-added")
        .Add<ReferralDrafted>("referral-drafted")
        .Add<ReferralDraftDiscarded>("draft-discarded");

    /// <inheritdoc />
    public override IReadOnlyList<View<ReferralsDb>> Views { get; } = [new TimerView(), new WorklistView(), new FiguresView()];

    /// <inheritdoc />
    public override IEnumerable<string> AudienceOf(RecordedEvent recorded)
    {
        var happened = (ReferralEvent)recorded.Body;
        if (ReferralRemark.IsVisibleTo(Side.Sender, happened)) yield return happened.Parties.Sender;
        if (ReferralRemark.IsVisibleTo(Side.Recipient, happened)) yield return happened.Parties.Recipient;
    }

    /// <inheritdoc />
    protected override void Describe(RecordedEvent recorded, Change change)
    {
        var parties = ((ReferralEvent)recorded.Body).Parties;
        var (sender, recipient) = (Codes.Institution(parties.Sender), Codes.Institution(parties.Recipient));
        if (recorded.Body is ReferralSubmitted submitted)
        {
            change.ReferralSubmitted = new() { Service = parties.Service, Sender = sender, Recipient = recipient, Theme = submitted.Theme, RedirectedFrom = submitted.Chain?[^1].Referral ?? "" };
            return;
        }
        // Where it may go is nobody else's business: a topic has many readers.
        if (recorded.Body is ReferralDrafted)
        {
            change.ReferralDrafted = new() { Sender = sender };
            return;
        }
        if (recorded.Body is ReferralDraftDiscarded)
        {
            change.ReferralDraftDiscarded = new() { Sender = sender };
            return;
        }
        if (recorded.Body is ReferralReminded reminded)
        {
            change.ReferralReminded = new() { Service = parties.Service, Sender = sender, Recipient = recipient, Kind = EnumNames.Of(reminded.Kind), ToBackup = reminded.ToBackup };
            return;
        }
        if (recorded.Body is ReferralErased)
        {
            change.ReferralErased = new() { Service = parties.Service, Sender = sender, Recipient = recipient };
            return;
        }
        if (recorded.Body is not ReferralMoved moved)
        {
            change.ReferralNoted = Noted(recorded.Stream, (ReferralEvent)recorded.Body);
            return;
        }
        change.ReferralMoved = new()
        {
            Service = parties.Service,
            Sender = sender,
            Recipient = recipient,
            FromState = EnumNames.Of(moved.From),
            ToState = EnumNames.Of(moved.To),
            Outcome = moved is ReferralCompleted completed ? EnumNames.Of(completed.Outcome) : "",
            UntilDate = UntilOf(moved)?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            DataErased = moved is ReferralConsentWithdrawn,
            AppointmentTime = moved is ReferralScheduled scheduled ? scheduled.AppointmentAt.ToTimestamp() : null,
            RedirectedTo = Redirecting.NextOf(moved)?.Referral ?? "",
        };
        if (moved is ReferralDeclined declined) change.ReferralMoved.Reasons.AddRange(declined.Reasons);
        if (moved is ReferralRedirected redirected) change.ReferralMoved.Reasons.AddRange(redirected.Reasons);
    }

    private static Events.V1.ReferralNoted Noted(string referral, ReferralEvent happened)
    {
        var noted = new Events.V1.ReferralNoted
        {
            Service = happened.Parties.Service,
            Sender = Codes.Institution(happened.Parties.Sender),
            Recipient = Codes.Institution(happened.Parties.Recipient),
            Visibility = EnumNames.Of(happened is ReferralRemark remark ? remark.Visibility : Visibility.Shared),
            Attachment = happened is ReferralAttachmentAdded added ? $"{referral}/attachments/{added.Attachment}" : "",
        };
        if (happened is ReferralCorrected corrected)
        {
            noted.Outcome = corrected.Outcome is { } outcome ? EnumNames.Of(outcome) : "";
            noted.Reasons.AddRange(corrected.Reasons);
        }
        return noted;
    }

    private static DateOnly? UntilOf(ReferralMoved moved) => moved switch
    {
        ReferralWaitlisted waitlisted => waitlisted.Until,
        ReferralHeld held => held.Until,
        _ => null,
    };
}
