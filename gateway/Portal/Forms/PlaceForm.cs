using System.Globalization;
using Google.Protobuf.Collections;
using Microsoft.Extensions.Primitives;
using Reseau.Gateway.Portal.Calls;
using Reseau.Kernel.Calendar;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>
/// The form that writes a place: reads what was typed into a record, and a record into what the form shows. What nobody touched
/// stays as it was, to the letter: an import may have written it otherwise than this form would. All rules but readability are the
/// service's.
/// </summary>
public sealed class PlaceForm
{
    private static readonly FormControls Controls = new(
        "structure",
        ("institution", "institution", "Institution"),
        ("display_name", "nom", "Nom"),
        ("description", "description", "Description"),
        ("typology", "typologie", "Type de structure"),
        ("siret", "siret", "SIRET"),
        ("networks", "reseaux", "Réseaux"),
        ("address.complement", "complement", "Complément d’adresse"),
        ("address.street_address", "voie", "Adresse"),
        ("address.postal_code", "code-postal", "Code postal"),
        ("address.insee_code", "commune", "Commune"),
        ("address.commune", "commune", "Commune"),
        ("address.position", "position", "Coordonnées"),
        ("opening_hours", "horaires", "Horaires d’ouverture"),
        ("accessibility", "accueil-adapte", "Accueil adapté"),
        ("accessibility_url", "acceslibre", "Page Acceslibre"),
        ("phone", "telephone", "Téléphone"),
        ("email", "courriel", "Courriel"),
        ("website", "site", "Site internet"),
        ("public_computers", "ordinateurs", "Ordinateurs en libre accès"),
        ("facilitators", "mediateurs", "Médiateurs numériques"));

    private readonly FormValues _values;
    private readonly Structure _known;
    private readonly CommuneMatch _commune;
    private readonly List<FieldProblem> _problems = [];

    private PlaceForm(FormValues values, Structure known, CommuneMatch commune)
    {
        (_values, _known, _commune) = (values, known, commune);
        Place = Read();
    }

    /// <summary>What the form says.</summary>
    public Structure Place { get; }

    /// <summary>What this form found by itself.</summary>
    public bool IsReadable => _problems.Count == 0;

    /// <summary>Reads a form.</summary>
    /// <param name="values">What was typed.</param>
    /// <param name="known">The record as it is; for a new one, its name and institution alone.</param>
    /// <param name="commune">What became of the commune that was typed.</param>
    public static PlaceForm Of(FormValues values, Structure known, CommuneMatch commune) => new(values, known, commune);

    /// <summary>A record as the form shows it.</summary>
    public static FormValues ValuesOf(Structure place)
    {
        var address = place.Address ?? new();
        return new(new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["institution"] = ResourceId.Of(place.Institution),
            ["nom"] = place.DisplayName,
            ["description"] = place.Description,
            ["typologie"] = place.Typology,
            ["siret"] = place.Siret,
            ["reseaux"] = place.Networks.ToArray(),
            ["complement"] = address.Complement,
            ["voie"] = address.StreetAddress,
            ["code-postal"] = address.PostalCode,
            [CommuneChoice.Control] = address.Commune,
            ["position"] = PositionText.Of(address.Position),
            ["horaires"] = place.OpeningHours,
            ["accueil-adapte"] = place.Accessibility.ToArray(),
            ["acceslibre"] = place.AccessibilityUrl,
            ["telephone"] = place.Phone,
            ["courriel"] = place.Email,
            ["site"] = place.Website,
            ["ordinateurs"] = Count(place.PublicComputers),
            ["mediateurs"] = Count(place.Facilitators),
        });
    }

    /// <summary>What to show: this form's findings and the service's, each under its control, in the order of the page.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem) => problem.Reason == "INSTITUTION_NOT_FOUND"
        ? [Controls.Wrong("institution", problem.Sentence)]
        : Controls.Together(_problems, problem);

    private Structure Read()
    {
        var place = _known.Clone();
        place.DisplayName = _values.Text("nom");
        place.Description = ReadDescription();
        place.Typology = _values.Text("typologie");
        // People write it in groups of digits, as it is printed.
        place.Siret = string.Concat(_values.Text("siret").Where(character => !char.IsWhiteSpace(character)));
        place.Address = ReadAddress();
        place.OpeningHours = ReadHours();
        place.AccessibilityUrl = _values.Text("acceslibre");
        place.Phone = _values.Text("telephone");
        place.Email = _values.Text("courriel");
        place.Website = _values.Text("site");
        place.PublicComputers = ReadCount("ordinateurs");
        place.Facilitators = ReadCount("mediateurs");
        Replace(place.Networks, _values.All("reseaux"));
        Replace(place.Accessibility, _values.All("accueil-adapte"));
        return place;
    }

    // Browsers end lines their own way.
    private string ReadDescription()
    {
        var typed = _values.Text("description").ReplaceLineEndings("\n");
        return typed == _known.Description.ReplaceLineEndings("\n").Trim() ? _known.Description : typed;
    }

    private Address ReadAddress()
    {
        var address = _known.Address?.Clone() ?? new();
        address.Complement = _values.Text("complement");
        address.StreetAddress = _values.Text("voie");
        address.PostalCode = _values.Text("code-postal");
        ReadCommune(address);
        var position = _values.Text("position");
        if (position == PositionText.Of(address.Position)) return address;
        address.Position = PositionText.Read(position);
        if (position.Length > 0 && address.Position is null) Add("position", "field.position-unreadable");
        return address;
    }

    private void ReadCommune(Address address)
    {
        var typed = _values.Text(CommuneChoice.Control);
        if (CommuneChoice.IsUntouched(typed, address)) return;

        var found = _commune.Found;
        (address.Commune, address.InseeCode) = (found?.DisplayName ?? typed, found?.InseeCode ?? "");
        if (found is not null)
        {
            if (address.PostalCode.Length == 0 && found.PostalCodes is [var only]) address.PostalCode = only;
        }
        else if (_commune.Problem is { } failed)
        {
            _problems.Add(Controls.Wrong(CommuneChoice.Control, failed.Sentence));
        }
        else if (typed.Length > 0)
        {
            Add(CommuneChoice.Control, _commune.Choices.Count > 0 ? "field.choose-commune" : "field.commune-unknown");
        }
    }

    // People may write days in French; the directory keeps the notation that everybody reads.
    private string ReadHours()
    {
        var typed = _values.Text("horaires");
        if (typed.Length == 0 || typed == _known.OpeningHours) return typed;
        if (OpeningHours.TryParse(typed, out var hours, out var problem)) return hours.ToString();
        _problems.Add(Controls.Wrong("horaires", problem.MessageFr));
        return typed;
    }

    private int ReadCount(string control)
    {
        if (!_values.Has(control)) return 0;
        if (int.TryParse(_values.Text(control), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return count;
        Add(control, "field.number-unreadable");
        return 0;
    }

    private void Add(string control, string reason) => _problems.Add(Controls.Unreadable(control, reason));

    private static string Count(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);

    private static void Replace(RepeatedField<string> field, IEnumerable<string> values)
    {
        field.Clear();
        field.AddRange(values);
    }
}
