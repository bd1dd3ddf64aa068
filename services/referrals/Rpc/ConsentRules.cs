using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;
using Channel = Reseau.Referrals.V1.Consent.Types.Channel;

namespace Reseau.Referrals.Rpc;

/// <summary>What a consent must look like when a person is sent: each way of saying yes leaves its own trace.</summary>
internal static class ConsentRules
{
    private const int EvidenceLength = 150;
    private const int MostRecipients = 20;

    /// <summary>The consent, and what proves it; the proof names people and lies beside the log. Both null when it was not given.</summary>
    public static (Consent? Consent, Contract.Consent? Evidence) Read(Contract.Consent? consent, Contract.Beneficiary person, DateOnly today, Violations violations)
    {
        if (consent is not { Given: true }) return (null, null);
        if (consent.Channel == Channel.Unspecified || !Enum.IsDefined(consent.Channel))
            violations.Add("referral.consent.channel", "REQUIRED", "How the person agreed is required.", "Dites comment la personne a donné son accord.");
        CheckShared(consent, violations);
        var givenOn = violations.Day("referral.consent.given_on", consent.GivenOn) ?? today;
        var validUntil = violations.Day("referral.consent.valid_until", consent.ValidUntil) ?? Consent.DefaultEnd(givenOn);
        string[] shared = consent.SharedFields.Count == 0 ? [.. Consent.AllFields] : [.. consent.SharedFields.Distinct(StringComparer.Ordinal)];
        var read = new Consent((ConsentChannel)consent.Channel, givenOn, validUntil, shared) { Recipients = Recipients(consent, violations) };
        return (read, Evidence(consent, person, violations));
    }

    /// <summary>What proves a consent, whichever way it was given.</summary>
    public static Contract.Consent Proof(Contract.Consent consent, Violations violations) => new()
    {
        Witness = violations.FreeText("referral.consent.witness", consent.Witness, EvidenceLength),
        ScanReference = violations.FreeText("referral.consent.scan_reference", consent.ScanReference, EvidenceLength),
        SmsConfirmation = violations.FreeText("referral.consent.sms_confirmation", consent.SmsConfirmation, EvidenceLength),
    };

    /// <summary>Whether all that may be shared is something a consent can cover.</summary>
    public static void CheckShared(Contract.Consent consent, Violations violations)
    {
        if (consent.SharedFields.Except(Consent.AllFields, StringComparer.Ordinal).Any())
            violations.Add("referral.consent.shared_fields", "UNKNOWN_VALUE", "A shared field is not in the list.", "Une information partagée n'est pas dans la liste.");
    }

    private static Contract.Consent Evidence(Contract.Consent consent, Contract.Beneficiary person, Violations violations)
    {
        var evidence = Proof(consent, violations);
        if (consent.Channel == Channel.Oral && evidence.Witness.Length == 0)
            violations.Add("referral.consent.witness", "REQUIRED", "An oral consent needs its witness.", "Indiquez devant quel professionnel la personne a dit oui.");
        if (consent.Channel == Channel.Paper && evidence.ScanReference.Length == 0)
            violations.Add("referral.consent.scan_reference", "REQUIRED", "A consent on paper needs the reference of its scan.", "Indiquez où retrouver le papier signé, par exemple la référence de sa numérisation.");
        if (consent.Channel == Channel.Sms && evidence.SmsConfirmation.Length == 0)
            violations.Add("referral.consent.sms_confirmation", "REQUIRED", "A consent by SMS needs the reference of its confirmation.", "Indiquez la référence de la confirmation : le code envoyé à la personne, et rendu par elle.");
        if (consent.Channel == Channel.Sms && person.Phone.Length == 0)
            violations.Add("referral.consent.channel", "CONSENT_SMS_WITHOUT_PHONE", "Nobody answers an SMS without a telephone.", "La personne n'a pas de téléphone : recueillez son accord à l'oral ou sur papier.");
        return evidence;
    }

    /// <summary>Whom the person agreed to. They are written in the log, which keeps names of services and nothing of a person.</summary>
    public static string[] Recipients(Contract.Consent consent, Violations violations)
    {
        if (consent.Recipients.Count > MostRecipients)
            violations.Add("referral.consent.recipients", "TOO_MANY", $"A consent names {MostRecipients} recipients at most.", $"Un accord nomme {MostRecipients} destinataires au plus.");
        if (!consent.Recipients.All(IsRecipient))
            violations.Add("referral.consent.recipients", "NOT_A_RESOURCE_NAME", "A recipient must look like services/{id} or institutions/{id}.", "Un destinataire de l'accord n'est pas reconnu.");
        return [.. consent.Recipients.Distinct(StringComparer.Ordinal)];
    }

    private static bool IsRecipient(string name) =>
        !Nir.Appears(name) && (ResourceName.TryParse(name, "services", out _) || ResourceName.TryParse(name, "institutions", out _));
}
