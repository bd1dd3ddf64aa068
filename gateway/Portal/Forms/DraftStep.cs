using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>A step on the way to a referral: each is a page of its own, and what it asks is kept when it is left.</summary>
/// <param name="Word">In addresses.</param>
/// <param name="Title">On the screen.</param>
/// <param name="Controls">What it asks.</param>
public sealed record DraftStep(string Word, string Title, params string[] Controls)
{
    public static readonly DraftStep Need = new("besoin", "Le besoin et le lieu", "theme", "commune");

    public static readonly DraftStep Service = new("service", "Le service", "service");

    public static readonly DraftStep Person = new("personne", "La personne", "besoin", "prenom", "nom", "telephone", "courriel", "autre-moyen", "annee");

    public static readonly DraftStep Consent = new(
        "accord", "Ce qui est partagé, et son accord", "partage", "accord", "canal", "temoin", "papier", "sms", "destinataires", "accord-le", "accord-jusquau", "contact-referent");

    public static readonly DraftStep Check = new("envoi", "Vérifier et envoyer");

    /// <summary>In the order of the way.</summary>
    public static IReadOnlyList<DraftStep> All { get; } = [Need, Service, Person, Consent, Check];

    /// <summary>From one.</summary>
    public int Number => All.Index().First(step => step.Item == this).Index + 1;

    /// <summary>The one after it; the last one stays.</summary>
    public DraftStep Next => All[Math.Min(Number, All.Count - 1)];

    /// <summary>The step of an address; without one, the first that lacks something.</summary>
    public static DraftStep Of(string word, Referral draft) => All.FirstOrDefault(step => step.Word == word) ?? ToDo(draft);

    /// <summary>The step that asks for something; the last one for what none asks.</summary>
    public static DraftStep Asking(string control) => All.FirstOrDefault(step => step.Controls.Contains(control, StringComparer.Ordinal)) ?? Check;

    private static DraftStep ToDo(Referral draft) => draft switch
    {
        { Theme.Length: 0 } => Need,
        { Service.Length: 0 } => Service,
        { Need.Length: 0 } or { Beneficiary: null or { GivenName.Length: 0 } or { FamilyName.Length: 0 } } => Person,
        { Consent: null or { Given: false } } => Consent,
        _ => Check,
    };
}
