using System.Globalization;
using Microsoft.Extensions.Primitives;
using Reseau.Gateway.Portal.Labels;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>What a draft says, as the values of the form that writes it: going back shows what was saved.</summary>
public static class DraftValues
{
    /// <param name="draft">The draft.</param>
    /// <param name="commune">Name of the commune where the person lives.</param>
    /// <param name="professional">Who writes: whoever does has most often heard the person.</param>
    /// <param name="today">The day it is.</param>
    public static FormValues Of(Referral draft, string commune, string professional, DateOnly today)
    {
        var person = draft.Beneficiary ?? new();
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["theme"] = draft.Theme,
            ["commune"] = commune,
            ["commune-insee"] = person.Commune,
            ["service"] = draft.Service,
            ["besoin"] = draft.Need,
            ["prenom"] = person.GivenName,
            ["nom"] = person.FamilyName,
            ["telephone"] = person.Phone,
            ["courriel"] = person.Email,
            ["autre-moyen"] = person.ContactDetails,
            ["annee"] = person.BirthYear == 0 ? "" : person.BirthYear.ToString(CultureInfo.InvariantCulture),
            ["contact-referent"] = draft.ReferrerContact,
        };
        foreach (var (name, value) in draft.Consent is { } consent ? OfConsent(consent, professional) : OfNobodyAsked(professional, today)) values[name] = value;
        return new(values);
    }

    private static IEnumerable<(string Name, StringValues Value)> OfConsent(Consent consent, string professional) =>
    [
        ("accord", consent.Given ? "oui" : ""),
        ("canal", consent.Channel == Consent.Types.Channel.Unspecified ? "" : consent.Channel.ToString()),
        // A witness is kept with the word that was said before them.
        ("temoin", consent.Channel == Consent.Types.Channel.Unspecified ? professional : consent.Witness),
        ("papier", consent.ScanReference),
        ("sms", consent.SmsConfirmation),
        ("destinataires", consent.Recipients.Count == 0 ? ReferralForm.Others : ""),
        ("partage", consent.SharedFields.ToArray()),
        ("accord-le", French.DayOf(consent.GivenOn) is { } given ? FrenchInput.Field(given) : ""),
        ("accord-jusquau", French.DayOf(consent.ValidUntil) is { } until ? FrenchInput.Field(until) : ""),
    ];

    // What is usual; the person has not been asked yet.
    private static IEnumerable<(string Name, StringValues Value)> OfNobodyAsked(string professional, DateOnly today) =>
    [
        ("temoin", professional),
        ("destinataires", ReferralForm.Others),
        ("partage", ReferralForm.Shareable.ToArray()),
        ("accord-le", FrenchInput.Field(today)),
        ("accord-jusquau", FrenchInput.Field(today.AddYears(1))),
    ];
}
