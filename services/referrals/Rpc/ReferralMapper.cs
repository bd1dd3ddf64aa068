using Google.Protobuf.WellKnownTypes;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Log;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

/// <summary>Domain and rows to messages. The enums of both share their numbers. A recipient sees what the consent covers, and nothing else.</summary>
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
            NationalStatus = (Contract.Referral.Types.NationalStatus)referral.NationalStatus,
            Service = referral.Submission.Parties.Service,
            ServiceDisplayName = referral.Submission.ServiceDisplayName,
            Sender = Codes.Institution(referral.Submission.Parties.Sender),
            Recipient = Codes.Institution(referral.Submission.Parties.Recipient),
            Theme = referral.Submission.Theme,
            Need = sent.Need,
            Beneficiary = reader == Side.Recipient ? Covered(sent.Beneficiary, consent) : sent.Beneficiary,
            Consent = ToMessage(consent),
            ReferrerContact = sent.ReferrerContact,
            Outcome = (Contract.Referral.Types.Outcome?)referral.Outcome ?? Contract.Referral.Types.Outcome.Unspecified,
            Autonomy = (Contract.Referral.Types.Autonomy?)referral.Autonomy ?? Contract.Referral.Types.Autonomy.Unspecified,
        };
        if (referral.AppointmentAt is { } at)
        {
            message.Appointment = new() { StartTime = at.ToTimestamp(), Place = stored.Personal.SaidAt(referral.AppointmentVersion!.Value)?.Message ?? "" };
        }
        if (referral.Until is { } until) message.UntilDate = until.ToDate();
        message.DeclineReasons.AddRange(referral.DeclineReasons);
        message.PossibleActions.AddRange(Transitions.Possible(referral.State, reader).Select(action => (Contract.Referral.Types.Action)action));
        message.Timeline.AddRange(ToTimeline(stored, reader));
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
            NationalStatus = (Contract.Referral.Types.NationalStatus)NationalStatuses.Of(row.State, row.Before),
            Service = row.Service,
            ServiceDisplayName = row.ServiceDisplayName,
            Sender = Codes.Institution(row.Sender),
            Recipient = Codes.Institution(row.Recipient),
            Theme = row.Theme,
            // Identity is always within the consent.
            Beneficiary = person is null ? new() : new() { GivenName = person.GivenName, FamilyName = person.FamilyName },
            Appointment = row.AppointmentAt is { } at ? new() { StartTime = at.ToTimestamp() } : null,
            UntilDate = row.Until?.ToDate(),
        };
        message.PossibleActions.AddRange(Transitions.Possible(row.State, reader).Select(action => (Contract.Referral.Types.Action)action));
        return message;
    }

    private static IEnumerable<Contract.TimelineEntry> ToTimeline(StoredReferral stored, Side reader)
    {
        var state = ReferralState.Submitted;
        foreach (var recorded in stored.History)
        {
            if (recorded.Body is ReferralMoved moved) state = moved.To;
            if (!ReferralRemark.IsVisibleTo(reader, (ReferralEvent)recorded.Body)) continue;
            yield return ToEntry(recorded, state, stored.Personal);
        }
    }

    private static Contract.TimelineEntry ToEntry(RecordedEvent recorded, ReferralState state, PersonalFile personal) => new()
    {
        Version = recorded.Version,
        OccurTime = recorded.OccurredAt.ToTimestamp(),
        Institution = Codes.Institution(recorded.Institution),
        Type = Types.NameOf(recorded.Body),
        State = (Contract.Referral.Types.State)state,
        Message = personal.SaidAt(recorded.Version)?.Message ?? "",
        Visibility = recorded.Body is ReferralRemark remark ? (Contract.TimelineEntry.Types.Visibility)remark.Visibility : default,
        Attachment = recorded.Body is ReferralAttachmentAdded ? ToAttachment(recorded, personal) : null,
    };

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

    private static Contract.Beneficiary Covered(Contract.Beneficiary person, Consent consent)
    {
        var seen = new Contract.Beneficiary { GivenName = person.GivenName, FamilyName = person.FamilyName };
        if (consent.Covers(Consent.Contact)) (seen.Phone, seen.Email, seen.ContactDetails) = (person.Phone, person.Email, person.ContactDetails);
        if (consent.Covers(Consent.Commune)) seen.Commune = person.Commune;
        if (consent.Covers(Consent.BirthYear)) seen.BirthYear = person.BirthYear;
        return seen;
    }

    private static Contract.Consent ToMessage(Consent consent)
    {
        var message = new Contract.Consent
        {
            Given = true,
            Channel = (Contract.Consent.Types.Channel)consent.Channel,
            GivenOn = consent.GivenOn.ToDate(),
            ValidUntil = consent.ValidUntil.ToDate(),
        };
        message.SharedFields.AddRange(consent.SharedFields);
        return message;
    }
}
