using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

/// <summary>
/// What a draft must look like: nothing is required and nothing must make sense yet, but each text has the length it may have once
/// sent, holds no social security number, and what the log keeps is a code.
/// </summary>
internal static class DraftRules
{
    private const int CodeLength = 100;

    /// <summary>The draft as it is kept beside the log: what a sender wrote, and no field that the server writes.</summary>
    public static Contract.Referral Read(Contract.Referral referral, Violations violations)
    {
        if (referral.Service.Length > 0) ResourceName.Parse(referral.Service, "services", "referral.service", violations);
        if (referral.Theme.Length > 0 && !SubmissionRules.IsTheme(referral.Theme))
            violations.Add("referral.theme", "NOT_A_THEME", "Not a data.inclusion theme.", "Choisissez le thème du besoin.");
        return new()
        {
            Service = referral.Service,
            Theme = referral.Theme,
            Need = violations.FreeText("referral.need", referral.Need, SubmissionRules.NeedLength),
            ReferrerContact = violations.FreeText("referral.referrer_contact", referral.ReferrerContact, SubmissionRules.ContactLength),
            Beneficiary = Read(referral.Beneficiary ?? new(), violations),
            Consent = Read(referral.Consent, violations),
        };
    }

    private static Contract.Beneficiary Read(Contract.Beneficiary person, Violations violations) => new()
    {
        GivenName = violations.FreeText("referral.beneficiary.given_name", person.GivenName, SubmissionRules.NameLength),
        FamilyName = violations.FreeText("referral.beneficiary.family_name", person.FamilyName, SubmissionRules.NameLength),
        Phone = violations.FreeText("referral.beneficiary.phone", person.Phone, CodeLength),
        Email = violations.FreeText("referral.beneficiary.email", person.Email, SubmissionRules.EmailLength),
        ContactDetails = violations.FreeText("referral.beneficiary.contact_details", person.ContactDetails, SubmissionRules.OtherContactLength),
        Commune = violations.FreeText("referral.beneficiary.commune", person.Commune, CodeLength),
        BirthYear = person.BirthYear,
    };

    private static Contract.Consent? Read(Contract.Consent? consent, Violations violations)
    {
        if (consent is null) return null;
        violations.Day("referral.consent.given_on", consent.GivenOn);
        violations.Day("referral.consent.valid_until", consent.ValidUntil);
        ConsentRules.CheckShared(consent, violations);
        if (!Enum.IsDefined(consent.Channel)) violations.Add("referral.consent.channel", "UNKNOWN_VALUE", "The value is not in the list.", "Dites comment la personne a donné son accord.");
        var read = ConsentRules.Proof(consent, violations);
        (read.Given, read.Channel, read.GivenOn, read.ValidUntil) = (consent.Given, consent.Channel, consent.GivenOn, consent.ValidUntil);
        read.SharedFields.AddRange(consent.SharedFields);
        read.Recipients.AddRange(ConsentRules.Recipients(consent, violations));
        return read;
    }
}
