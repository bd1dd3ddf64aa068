using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Google.Type;
using Reseau.Kernel;
using Reseau.Partners.V1;

namespace Reseau.Gateway.OpenData.Hsds;

/// <summary>
/// Records of the directory as HSDS 3.0 writes them: an institution is an <c>organization</c>, a place a <c>location</c>, a service a
/// <c>service</c> given <c>at</c> its location. What HSDS has no word for is an <c>attribute</c> with its data.inclusion term. Ids are the
/// records' UUIDs; those of parts are made from their owner's. An empty field is left out.
/// </summary>
public sealed class HsdsMapper(GetVocabulariesResponse vocabularies)
{
    /// <summary>The vocabulary of themes.</summary>
    public const string Themes = "thematiques";

    private readonly FrozenDictionary<(string Vocabulary, string Code), string> _labels =
        vocabularies.Vocabularies.SelectMany(vocabulary => vocabulary.Terms.Select(term => ((vocabulary.Code, term.Code), term.Label)))
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.Label);

    /// <summary>Id of a vocabulary.</summary>
    public static string TaxonomyId(string vocabulary) => PartId("taxonomies", vocabulary);

    /// <summary>Id of a term.</summary>
    public static string TermId(string vocabulary, string code) => PartId("taxonomy_terms", $"{vocabulary}/{code}");

    /// <summary>A vocabulary.</summary>
    public static JsonObject Taxonomy(Vocabulary vocabulary) => new()
    {
        ["id"] = TaxonomyId(vocabulary.Code),
        ["name"] = vocabulary.Label,
        ["description"] = $"Vocabulaire « {vocabulary.Code} » partagé avec data.inclusion v1.",
        ["version"] = "1",
    };

    /// <summary>A term of a vocabulary.</summary>
    public static JsonObject Term(Vocabulary vocabulary, Term term)
    {
        var json = new JsonObject
        {
            ["id"] = TermId(vocabulary.Code, term.Code),
            ["code"] = term.Code,
            ["name"] = term.Label,
            ["description"] = term.Label,
            ["language"] = "fr",
            ["taxonomy"] = vocabulary.Code,
            ["taxonomy_detail"] = Taxonomy(vocabulary),
        };
        if (term.Parent.Length > 0) json["parent_id"] = TermId(vocabulary.Code, term.Parent);
        return json;
    }

    /// <summary>Just what tells whether a copy is old.</summary>
    public static JsonObject Minimal(Service service) => new()
    {
        ["id"] = service.Uid,
        ["modified_date"] = Instant(service),
    };

    /// <summary>An institution.</summary>
    public JsonObject Organization(Institution institution)
    {
        var json = new JsonObject
        {
            ["id"] = institution.Uid,
            ["name"] = institution.DisplayName,
            ["description"] = Label("typologie", institution.Typology),
        };
        if (institution.Siret.Length > 0) json["organization_identifiers"] = new JsonArray(Identifier(institution.Uid, "SIRET", institution.Siret, institution.Uid));
        Add(json, "attributes", [Attribute(institution.Uid, "organization", "typologie", institution.Typology), .. institution.Networks.Select(code => Attribute(institution.Uid, "organization", "reseaux_porteurs", code))]);
        return json;
    }

    /// <summary>A place.</summary>
    public JsonObject Location(Structure place)
    {
        var json = new JsonObject { ["id"] = place.Uid, ["location_type"] = "physical", ["name"] = place.DisplayName };
        Add(json, "description", place.Description);
        if (place.Address?.Position is { } position) (json["latitude"], json["longitude"]) = (position.Latitude, position.Longitude);
        if (place.Siret.Length > 0) (json["external_identifier"], json["external_identifier_type"]) = (place.Siret, "SIRET");
        if (place.Address is { } address && AddressOf(address, place.Uid) is { } written) json["addresses"] = new JsonArray(written);
        Add(json, "phones", Phones(place.Uid, "location_id", place.Phone));
        Add(json, "accessibility", [.. place.Accessibility.Select(code => Accessibility(place, code))]);
        Add(json, "schedules", HsdsSchedules.Of(place.Uid, "location_id", place.OpeningHours));
        Add(json, "attributes", [.. place.Networks.Select(code => Attribute(place.Uid, "location", "reseaux_porteurs", code))]);
        return json;
    }

    /// <summary>A service; with its place and institution where a complete record is wanted.</summary>
    public JsonObject Service(Service service, Structure? place, Institution? institution)
    {
        var json = new JsonObject
        {
            ["id"] = service.Uid,
            ["name"] = service.DisplayName,
            ["description"] = service.Description,
            ["status"] = Status(service),
        };
        if (institution is not null) json["organization_id"] = institution.Uid;
        Add(json, "url", service.MobilisationLink.Length > 0 ? service.MobilisationLink : service.Origin?.Link ?? "");
        Add(json, "email", service.Email);
        Add(json, "application_process", Sentences([.. service.MobilisationModes.Select(code => Label("modes_mobilisation", code)), service.MobilisationDetails]));
        Add(json, "fees_description", Sentences([Label("frais", service.Fees), service.FeesDetails]));
        Add(json, "eligibility_description", Sentences([.. service.Publics.Select(code => Label("publics", code)), service.PublicsDetails, service.AccessConditions]));
        if (service.FreshDate is { } fresh) json["assured_date"] = Day(fresh);
        if (service.UpdateTime is not null) json["last_modified"] = Instant(service);
        Add(json, "alert", Alert(service.Capacity));
        Add(json, "phones", Phones(service.Uid, "service_id", service.Phone));
        Add(json, "schedules", HsdsSchedules.Of(service.Uid, "service_id", service.OpeningHours));
        Add(json, "service_areas", [.. service.EligibilityZones.Select(code => Area(service.Uid, code))]);
        Add(json, "languages", [.. service.Languages.Prepend("fr").Distinct(StringComparer.Ordinal).Select(code => Language(service.Uid, code))]);
        Add(json, "attributes", Attributes(service));
        if (place is not null) json["service_at_locations"] = new JsonArray(AtLocation(service, place));
        if (institution is not null) json["organization"] = Organization(institution);
        return json;
    }

    private static string Status(Service service) => service switch
    {
        { State: Partners.V1.Service.Types.State.Archived } => "defunct",
        { Capacity.State: Capacity.Types.State.Closed } => "temporarily closed",
        _ => "active",
    };

    private static string Alert(Capacity? capacity) => capacity switch
    {
        { State: Capacity.Types.State.Closed, UntilDate: { } until } => $"Complet jusqu’au {Day(until)}.",
        { State: Capacity.Types.State.Closed } => "Complet.",
        { State: Capacity.Types.State.WaitingList, UntilDate: { } until } => $"Liste d’attente jusqu’au {Day(until)}.",
        { State: Capacity.Types.State.WaitingList } => "Liste d’attente.",
        { HasSeats: true, Seats: 0 } => "Plus de place pour le moment.",
        _ => "",
    };

    private JsonObject AtLocation(Service service, Structure place)
    {
        var location = Location(place);
        // Given elsewhere than where its structure receives: a place of its own.
        if (service.Address is { } address)
        {
            location["id"] = PartId(service.Uid, "location");
            location.Remove("addresses");
            location.Remove("latitude");
            location.Remove("longitude");
            if (AddressOf(address, service.Uid) is { } written) location["addresses"] = new JsonArray(written);
            if (address.Position is { } position) (location["latitude"], location["longitude"]) = (position.Latitude, position.Longitude);
        }

        return new()
        {
            ["id"] = PartId(service.Uid, "at-location"),
            ["service_id"] = service.Uid,
            ["location_id"] = location["id"]!.DeepClone(),
            ["location"] = location,
        };
    }

    private List<JsonObject> Attributes(Service service)
    {
        (string Vocabulary, IEnumerable<string> Codes)[] said =
        [
            (Themes, service.Themes),
            ("publics", service.Publics),
            ("type", [service.Type]),
            ("frais", [service.Fees]),
            ("modes_accueil", service.ReceptionModes),
            ("modes_mobilisation", service.MobilisationModes),
            ("mobilisable_par", service.MobilisableBy),
            ("source", [service.Origin?.Source ?? ""]),
        ];
        return [.. from one in said from code in one.Codes where code.Length > 0 select Attribute(service.Uid, "service", one.Vocabulary, code)];
    }

    private JsonObject Attribute(string owner, string entity, string vocabulary, string code)
    {
        var json = new JsonObject
        {
            ["id"] = PartId(owner, $"attribute/{vocabulary}/{code}"),
            ["link_id"] = owner,
            ["link_entity"] = entity,
            ["value"] = code,
        };
        if (!_labels.TryGetValue((vocabulary, code), out var label)) return json;
        json["taxonomy_term_id"] = TermId(vocabulary, code);
        json["taxonomy_term"] = new JsonObject
        {
            ["id"] = TermId(vocabulary, code),
            ["code"] = code,
            ["name"] = label,
            ["description"] = label,
            ["language"] = "fr",
            ["taxonomy"] = vocabulary,
        };
        return json;
    }

    private JsonObject Accessibility(Structure place, string code)
    {
        var json = new JsonObject { ["id"] = PartId(place.Uid, $"accessibility/{code}"), ["location_id"] = place.Uid, ["description"] = Label("accessibilite", code) };
        Add(json, "url", place.AccessibilityUrl);
        return json;
    }

    private JsonObject Language(string owner, string code) => new()
    {
        ["id"] = PartId(owner, $"language/{code}"),
        ["service_id"] = owner,
        ["name"] = code == "fr" ? "Français" : Label("langues", code),
        ["code"] = code,
    };

    private static JsonObject Identifier(string owner, string scheme, string identifier, string organization) => new()
    {
        ["id"] = PartId(owner, $"identifier/{scheme}"),
        ["organization_id"] = organization,
        ["identifier_scheme"] = scheme,
        ["identifier_type"] = scheme,
        ["identifier"] = identifier,
    };

    private static JsonObject Area(string owner, string code) => new()
    {
        ["id"] = PartId(owner, $"area/{code}"),
        ["service_id"] = owner,
        ["name"] = code,
        ["extent"] = code,
        ["extent_type"] = "text",
    };

    private static List<JsonObject> Phones(string owner, string link, string number) =>
        number.Length == 0 ? [] : [new() { ["id"] = PartId(owner, "phone"), [link] = owner, ["number"] = number }];

    /// <summary>HSDS demands six fields of an address; one that lacks any is not written. <c>state_province</c> is the département's code.</summary>
    private static JsonObject? AddressOf(Address address, string owner)
    {
        var line = address.StreetAddress.Length > 0 ? address.StreetAddress : address.Complement;
        if (line.Length == 0 || address.Commune.Length == 0 || address.PostalCode.Length == 0) return null;
        var code = address.InseeCode.Length == 5 ? address.InseeCode : address.PostalCode;
        var json = new JsonObject
        {
            ["id"] = PartId(owner, "address"),
            ["address_1"] = line,
            ["city"] = address.Commune,
            ["state_province"] = code.StartsWith("97", StringComparison.Ordinal) || code.StartsWith("98", StringComparison.Ordinal) ? code[..3] : code[..2],
            ["postal_code"] = address.PostalCode,
            ["country"] = "FR",
            ["address_type"] = "physical",
        };
        if (address.StreetAddress.Length > 0) Add(json, "address_2", address.Complement);
        return json;
    }

    internal static string PartId(string owner, string part) => StableId.Of($"{owner}/{part}").ToString();

    private static void Add(JsonObject json, string field, string value)
    {
        if (value.Length > 0) json[field] = value;
    }

    private static void Add(JsonObject json, string field, IReadOnlyCollection<JsonObject> values)
    {
        if (values.Count > 0) json[field] = new JsonArray([.. values]);
    }

    private static string Sentences(IEnumerable<string> parts) => string.Join(". ", parts.Where(part => part.Length > 0).Select(part => part.TrimEnd('.')));

    private static string Day(Date date) => new DateOnly(date.Year, date.Month, date.Day).ToString("O", CultureInfo.InvariantCulture);

    private static string Instant(Service service) => service.UpdateTime.ToDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private string Label(string vocabulary, string code) => _labels.GetValueOrDefault((vocabulary, code), code);
}
