using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>
/// Places of the national map to a place and its services. Everything the map wrote is kept on the place, so that it can be given back
/// unchanged: v1 has fewer words. A pure function of the record: an export relies on it.
/// </summary>
internal sealed class CartoReader(CommuneLookup communes)
{
    public const string Source = "carto";

    /// <summary>What a place without number writes.</summary>
    public const string NoPivot = "00000000000000";

    private static readonly FieldNames Names = new(["id", "name"],
        ("name", "nom"), ("description", "presentation_detail"), ("siret", "pivot"), ("phone", "telephone"), ("email", "courriels"), ("website", "site_web"),
        ("opening_hours", "horaires"), ("accessibility_url", "fiche_acces_libre"), ("address_line", "adresse"), ("address_complement", "complement_adresse"),
        ("postal_code", "code_postal"), ("commune_name", "commune"), ("commune_insee", "code_insee"), ("point", "latitude"), ("point", "longitude"),
        ("typology", "typologie"), ("mobilisation_link", "prise_rdv"), ("fees_details", "frais_a_charge"), ("publics_details", "prise_en_charge_specifique"));

    public FileRecord Read(RawRecord raw)
    {
        var reading = new RecordReading(raw, ReadingStyle.Carto, communes) { Record = raw.Fields.Find("id")?.Text ?? "" };
        if (raw.Problem is { } problem) reading.Refuse("", problem);
        var place = reading.Refused ? null : Place(reading);
        var services = place is null ? [] : new CartoServices(reading, place).Read().Select(service => reading.Screen(service, Names)).ToList();
        return new()
        {
            Line = reading.Line,
            Id = reading.Record,
            Structure = place is null || reading.Refused ? null : place with { Origin = place.Origin with { Kept = reading.Kept() } },
            Services = reading.Refused ? [] : services,
            Withdrawn = place is null || reading.Refused ? [] : [.. CartoServices.Ids(place.Id).Except(services.Select(service => service.Id), StringComparer.Ordinal)],
            Remarks = reading.Remarks,
        };
    }

    private static Structure? Place(RecordReading reading)
    {
        foreach (var required in (string[])["pivot", "commune", "code_postal", "adresse", "date_maj"])
        {
            if (!reading.Has(required)) reading.Refuse(required, ContentMessages.Violation(required, ContentMessages.Required));
        }

        var typologies = reading.Codes("typologie", Vocabulary.Typologies);
        var programmes = reading.Distinct("dispositif_programmes_nationaux", label => Label(reading, "dispositif_programmes_nationaux", CartoCrosswalk.Programmes, label));
        var labels = reading.Distinct("formations_labels", label => Label(reading, "formations_labels", CartoCrosswalk.Labels, label));
        var special = reading.Distinct("prise_en_charge_specifique", label => Label(reading, "prise_en_charge_specifique", CartoCrosswalk.Accessibility, label));
        var id = reading.Text("id");
        var place = reading.Screen(new Structure
        {
            // Ids of the map join those of its sources; the prefix tells them from ids of data.inclusion.
            Id = id is null ? "" : $"{Source}--{id}",
            InstitutionId = DataInclusionReader.NoInstitution,
            Name = reading.Text("nom") ?? "",
            Description = Description(reading.Text("presentation_resume"), reading.Text("presentation_detail")),
            // An association gives its RNA number instead.
            Siret = reading.Text("pivot") is { Length: 14 } pivot && pivot != NoPivot ? pivot : null,
            Typology = typologies.Count > 0 ? typologies[0] : null,
            Networks = [.. typologies.Select(TypologyNetworks.NetworkOf).OfType<string>()
                .Concat(CartoCrosswalk.Codes(CartoCrosswalk.Programmes, programmes))
                .Concat(CartoCrosswalk.Codes(CartoCrosswalk.Labels, labels)).Distinct(StringComparer.Ordinal)],
            Address = reading.Address(),
            Phone = reading.Phone("telephone"),
            Email = First(reading, reading.Has("courriels") ? "courriels" : "courriel"),
            Website = First(reading, "site_web"),
            OpeningHours = reading.Hours("horaires"),
            AccessibilityUrl = reading.Text("fiche_acces_libre"),
            Accessibility = CartoCrosswalk.Codes(CartoCrosswalk.Accessibility, special),
            Origin = new() { Source = Source, UpdatedOn = reading.Day("date_maj") },
        }, Names);
        return reading.Refused ? null : place;
    }

    /// <summary>A label the map knows; another is left aside, with the nearest one to propose.</summary>
    public static string? Label(RecordReading reading, string field, IReadOnlyList<CartoTerm> terms, string label)
    {
        if (terms.Any(term => term.Label == label)) return label;
        var violation = ContentMessages.Violation(field, ContentMessages.UnknownValue);
        reading.Aside(field, violation.Reason, violation.MessageFr, CartoLabels.Propose(terms, label));
        return null;
    }

    private static string? Description(string? summary, string? detail) =>
        summary is null || detail is null || detail.StartsWith(summary, StringComparison.Ordinal) ? detail ?? summary : $"{summary}\n\n{detail}";

    private static string? First(RecordReading reading, string field) => reading.Items(field) is [var first, ..] ? first : null;
}
