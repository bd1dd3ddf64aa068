using System.Collections.Frozen;
using System.Text;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Partners.Domain;
using Reseau.Partners.Territory;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

/// <summary>Messages to records, with every violation of <see cref="ContentRules"/> under the field's name in the contract.</summary>
internal static class RecordReader
{
    private static readonly FrozenDictionary<string, string> ContractFields = new Dictionary<string, string>
    {
        ["id"] = "name",
        ["name"] = "display_name",
        ["institution_id"] = "institution",
        ["structure_id"] = "structure",
        ["address_line"] = "address.street_address",
        ["address_complement"] = "address.complement",
        ["postal_code"] = "address.postal_code",
        ["commune_name"] = "address.commune",
        ["commune_insee"] = "address.insee_code",
        ["point"] = "address.position",
        ["source"] = "origin.source",
        ["source_link"] = "origin.link",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Institution Institution(Contract.Institution message, Violations violations)
    {
        var read = new Institution
        {
            Id = Names.RawId(ResourceName.Parse(message.Name, Names.Institutions, "institution.name", violations)),
            Name = Text(message.DisplayName),
            Typology = message.Typology,
            Networks = [.. message.Networks],
            Siret = Optional(message.Siret),
        };
        violations.AddRange(Renamed("institution", ContentRules.Of(read)));
        return read;
    }

    public static Structure Structure(Contract.Structure message, France france, Violations violations)
    {
        var read = new Structure
        {
            Id = Names.RawId(ResourceName.Parse(message.Name, Names.Structures, "structure.name", violations)),
            InstitutionId = Names.RawId(ResourceName.Parse(message.Institution, Names.Institutions, "structure.institution", violations)),
            Name = Text(message.DisplayName),
            Description = Optional(message.Description),
            Siret = Optional(message.Siret),
            Typology = Optional(message.Typology),
            Networks = [.. message.Networks],
            Accessibility = [.. message.Accessibility],
            Address = Address(message.Address ?? new()),
            Origin = Origin(message.Origin ?? new(), "structure", violations),
            Phone = Phone(message.Phone),
            Email = Optional(message.Email),
            Website = Optional(message.Website),
            OpeningHours = Optional(message.OpeningHours),
            AccessibilityUrl = Optional(message.AccessibilityUrl),
            PublicComputers = message.PublicComputers,
            Facilitators = message.Facilitators,
        };
        violations.AddRange(Renamed("structure", ContentRules.Of(read)));
        RequireKnownCommune(read.Address, "structure", france, violations);
        return read;
    }

    public static Service Service(Contract.Service message, France france, Violations violations)
    {
        var read = new Service
        {
            Id = Names.RawId(ResourceName.Parse(message.Name, Names.Services, "service.name", violations)),
            StructureId = Names.RawId(ResourceName.Parse(message.Structure, Names.Structures, "service.structure", violations)),
            InstitutionId = "known-by-the-structure",
            Name = Text(message.DisplayName),
            Description = Text(message.Description),
            Type = Optional(message.Type),
            Themes = [.. message.Themes],
            Publics = [.. message.Publics],
            PublicsDetails = Optional(message.PublicsDetails),
            AccessConditions = Optional(message.AccessConditions),
            Fees = Optional(message.Fees),
            FeesDetails = Optional(message.FeesDetails),
            ReceptionModes = [.. message.ReceptionModes],
            EligibilityZones = [.. message.EligibilityZones],
            MobilisationModes = [.. message.MobilisationModes],
            MobilisableBy = [.. message.MobilisableBy],
            MobilisationLink = Optional(message.MobilisationLink),
            MobilisationDetails = Optional(message.MobilisationDetails),
            ContactName = Optional(message.ContactName),
            Phone = Phone(message.Phone),
            Email = Optional(message.Email),
            WeeklyHours = message.HasWeeklyHours ? message.WeeklyHours : null,
            Weeks = message.HasWeeks ? message.Weeks : null,
            AcceptsReferrals = message.AcceptsReferrals,
            Contacts = [.. message.Contacts.Select((contact, i) => Contact(contact, $"service.contacts[{i}]", violations))],
            Languages = [.. message.Languages],
            Address = message.Address is { } address ? Address(address) : null,
            OpeningHours = Optional(message.OpeningHours),
            Origin = Origin(message.Origin ?? new(), "service", violations),
        };
        violations.AddRange(Renamed("service", ContentRules.Of(read)));
        if (read.Address is { } own) RequireKnownCommune(own, "service", france, violations);
        return read;
    }

    public static Capacity Capacity(Contract.Capacity message, Violations violations)
    {
        if (message.State == Contract.Capacity.Types.State.Unspecified || !Enum.IsDefined(message.State))
            violations.Add("capacity.state", "REQUIRED", "Whether the service has room is required.", "Dites si le service a de la place.");
        var read = new Capacity
        {
            State = (CapacityState)message.State,
            Until = violations.Day("capacity.until_date", message.UntilDate),
            Seats = message.HasSeats ? message.Seats : null,
            NextFreeOn = violations.Day("capacity.next_free_date", message.NextFreeDate),
        };
        violations.AddRange(Renamed("capacity", ContentRules.Of(read)));
        return read;
    }

    private static Address Address(Contract.Address message) => new()
    {
        Line = Optional(message.StreetAddress),
        Complement = Optional(message.Complement),
        PostalCode = Optional(message.PostalCode),
        CommuneName = Optional(message.Commune),
        CommuneInsee = Optional(message.InseeCode),
        Point = message.Position is { } position ? new GeoPoint(position.Latitude, position.Longitude) : null,
    };

    private static Contact Contact(Contract.Contact message, string field, Violations violations) => new()
    {
        Name = Text(message.DisplayName),
        Phone = Phone(message.Phone),
        Email = Optional(message.Email),
        Absences = [.. message.Absences.Select(absence => new Absence(
            violations.Day($"{field}.absences.start_date", absence.StartDate) ?? DateOnly.MinValue,
            violations.Day($"{field}.absences.end_date", absence.EndDate) ?? DateOnly.MaxValue))],
    };

    private static Origin Origin(Contract.Origin message, string resource, Violations violations) => new()
    {
        Source = Optional(message.Source),
        Link = Optional(message.Link),
        UpdatedOn = violations.Day($"{resource}.origin.update_date", message.UpdateDate),
        Kept = [.. message.Kept.OrderBy(field => field.Key, StringComparer.Ordinal)],
    };

    private static void RequireKnownCommune(Address address, string resource, France france, Violations violations)
    {
        if (address.CommuneInsee is { Length: 5 } insee && france.FindCommune(insee) is null)
            violations.Add($"{resource}.address.insee_code", "UNKNOWN_COMMUNE", "No commune has this INSEE code.", "Aucune commune n'a ce code INSEE.");
    }

    private static IEnumerable<Violation> Renamed(string resource, IEnumerable<Violation> violations) =>
        violations.Select(violation => violation with { Field = $"{resource}.{ContractFields.GetValueOrDefault(violation.Field, violation.Field)}" });

    private static string Text(string value) => value.Trim().Normalize(NormalizationForm.FormC);

    private static string? Optional(string value) => Text(value) is { Length: > 0 } text ? text : null;

    private static string? Phone(string value) => Optional(value) is { } typed ? PhoneNumber.Tidy(typed) : null;
}
