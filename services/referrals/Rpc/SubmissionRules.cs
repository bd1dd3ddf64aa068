using System.Net.Mail;
using System.Text.RegularExpressions;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

/// <summary>What a submission must look like. Everything is checked, then answered at once; no message repeats what was typed.</summary>
internal static partial class SubmissionRules
{
    /// <summary>Longest given or family name.</summary>
    public const int NameLength = 100;

    /// <summary>Longest word on whom to call back.</summary>
    public const int ContactLength = 150;

    /// <summary>Longest e-mail address (RFC 5321).</summary>
    public const int EmailLength = 254;

    /// <summary>Longest word on another way to reach the person.</summary>
    public const int OtherContactLength = 300;

    /// <summary>Longest need: DORA's limit for orientation reasons.</summary>
    public const int NeedLength = 600;

    /// <summary>The target, the personal part and the consent of a submission; consent is null when it was not given.</summary>
    public static (string Service, Contract.Referral Personal, Consent? Consent) Read(Contract.Referral referral, DateOnly today, Violations violations)
    {
        var service = ResourceName.Parse(referral.Service, "services", "referral.service", violations);
        if (!IsTheme(referral.Theme))
            violations.Add("referral.theme", "REQUIRED", "A data.inclusion theme is required.", "Choisissez le thème du besoin.");
        var need = violations.FreeText("referral.need", referral.Need, NeedLength);
        if (need.Length == 0) violations.Add("referral.need", "REQUIRED", "The need is required.", "Dites en quelques mots pourquoi vous orientez la personne.");
        var personal = new Contract.Referral
        {
            Need = need,
            ReferrerContact = violations.FreeText("referral.referrer_contact", referral.ReferrerContact, ContactLength),
            Beneficiary = Read(referral.Beneficiary ?? new(), today, violations),
        };
        var (consent, evidence) = ConsentRules.Read(referral.Consent, personal.Beneficiary, today, violations);
        personal.Consent = evidence;
        return (service.ToString(), personal, consent);
    }

    /// <summary>Whether a text is the code of a theme, as far as its shape goes.</summary>
    public static bool IsTheme(string code) => ThemeShape().IsMatch(code) && !Nir.Appears(code);

    private static Contract.Beneficiary Read(Contract.Beneficiary person, DateOnly today, Violations violations)
    {
        var read = new Contract.Beneficiary
        {
            GivenName = RequiredName("referral.beneficiary.given_name", person.GivenName, violations),
            FamilyName = RequiredName("referral.beneficiary.family_name", person.FamilyName, violations),
            Phone = PhoneNumber.Compact(person.Phone),
            Email = violations.FreeText("referral.beneficiary.email", person.Email, EmailLength),
            ContactDetails = violations.FreeText("referral.beneficiary.contact_details", person.ContactDetails, OtherContactLength),
            Commune = person.Commune.Trim(),
            BirthYear = person.BirthYear,
        };
        if (read.Phone.Length > 0 && !PhoneNumber.IsNumber(read.Phone))
            violations.Add("referral.beneficiary.phone", "NOT_A_PHONE", "Not a French or international phone number.", "Écrivez un numéro à 10 chiffres, ou international avec +.");
        if (read.Email.Length > 0 && !MailAddress.TryCreate(read.Email, out _))
            violations.Add("referral.beneficiary.email", "NOT_AN_EMAIL", "Not an e-mail address.", "Écrivez une adresse complète, par exemple nom@exemple.fr.");
        if (read.Phone.Length == 0 && read.Email.Length == 0 && read.ContactDetails.Length == 0)
            violations.Add("referral.beneficiary.phone", "REQUIRED", "A way to reach the person is required.", "Indiquez un téléphone, un courriel ou un autre moyen de joindre la personne.");
        if (read.Commune.Length > 0 && !InseeShape().IsMatch(read.Commune))
            violations.Add("referral.beneficiary.commune", "NOT_AN_INSEE_CODE", "Not an INSEE commune code.", "Choisissez la commune dans la liste.");
        if (read.BirthYear != 0 && (read.BirthYear < 1900 || read.BirthYear > today.Year))
            violations.Add("referral.beneficiary.birth_year", "OUT_OF_RANGE", "The year is not possible.", "Cette année de naissance n'est pas possible.");
        return read;
    }

    private static string RequiredName(string field, string value, Violations violations)
    {
        var name = violations.FreeText(field, value, NameLength);
        if (name.Length == 0) violations.Add(field, "REQUIRED", $"{field} is required.", "Ce champ est obligatoire.");
        return name;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*--[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex ThemeShape();

    [GeneratedRegex("^([0-9]{2}|2[AB])[0-9]{3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InseeShape();
}
