using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>
/// Lines of Réseau's own table to a place and a service. Whoever fills it in a spreadsheet has no ids: without any, they are made of the
/// institution, the place, its postal code and the service, so that the same line leads to the same records next time.
/// </summary>
internal sealed class SimpleReader(CommuneLookup communes, string institution)
{
    private static readonly FieldNames PlaceNames = new(["id", "name"],
    [
        ("id", "lieu_id"), ("name", "lieu_nom"), ("description", "lieu_description"), ("phone", "lieu_telephone"), ("email", "lieu_courriel"), ("website", "lieu_site"),
        ("opening_hours", "lieu_horaires"), ("accessibility_url", "lieu_accessibilite"), ("siret", "siret"), ("typology", "typologie"), ("networks", "reseaux"),
        ("accessibility", "accessibilite"), ("public_computers", "ordinateurs"), ("facilitators", "aidants"), ("address_line", "adresse"),
        ("address_complement", "complement_adresse"), ("postal_code", "code_postal"), ("commune_name", "commune"), ("commune_insee", "code_insee"),
        ("point", "latitude"), ("point", "longitude"),
    ]);

    private static readonly FieldNames ServiceNames = new(["id", "name", "description", "structure_id"],
    [
        ("name", "nom"), ("structure_id", "lieu_id"), .. ServiceFields.Names, ("phone", "telephone"), ("email", "courriel"), ("opening_hours", "horaires"),
        ("languages", "langues"),
    ]);

    /// <summary>Yes or no, as a column of them would be filled.</summary>
    private static readonly TermSet<Term> YesOrNo = new([new("oui", "Oui"), new("non", "Non")]);

    public FileRecord Read(RawRecord raw)
    {
        var reading = new RecordReading(raw, ReadingStyle.Simple, communes) { Record = raw.Fields.Find("id")?.Text ?? "" };
        if (raw.Problem is { } problem) reading.Refuse("", problem);
        var origin = new Origin { Source = reading.Text("source"), UpdatedOn = reading.Day("date_maj") };
        var place = reading.Refused ? null : Place(reading, origin);
        var service = place is null ? null : Service(reading, place, origin);
        if (service is not null) service = service with { Origin = origin with { Kept = reading.Kept() } };
        return new()
        {
            Line = reading.Line,
            Id = service?.Id ?? reading.Record,
            Structure = reading.Refused ? null : place,
            Services = reading.Refused || service is null ? [] : [service],
            Remarks = [.. reading.Remarks.Select(remark => remark with { Field = SimpleTable.HeaderOf(remark.Field) })],
        };
    }

    private Structure? Place(RecordReading reading, Origin origin)
    {
        var (name, address) = (reading.Text("lieu_nom") ?? "", reading.Address());
        var place = reading.Screen(new Structure
        {
            Id = reading.Text("lieu_id") ?? $"{institution}--{SimpleTable.Slug($"{name} {address.PostalCode ?? address.CommuneName}")}",
            InstitutionId = DataInclusionReader.NoInstitution,
            Name = name,
            Description = reading.Text("lieu_description"),
            Siret = reading.Text("siret"),
            Typology = reading.Code("typologie", Vocabulary.Typologies),
            Networks = reading.Codes("reseaux", Vocabulary.Networks),
            Address = address,
            Phone = reading.Phone("lieu_telephone"),
            Email = reading.Text("lieu_courriel"),
            Website = reading.Text("lieu_site"),
            OpeningHours = reading.Hours("lieu_horaires"),
            AccessibilityUrl = reading.Text("lieu_accessibilite"),
            Accessibility = reading.Codes("accessibilite", Vocabulary.Accessibility),
            PublicComputers = Count(reading, "ordinateurs"),
            Facilitators = Count(reading, "aidants"),
            // The day is the service's: the lines of one place may differ by it.
            Origin = new() { Source = origin.Source },
        }, PlaceNames);
        return reading.Refused ? null : place;
    }

    private static Service? Service(RecordReading reading, Structure place, Origin origin)
    {
        var id = reading.Text("id") ?? $"{place.Id}--{SimpleTable.Slug(reading.Text("nom") ?? "")}";
        var service = reading.Screen(ServiceFields.Read(reading, id, place.Id) with
        {
            Languages = reading.Codes("langues", Vocabulary.Languages),
            OpeningHours = reading.Hours("horaires"),
            AcceptsReferrals = reading.Code("orientations", YesOrNo) == "oui",
            Origin = origin,
        }, ServiceNames);
        return reading.Refused ? null : service;
    }

    private static int Count(RecordReading reading, string field)
    {
        if (reading.Whole(field) is not { } count) return 0;
        if (count is >= 0 and <= 10_000) return count;
        reading.Aside(field, FileMessages.NotANumber);
        return 0;
    }
}
