using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>Records without one of their fields, by the name that the rules of content give it.</summary>
internal static class RecordClearing
{
    public static Structure Without(this Structure structure, string field) => field switch
    {
        "description" => structure with { Description = null },
        "siret" => structure with { Siret = null },
        "typology" => structure with { Typology = null },
        "networks" => structure with { Networks = [] },
        "accessibility" => structure with { Accessibility = [] },
        "phone" => structure with { Phone = null },
        "email" => structure with { Email = null },
        "website" => structure with { Website = null },
        "opening_hours" => structure with { OpeningHours = null },
        "accessibility_url" => structure with { AccessibilityUrl = null },
        "source_link" => structure with { Origin = structure.Origin with { Link = null } },
        _ => structure with { Address = structure.Address.Without(field) },
    };

    public static Service Without(this Service service, string field) => field switch
    {
        "type" => service with { Type = null },
        "themes" => service with { Themes = [] },
        "publics" => service with { Publics = [] },
        "publics_details" => service with { PublicsDetails = null },
        "access_conditions" => service with { AccessConditions = null },
        "fees" => service with { Fees = null },
        "fees_details" => service with { FeesDetails = null },
        "reception_modes" => service with { ReceptionModes = [] },
        "eligibility_zones" => service with { EligibilityZones = [] },
        "mobilisation_modes" => service with { MobilisationModes = [] },
        "mobilisable_by" => service with { MobilisableBy = [] },
        "mobilisation_link" => service with { MobilisationLink = null },
        "mobilisation_details" => service with { MobilisationDetails = null },
        "contact_name" => service with { ContactName = null },
        "phone" => service with { Phone = null },
        "email" => service with { Email = null },
        "weekly_hours" => service with { WeeklyHours = null },
        "weeks" => service with { Weeks = null },
        "languages" => service with { Languages = [] },
        "opening_hours" => service with { OpeningHours = null },
        "source_link" => service with { Origin = service.Origin with { Link = null } },
        _ => service with { Address = service.Address?.Without(field) },
    };

    private static Address Without(this Address address, string field) => field switch
    {
        "address_line" => address with { Line = null },
        "address_complement" => address with { Complement = null },
        "postal_code" => address with { PostalCode = null },
        "commune_name" => address with { CommuneName = null },
        "commune_insee" => address with { CommuneInsee = null },
        "point" => address with { Point = null },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field of a record."),
    };
}
