using System.Collections.Frozen;
using System.Text;
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
        ["postal_code"] = "address.postal_code",
        ["commune_name"] = "address.commune",
        ["commune_insee"] = "address.insee_code",
        ["point"] = "address.position",
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
        var address = message.Address ?? new();
        var read = new Structure
        {
            Id = Names.RawId(ResourceName.Parse(message.Name, Names.Structures, "structure.name", violations)),
            InstitutionId = Names.RawId(ResourceName.Parse(message.Institution, Names.Institutions, "structure.institution", violations)),
            Name = Text(message.DisplayName),
            AddressLine = Optional(address.StreetAddress),
            PostalCode = address.PostalCode,
            CommuneName = Text(address.Commune),
            CommuneInsee = address.InseeCode,
            Point = address.Position is { } position ? new GeoPoint(position.Latitude, position.Longitude) : null,
            Phone = Optional(message.Phone),
            Email = Optional(message.Email),
            Website = Optional(message.Website),
            OpeningHours = Optional(message.OpeningHours),
            AccessibilityUrl = Optional(message.AccessibilityUrl),
            PublicComputers = message.PublicComputers,
            Facilitators = message.Facilitators,
        };
        violations.AddRange(Renamed("structure", ContentRules.Of(read)));
        if (read.CommuneInsee.Length == 5 && france.FindCommune(read.CommuneInsee) is null)
            violations.Add("structure.address.insee_code", "UNKNOWN_COMMUNE", "No commune has this INSEE code.", "Aucune commune n'a ce code INSEE.");
        return read;
    }

    public static Service Service(Contract.Service message, Violations violations)
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
            Phone = Optional(message.Phone),
            Email = Optional(message.Email),
            WeeklyHours = message.HasWeeklyHours ? message.WeeklyHours : null,
            Weeks = message.HasWeeks ? message.Weeks : null,
            AcceptsReferrals = message.AcceptsReferrals,
        };
        violations.AddRange(Renamed("service", ContentRules.Of(read)));
        return read;
    }

    private static IEnumerable<Violation> Renamed(string resource, IEnumerable<Violation> violations) =>
        violations.Select(violation => violation with { Field = $"{resource}.{ContractFields.GetValueOrDefault(violation.Field, violation.Field)}" });

    private static string Text(string value) => value.Trim().Normalize(NormalizationForm.FormC);

    private static string? Optional(string value) => Text(value) is { Length: > 0 } text ? text : null;
}
