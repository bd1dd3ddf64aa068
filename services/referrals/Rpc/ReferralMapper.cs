using Google.Protobuf.WellKnownTypes;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

/// <summary>Domain and rows to messages. The enums of both share their numbers. What a recipient sees of the person is up to <see cref="ConsentScope"/>.</summary>
internal static class ReferralMapper
{
    private static readonly EventTypes Types = new ReferralsLog().Types;

    /// <summary>The whole file, for one of its parties.</summary>
    public static Contract.Referral ToMessage(StoredReferral stored, Side reader)
    {
        var (referral, sent) = (stored.Referral, stored.Personal.Sent);
        var consent = referral.Submission.Consent;
        var message = new Contract.Referral
        {
            Name = referral.Name,
            Etag = Etag.Of(referral.SharedVersion),
            CreateTime = referral.SubmittedAt.ToTimestamp(),
            UpdateTime = referral.ChangedAt.ToTimestamp(),
            State = (Contract.Referral.Types.State)referral.State,
            NationalStatus = (Contract.Referral.Types.NationalStatus?)referral.NationalStatus ?? default,
            Service = referral.Submission.Parties.Service,
            ServiceDisplayName = referral.Submission.ServiceDisplayName,
            Sender = Codes.Institution(referral.Submission.Parties.Sender),
            Recipient = RecipientOf(referral.Submission.Parties.Recipient),
            Theme = referral.Submission.Theme,
            Need = sent.Need,
            Beneficiary = ConsentScope.Beneficiary(sent.Beneficiary, consent, reader),
            Consent = ConsentScope.Record(referral, sent.Consent, reader),
            ReferrerContact = sent.ReferrerContact,
            ErasedTime = referral.ErasedAt?.ToTimestamp(),
            Outcome = (Contract.Referral.Types.Outcome?)referral.Outcome ?? Contract.Referral.Types.Outcome.Unspecified,
            Autonomy = (Contract.Referral.Types.Autonomy?)referral.Autonomy ?? Contract.Referral.Types.Autonomy.Unspecified,
        };
        if (referral.AppointmentAt is { } at)
        {
            message.Appointment = new() { StartTime = at.ToTimestamp(), Place = stored.Personal.SaidAt(referral.AppointmentVersion!.Value)?.Message ?? "" };
        }
        if (referral.Until is { } until) message.UntilDate = until.ToDate();
        message.AnswerDueTime = Deadlines.AnswerDue(referral.Waiting, referral.Waiting.Delays)?.ToTimestamp();
        message.Conventions.AddRange(referral.Submission.Policy?.Conventions ?? []);
        message.DeclineReasons.AddRange(referral.DeclineReasons);
        message.PossibleActions.AddRange(referral.Possible(reader).Select(action => (Contract.Referral.Types.Action)action));
        message.Timeline.AddRange(ToTimeline(stored, reader));
        ChainMapper.Add(message, stored.Chain, reader);
        return message;
    }

    /// <summary>One line of a worklist.</summary>
    public static Contract.Referral ToMessage(WorklistRow row, Contract.Beneficiary? person, Side reader)
    {
        var message = new Contract.Referral
        {
            Name = row.Name,
            Etag = Etag.Of(row.Version),
            CreateTime = row.SubmittedAt.ToTimestamp(),
            UpdateTime = row.ChangedAt.ToTimestamp(),
            State = (Contract.Referral.Types.State)row.State,
            NationalStatus = (Contract.Referral.Types.NationalStatus?)NationalStatuses.Of(row.State, row.Before) ?? default,
            Service = row.Service,
            ServiceDisplayName = row.ServiceDisplayName,
            Sender = Codes.Institution(row.Sender),
            Recipient = RecipientOf(row.Recipient),
            Theme = row.Theme,
            // Identity is always within the consent.
            Beneficiary = person is null ? new() : new() { GivenName = person.GivenName, FamilyName = person.FamilyName },
            Appointment = row.AppointmentAt is { } at ? new() { StartTime = at.ToTimestamp() } : null,
            UntilDate = row.Until?.ToDate(),
            AnswerDueTime = row.AnswerDueAt?.ToTimestamp(),
            Consent = row.ConsentWithdrawnAt is { } withdrawn ? new() { WithdrawnTime = withdrawn.ToTimestamp() } : null,
            ErasedTime = row.ErasedAt?.ToTimestamp(),
        };
        var possible = Transitions.Possible(row.State, reader, isElsewhere: row.RedirectedTo is not null, isErased: row.ErasedAt is not null);
        message.PossibleActions.AddRange(possible.Select(action => (Contract.Referral.Types.Action)action));
        return message;
    }

    // A draft goes to nobody.
    private static string RecipientOf(string institution) => institution.Length == 0 ? "" : Codes.Institution(institution);

    private static IEnumerable<Contract.TimelineEntry> ToTimeline(StoredReferral stored, Side reader)
    {
        var state = ReferralState.Submitted;
        foreach (var recorded in stored.History)
        {
            if (recorded.Body is ReferralMoved moved) state = moved.To;
            // How it was written is no part of what happened.
            if (recorded.Body is ReferralDrafted || !ReferralRemark.IsVisibleTo(reader, (ReferralEvent)recorded.Body)) continue;
            yield return ToEntry(recorded, state, stored.Personal);
        }
    }

    private static Contract.TimelineEntry ToEntry(RecordedEvent recorded, ReferralState state, PersonalFile personal) => new()
    {
        Version = recorded.Version,
        OccurTime = recorded.OccurredAt.ToTimestamp(),
        Institution = InstitutionOf(recorded) is { Length: > 0 } institution ? Codes.Institution(institution) : "",
        Type = Types.NameOf(recorded.Body),
        State = (Contract.Referral.Types.State)state,
        Message = personal.SaidAt(recorded.Version)?.Message ?? "",
        Reminder = recorded.Body is ReferralReminded reminded ? EnumNames.Of(reminded.Kind) : "",
        Visibility = recorded.Body is ReferralRemark remark ? (Contract.TimelineEntry.Types.Visibility)remark.Visibility : default,
        Attachment = recorded.Body is ReferralAttachmentAdded ? ToAttachment(recorded, personal) : null,
    };

    // What comes due by itself is nobody's doing. A document that came along was joined by the sender, whoever passed the person on.
    private static string InstitutionOf(RecordedEvent recorded) =>
        recorded.Body is ReferralAttachmentAdded { BroughtFrom: not null } brought ? brought.Parties.Sender : recorded.Institution;

    /// <summary>A document, as far as one event tells of it.</summary>
    public static Contract.Attachment ToAttachment(RecordedEvent recorded, PersonalFile personal)
    {
        var added = (ReferralAttachmentAdded)recorded.Body;
        return new()
        {
            Name = new AttachmentName(recorded.Stream, added.Attachment).ToString(),
            FileName = personal.SaidAt(recorded.Version)?.Attachment?.FileName ?? "",
            Kind = (Contract.Attachment.Types.Kind)added.Kind,
            SizeBytes = added.Size,
            Scan = added.Scanned ? Contract.Attachment.Types.Scan.Clean : Contract.Attachment.Types.Scan.NotScanned,
        };
    }
}
