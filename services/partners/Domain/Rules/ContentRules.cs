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
        check.OptionalText("address_line", structure.AddressLine, LineMaximum);
        check.PostalCode("postal_code", structure.PostalCode);
        check.Text("commune_name", structure.CommuneName, 1, NameMaximum);
        check.Insee("commune_insee", structure.CommuneInsee);
        check.Point("point", structure.Point);
        check.Phone("phone", structure.Phone);
        check.Email("email", structure.Email);
        check.Url("website", structure.Website);
        check.OptionalText("opening_hours", structure.OpeningHours, LineMaximum);
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
        return check.Violations;
    }
}
