using System.Globalization;
using Microsoft.Extensions.Primitives;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>
/// The form that writes a service: reads what was typed into a record, and a record into what the form shows. What the form does
/// not show, such as where a record comes from, stays as it was. All rules but readability are the service's.
/// </summary>
public sealed class ServiceForm
{
    private static readonly char[] Separators = [',', ';', ' ', '\n', '\r'];

    private static readonly FormControls Controls = new(
        "service",
        ("structure", "lieu", "Lieu"),
        ("display_name", "nom", "Nom du service"),
        ("description", "description", "Description"),
        ("type", "type", "Type"),
        ("themes", "themes", "Thèmes"),
        ("publics_details", "publics-precisions", "Précisions sur le public"),
        ("publics", "publics", "Publics"),
        ("access_conditions", "conditions", "Conditions d’accès"),
        ("eligibility_zones", "zones", "Zones couvertes"),
        ("fees_details", "frais-precisions", "Précisions sur les frais"),
        ("fees", "frais", "Frais"),
        ("reception_modes", "accueil", "Accueil"),
        ("mobilisable_by", "mobilisable-par", "Qui peut le demander"),
        ("mobilisation_modes", "mobilisation", "Comment le demander"),
        ("mobilisation_link", "lien", "Lien de la demande"),
        ("mobilisation_details", "precisions", "Précisions sur la demande"),
        ("accepts_referrals", "orientable", "Orientations"),
        ("contact_name", "equipe", "Équipe ou guichet"),
        ("phone", "telephone", "Téléphone"),
        ("email", "courriel", "Courriel"),
        ("opening_hours", "horaires", "Horaires"),
        ("weekly_hours", "heures-semaine", "Heures par semaine"),
        ("weeks", "semaines", "Nombre de semaines"),
        ("languages", "langues", "Langues"));

    private readonly FormValues _values;
    private readonly Service _known;
    private readonly ContactFields _contacts;
    private readonly List<FieldProblem> _problems = [];

    private ServiceForm(FormValues values, Service known)
    {
        (_values, _known) = (values, known);
        _contacts = new(values, _problems);
        Service = Read();
    }

    /// <summary>What the form says.</summary>
    public Service Service { get; }

    /// <summary>What this form found by itself.</summary>
    public bool IsReadable => _problems.Count == 0;

    /// <summary>Reads a form.</summary>
    /// <param name="values">What was typed.</param>
    /// <param name="known">The record as it is; for a new one, its name alone.</param>
    public static ServiceForm Of(FormValues values, Service known) => new(values, known);

    /// <summary>A record as the form shows it.</summary>
    public static FormValues ValuesOf(Service service)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["lieu"] = service.Structure,
            ["nom"] = service.DisplayName,
            ["description"] = service.Description,
            ["type"] = service.Type,
            ["themes"] = service.Themes.ToArray(),
            ["publics"] = service.Publics.ToArray(),
            ["publics-precisions"] = service.PublicsDetails,
            ["conditions"] = service.AccessConditions,
            ["zones"] = string.Join(", ", service.EligibilityZones),
            ["frais"] = service.Fees,
            ["frais-precisions"] = service.FeesDetails,
            ["accueil"] = service.ReceptionModes.ToArray(),
            ["mobilisable-par"] = service.MobilisableBy.ToArray(),
            ["mobilisation"] = service.MobilisationModes.ToArray(),
            ["lien"] = service.MobilisationLink,
            ["precisions"] = service.MobilisationDetails,
            ["orientable"] = service.AcceptsReferrals ? "oui" : "",
            ["equipe"] = service.ContactName,
            ["telephone"] = service.Phone,
            ["courriel"] = service.Email,
            ["horaires"] = service.OpeningHours,
            ["heures-semaine"] = service.HasWeeklyHours ? service.WeeklyHours.ToString("0.##", French.Culture) : "",
            ["semaines"] = service.HasWeeks ? service.Weeks.ToString(CultureInfo.InvariantCulture) : "",
            ["langues"] = service.Languages.ToArray(),
        };
        ContactFields.Write(service.Contacts, values);
        return new(values);
    }

    /// <summary>What to show: this form's findings and the service's, each under its control, in the order of the page.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem) =>
        Controls.Together(_problems, problem, path => ContactFields.ControlOf(path) is { } control ? (control, "Contacts") : null);

    private Service Read()
    {
        var service = _known.Clone();
        // What a person writes here is true today, whatever its source said before.
        service.Origin?.UpdateDate = null;
        service.Structure = _values.Text("lieu");
        service.DisplayName = _values.Text("nom");
        service.Description = _values.Text("description");
        service.Type = _values.Text("type");
        service.PublicsDetails = _values.Text("publics-precisions");
        service.AccessConditions = _values.Text("conditions");
        service.Fees = _values.Text("frais");
        service.FeesDetails = _values.Text("frais-precisions");
        service.MobilisationLink = _values.Text("lien");
        service.MobilisationDetails = _values.Text("precisions");
        service.AcceptsReferrals = _values.Has("orientable");
        service.ContactName = _values.Text("equipe");
        service.Phone = _values.Text("telephone");
        service.Email = _values.Text("courriel");
        service.OpeningHours = _values.Text("horaires");
        Replace(service.Themes, _values.All("themes"));
        Replace(service.Publics, _values.All("publics"));
        Replace(service.EligibilityZones, _values.Text("zones").Split(Separators, StringSplitOptions.RemoveEmptyEntries));
        Replace(service.ReceptionModes, _values.All("accueil"));
        Replace(service.MobilisableBy, _values.All("mobilisable-par"));
        Replace(service.MobilisationModes, _values.All("mobilisation"));
        Replace(service.Languages, _values.All("langues"));
        ReadDuration(service);
        Replace(service.Contacts, _contacts.Read(_known.Contacts));
        return service;
    }

    private void ReadDuration(Service service)
    {
        service.ClearWeeklyHours();
        service.ClearWeeks();
        var hours = _values.Text("heures-semaine").Replace('.', ',');
        if (hours.Length > 0)
        {
            if (double.TryParse(hours, NumberStyles.AllowDecimalPoint, French.Culture, out var weekly)) service.WeeklyHours = weekly;
            else Add("heures-semaine");
        }

        if (_values.Has("semaines"))
        {
            if (int.TryParse(_values.Text("semaines"), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks)) service.Weeks = weeks;
            else Add("semaines");
        }
    }

    private static void Replace<T>(Google.Protobuf.Collections.RepeatedField<T> field, IEnumerable<T> values)
    {
        field.Clear();
        field.AddRange(values);
    }

    private void Add(string control) => _problems.Add(Controls.Unreadable(control, "field.number-unreadable"));
}
