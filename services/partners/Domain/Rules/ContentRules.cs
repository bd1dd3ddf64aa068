using Reseau.Kernel;

namespace Reseau.Partners.Domain;

/// <summary>
/// What a record must respect before it is published: data.inclusion's lengths and codes, plus the mistakes directories are full of
/// (swapped coordinates, mistyped SIRET). Every violation is listed at once: a form is corrected in one go. Whether a commune, an
/// institution or a structure exists is not said here: it takes facts that a pure rule does not have.
/// </summary>
public static class ContentRules
{
    private const int NameMinimum = 3;
    private const int NameMaximum = 150;
    private const int DescriptionMinimum = 5;
    private const int DescriptionMaximum = 10_000;
    private const int LineMaximum = 250;
    private const int HoursPerWeek = 168;
    private const int CountMaximum = 10_000;

    public static IReadOnlyList<Violation> Of(Institution institution)
    {
        var check = new FieldChecks();
        check.Id("id", institution.Id);
        check.Text("name", institution.Name, NameMinimum, NameMaximum);
        check.Known("typology", institution.Typology, Vocabulary.Typologies);
        check.AllKnown("networks", institution.Networks, Vocabulary.Networks);
        check.Siret("siret", institution.Siret);
        return check.Violations;
    }

    public static IReadOnlyList<Violation> Of(Structure structure)
    {
        var check = new FieldChecks();
        check.Id("id", structure.Id);
        check.Id("institution_id", structure.InstitutionId);
        check.Text("name", structure.Name, NameMinimum, NameMaximum);
        check.OptionalText("description", structure.Description, DescriptionMaximum);
        check.Siret("siret", structure.Siret);
        check.OptionalKnown("typology", structure.Typology, Vocabulary.Typologies);
        check.AllKnown("networks", structure.Networks, Vocabulary.Networks);
        check.AllKnown("accessibility", structure.Accessibility, Vocabulary.Accessibility);
        Of(check, structure.Address);
        Of(check, structure.Origin);
        check.Phone("phone", structure.Phone);
        check.Email("email", structure.Email);
        check.Url("website", structure.Website);
        check.OpeningHours("opening_hours", structure.OpeningHours);
        check.Url("accessibility_url", structure.AccessibilityUrl);
        check.Number("public_computers", structure.PublicComputers, 0, CountMaximum);
        check.Number("facilitators", structure.Facilitators, 0, CountMaximum);
        return check.Violations;
    }

    public static IReadOnlyList<Violation> Of(Service service)
    {
        var check = new FieldChecks();
        check.Id("id", service.Id);
        check.Id("structure_id", service.StructureId);
        check.Id("institution_id", service.InstitutionId);
        check.Text("name", service.Name, NameMinimum, NameMaximum);
        check.Text("description", service.Description, DescriptionMinimum, DescriptionMaximum);
        check.OptionalKnown("type", service.Type, Vocabulary.ServiceTypes);
        check.AllKnown("themes", service.Themes, Vocabulary.Themes);
        check.AllKnown("publics", service.Publics, Vocabulary.Publics);
        check.OptionalText("publics_details", service.PublicsDetails, DescriptionMaximum);
        check.OptionalText("access_conditions", service.AccessConditions, DescriptionMaximum);
        check.OptionalKnown("fees", service.Fees, Vocabulary.Fees);
        check.OptionalText("fees_details", service.FeesDetails, DescriptionMaximum);
        check.AllKnown("reception_modes", service.ReceptionModes, Vocabulary.ReceptionModes);
        check.Zones("eligibility_zones", service.EligibilityZones);
        check.AllKnown("mobilisation_modes", service.MobilisationModes, Vocabulary.MobilisationModes);
        check.AllKnown("mobilisable_by", service.MobilisableBy, Vocabulary.MobilisableBy);
        check.Url("mobilisation_link", service.MobilisationLink);
        check.OptionalText("mobilisation_details", service.MobilisationDetails, DescriptionMaximum);
        check.OptionalText("contact_name", service.ContactName, NameMaximum);
        check.Phone("phone", service.Phone);
        check.Email("email", service.Email);
        check.Number("weekly_hours", service.WeeklyHours, 0, HoursPerWeek);
        check.Number("weeks", service.Weeks, 1, CountMaximum);
        check.AllKnown("languages", service.Languages, Vocabulary.Languages);
        check.OpeningHours("opening_hours", service.OpeningHours);
        if (service.Address is { } address) Of(check, address);
        for (var i = 0; i < service.Contacts.Count; i++) Of(check, $"contacts[{i}]", service.Contacts[i]);
        Of(check, service.Origin);
        return check.Violations;
    }

    public static IReadOnlyList<Violation> Of(Capacity capacity)
    {
        var check = new FieldChecks();
        check.Number("seats", capacity.Seats, 0, CountMaximum);
        return check.Violations;
    }

    private static void Of(FieldChecks check, Address address)
    {
        check.OptionalText("address_line", address.Line, LineMaximum);
        check.OptionalText("address_complement", address.Complement, LineMaximum);
        check.PostalCode("postal_code", address.PostalCode);
        check.OptionalText("commune_name", address.CommuneName, NameMaximum);
        check.Insee("commune_insee", address.CommuneInsee);
        check.Point("point", address.Point);
    }

    private static void Of(FieldChecks check, string field, Contact contact)
    {
        check.Text($"{field}.name", contact.Name, 1, NameMaximum);
        check.Phone($"{field}.phone", contact.Phone);
        check.Email($"{field}.email", contact.Email);
        if (contact.Absences.Any(absence => absence.Until < absence.From)) check.Refuse($"{field}.absences", ContentMessages.EndsBeforeStart);
    }

    private static void Of(FieldChecks check, Origin origin)
    {
        check.OptionalText("source", origin.Source, NameMaximum);
        check.Url("source_link", origin.Link);
    }
}
