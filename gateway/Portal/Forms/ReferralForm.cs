using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>
/// The form that sends a person to a service. It checks only what a service cannot see, because it could not even be written in a
/// request: an unreadable date, a commune to choose, a box left unticked. All other rules are the service's.
/// </summary>
public sealed class ReferralForm
{
    /// <summary>What the person may keep to themselves. Their name and need are always shared.</summary>
    public static readonly IReadOnlyList<string> Shareable = ["contact", "commune", "birth-year", "attachments"];

    /// <summary>The consent holds for another service that answers the same need.</summary>
    public const string Others = "autres";

    /// <summary>The choice of <see cref="Others"/>, as a box to tick.</summary>
    public static readonly IReadOnlyList<(string Value, string Text)> OtherRecipients =
        [(Others, "Ce service et, s’il réoriente la personne, un autre service qui répond au même besoin")];

    private static readonly string[] AlwaysShared = ["identity", "need"];

    /// <summary>Fields of the contract, the controls that hold them, and what the form calls them, in the order of the page.</summary>
    private static readonly (string Field, string Control, string Label)[] Controls =
    [
        ("service", "service", "Service"),
        ("theme", "theme", "Thème"),
        ("need", "besoin", "Pourquoi la personne est orientée"),
        ("beneficiary.given_name", "prenom", "Prénom"),
        ("beneficiary.family_name", "nom", "Nom"),
        ("beneficiary.phone", "telephone", "Téléphone"),
        ("beneficiary", "telephone", "Comment la joindre"),
        ("beneficiary.email", "courriel", "Courriel"),
        ("beneficiary.contact_details", "autre-moyen", "Autre moyen"),
        ("beneficiary.commune", "commune", "Commune"),
        ("beneficiary.birth_year", "annee", "Année de naissance"),
        ("consent.given", "accord", "Accord"),
        ("consent", "accord", "Accord"),
        ("consent.channel", "canal", "Comment l’a-t-elle dit"),
        ("consent.witness", "temoin", "Témoin de l’accord oral"),
        ("consent.scan_reference", "papier", "Référence du papier signé"),
        ("consent.sms_confirmation", "sms", "Référence de la confirmation"),
        ("consent.recipients", "destinataires", "À qui il s’applique"),
        ("consent.shared_fields", "partage", "Ce qui est transmis"),
        ("consent.given_on", "accord-le", "Accord donné le"),
        ("consent.valid_until", "accord-jusquau", "Valable jusqu’au"),
        ("referrer_contact", "contact-referent", "Qui rappeler en cas de question"),
    ];

    private readonly List<FieldProblem> _problems = [];

    private ReferralForm(FormValues values) => Values = values;

    public FormValues Values { get; }

    /// <summary>What this form found by itself.</summary>
    public IReadOnlyList<FieldProblem> Problems => _problems;

    public static ReferralForm Of(FormValues values) => new(values);

    /// <summary>
    /// The request. While something is unreadable it carries no request id: the service then names everything it finds wrong and
    /// sends nothing, so that the person sees all there is to correct at once.
    /// </summary>
    public SubmitReferralRequest ToRequest(string service, CommuneMatch commune)
    {
        var referral = ToDraft(service, commune);
        if (!referral.Consent.Given) Add("accord", "field.consent-required");
        if (referral.Consent.Channel == Referrals.V1.Consent.Types.Channel.Unspecified) Add("canal", "field.choice-required");
        return new() { Referral = referral, RequestId = _problems.Count == 0 ? RequestId.Of(Values) : "" };
    }

    /// <summary>All that the form says, whatever is missing.</summary>
    public Referral ToDraft(string service, CommuneMatch commune)
    {
        var referral = new Referral { Service = service };
        foreach (var step in (DraftStep[])[DraftStep.Need, DraftStep.Person, DraftStep.Consent]) Write(step, referral, commune);
        return referral;
    }

    /// <summary>Writes what one step asks into a referral, and leaves all else as it is.</summary>
    public void Write(DraftStep step, Referral referral, CommuneMatch commune)
    {
        referral.Beneficiary ??= new();
        if (step == DraftStep.Need) (referral.Theme, referral.Beneficiary.Commune) = (Values.Text("theme"), Commune(commune));
        if (step == DraftStep.Service && Values.Has("service")) referral.Service = Values.Text("service");
        if (step == DraftStep.Person) WritePerson(referral);
        if (step == DraftStep.Consent) (referral.Consent, referral.ReferrerContact) = (Consent(referral.Service), Values.Text("contact-referent"));
    }

    /// <summary>Something that this step needs, for the next one to make sense, was not said.</summary>
    public void Require(string control, string sentence)
    {
        if (!Values.Has(control)) Add(control, sentence);
    }

    /// <summary>What to show: this form's findings and the service's, each under its control, in the order of the page.</summary>
    /// <param name="problem">What the service answered.</param>
    /// <param name="found">What was found of this form elsewhere.</param>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem, IReadOnlyList<FieldProblem>? found = null)
    {
        // Our own dry run is the reason of that one.
        var named = problem.Fields.Where(violation => violation.Field != "request_id")
            .Select(violation => violation with { Field = ControlOf(violation.Field) });
        var refused = problem.Reason switch
        {
            "CONSENT_MISSING" => [new("accord", problem.Sentence)],
            "CONSENT_NOT_FOR_RECIPIENT" => [new("destinataires", problem.Sentence)],
            "CONSENT_NOT_VALID" => [new("accord-jusquau", problem.Sentence)],
            _ when problem.Fields.Count == 0 => (FieldProblem[])[new("", problem.Sentence)],
            _ => [],
        };
        return [.. (found ?? _problems).Concat(named).Concat(refused).DistinctBy(each => (each.Field, each.Field.Length == 0 ? each.Sentence : ""))
            .Select(each => each with { Label = Controls.FirstOrDefault(known => known.Control == each.Field).Label ?? "" })
            .OrderBy(each => Array.FindIndex(Controls, known => known.Control == each.Field))];
    }

    private static string ControlOf(string field)
    {
        var path = field.StartsWith("referral.", StringComparison.Ordinal) ? field["referral.".Length..] : field;
        return Controls.FirstOrDefault(known => path == known.Field || path.StartsWith(known.Field + "[", StringComparison.Ordinal)).Control ?? "";
    }

    private void WritePerson(Referral referral)
    {
        var person = referral.Beneficiary;
        (person.GivenName, person.FamilyName) = (Values.Text("prenom"), Values.Text("nom"));
        (person.Phone, person.Email, person.ContactDetails) = (Values.Text("telephone"), Values.Text("courriel"), Values.Text("autre-moyen"));
        (person.BirthYear, referral.Need) = (BirthYear(), Values.Text("besoin"));
    }

    private string Commune(CommuneMatch match)
    {
        if (match.Found is { } found) return found.InseeCode;
        if (Values.Has("commune")) Add("commune", match.Choices.Count > 0 ? "field.choose-commune" : "field.commune-unknown");
        return "";
    }

    private int BirthYear()
    {
        if (!Values.Has("annee")) return 0;
        if (FrenchInput.Year(Values.Text("annee")) is { } year) return year;
        Add("annee", "field.birth-year-unreadable");
        return 0;
    }

    private Consent Consent(string service)
    {
        var consent = new Consent { Given = Values.Has("accord") };
        if (Enum.TryParse<Consent.Types.Channel>(Values.Text("canal"), out var channel)) consent.Channel = channel;
        if (channel == Referrals.V1.Consent.Types.Channel.Oral) consent.Witness = Values.Text("temoin");
        if (channel == Referrals.V1.Consent.Types.Channel.Paper) consent.ScanReference = Values.Text("papier");
        if (channel == Referrals.V1.Consent.Types.Channel.Sms) consent.SmsConfirmation = Values.Text("sms");
        if (service.Length > 0 && !Values.All("destinataires").Contains(Others, StringComparer.Ordinal)) consent.Recipients.Add(service);
        if (Day("accord-le") is { } given) consent.GivenOn = FrenchInput.ToDate(given);
        if (Day("accord-jusquau") is { } until) consent.ValidUntil = FrenchInput.ToDate(until);
        // An empty list would mean everything.
        consent.SharedFields.Add(AlwaysShared);
        consent.SharedFields.Add(Shareable.Intersect(Values.All("partage"), StringComparer.Ordinal));
        return consent;
    }

    private DateOnly? Day(string name)
    {
        if (!Values.Has(name)) return null;
        var day = FrenchInput.Day(Values.Text(name));
        if (day is null) Add(name, "field.date-unreadable");
        return day;
    }

    private void Add(string control, string sentence) => _problems.Add(new(control, Label.Message(sentence)));
}
