using Google.Protobuf.WellKnownTypes;
using Reseau.Hosting.Contracts;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

/// <summary>
/// What each party sees of the person: the sender what it wrote, the recipient what the consent covers. Both messages are filled field
/// by field, so that a field nobody thought of is hidden; a test walks all fields of the contract.
/// </summary>
internal static class ConsentScope
{
    /// <summary>The person, for a party.</summary>
    public static Contract.Beneficiary Beneficiary(Contract.Beneficiary person, Consent consent, Side reader)
    {
        if (reader == Side.Sender) return person;
        var seen = new Contract.Beneficiary { GivenName = person.GivenName, FamilyName = person.FamilyName };
        if (consent.Covers(Consent.Contact)) (seen.Phone, seen.Email, seen.ContactDetails) = (person.Phone, person.Email, person.ContactDetails);
        if (consent.Covers(Consent.Commune)) seen.Commune = person.Commune;
        if (consent.Covers(Consent.BirthYear)) seen.BirthYear = person.BirthYear;
        return seen;
    }

    /// <summary>The consent, for a party: how it can be proved is the sender's business.</summary>
    /// <param name="referral">The referral it was given for.</param>
    /// <param name="evidence">What lies beside the log; null when there is none, or once erased.</param>
    /// <param name="reader">Who reads.</param>
    public static Contract.Consent Record(Referral referral, Contract.Consent? evidence, Side reader)
    {
        var consent = referral.Submission.Consent;
        // Never sent: there is what was written so far, and nothing that anybody agreed to.
        if (consent == Consent.None) return evidence ?? new();
        var message = new Contract.Consent
        {
            Given = referral.ConsentWithdrawnAt is null,
            Channel = (Contract.Consent.Types.Channel)consent.Channel,
            GivenOn = consent.GivenOn.ToDate(),
            ValidUntil = consent.ValidUntil.ToDate(),
            WithdrawnTime = referral.ConsentWithdrawnAt?.ToTimestamp(),
        };
        message.SharedFields.AddRange(consent.SharedFields);
        message.Recipients.AddRange(consent.Recipients);
        if (reader == Side.Sender && evidence is not null)
            (message.Witness, message.ScanReference, message.SmsConfirmation) = (evidence.Witness, evidence.ScanReference, evidence.SmsConfirmation);
        return message;
    }
}
