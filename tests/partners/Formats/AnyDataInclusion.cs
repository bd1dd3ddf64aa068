using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Reseau.Kernel.Vocabularies;

namespace Reseau.Partners.Tests.Formats;

/// <summary>Any file of data.inclusion v1: every field, every value of every enumeration, things the schema does not know and values it forbids.</summary>
internal static class AnyDataInclusion
{
    private static readonly Gen<JsonNode?> Words = Gen.Elements("Accueil et écoute", "Aide l'usager", "  des espaces autour ", "Sur rendez-vous ; \"au besoin\"", "À côté, 2e étage", "un\nretour")
        .Select(text => (JsonNode?)JsonValue.Create(text));

    private static readonly Gen<JsonNode?> Phone = Text("02 99 12 34 56", "+33299123456", "3949", "0033 2 99 12 34 56", "02.99.12.34.56 / 06 11 22 33 44", "aucun");

    private static readonly Gen<JsonNode?> Hours = Text("Mo-Fr 09:00-12:00,14:00-17:00", "Mo-Fr 09:00-12:00; PH off", "du lundi au jeudi 9h-12h", "selon les jours");

    private static readonly Gen<JsonNode?> Email = Text("accueil@exemple.fr", "pas une adresse");

    private static readonly Gen<JsonNode?> Link = Text("https://exemple.fr/page?x=1", "exemple");

    private static readonly (string Name, Gen<JsonNode?> Value)[] Place =
    [
        ("commune", Text("Rennes", "Saint-Malo", "Ailleurs")), ("code_postal", Text("35000", "35400", "35238", "XYZ")), ("code_insee", Text("35238", "35288", "2A004", "97411", "35000", "99999")),
        ("adresse", Words), ("complement_adresse", Words),
        ("longitude", Gen.Elements(-1.6778, 48.11, 0.0, 55.45).Select(x => (JsonNode?)JsonValue.Create(x))), ("latitude", Gen.Elements(48.1173, -1.68, -20.88).Select(x => (JsonNode?)JsonValue.Create(x))),
        ("telephone", Phone), ("courriel", Email), ("horaires_accueil", Hours), ("lien_source", Link),
        ("champ_inconnu", Gen.OneOf(Words, Gen.Constant((JsonNode?)new JsonObject { ["a"] = new JsonArray(1, null, "é") }).Select(node => node?.DeepClone()), Gen.Constant((JsonNode?)JsonValue.Create(true)))),
    ];

    private static readonly (string Name, Gen<JsonNode?> Value)[] StructureFields =
    [
        .. Place, ("description", Words), ("siret", Text("35600000000048", "123")), ("site_web", Link), ("accessibilite_lieu", Link), ("reseaux_porteurs", List(Vocabulary.Networks)),
    ];

    private static readonly (string Name, Gen<JsonNode?> Value)[] ServiceFields =
    [
        .. Place, ("type", One(Vocabulary.ServiceTypes)), ("thematiques", List(Vocabulary.Themes)), ("publics", List(Vocabulary.Publics)), ("publics_precisions", Words), ("conditions_acces", Words),
        ("frais", One(Vocabulary.Fees)), ("frais_precisions", Words), ("modes_accueil", List(Vocabulary.ReceptionModes)),
        ("zone_eligibilite", Gen.Elements("35238", "35", "53", "243500139", "france", "974", "2A", "Finistère", "???").ArrayOf(2).Select(ToArray)),
        ("modes_mobilisation", List(Vocabulary.MobilisationModes)), ("mobilisable_par", List(Vocabulary.MobilisableBy)), ("lien_mobilisation", Link), ("mobilisation_precisions", Words),
        ("contact_nom_prenom", Words), ("volume_horaire_hebdomadaire", Gen.Elements(0, 2.5, 35, -1).Select(x => (JsonNode?)JsonValue.Create(x))),
        ("nombre_semaines", Gen.Elements(1, 12, 0).Select(x => (JsonNode?)JsonValue.Create(x))),
    ];

    private static readonly Gen<string> Day = Gen.Elements("2026-01-15", "2024-02-29", "2025-12-31T10:00:00+01:00");

    private static readonly Gen<JsonObject> Structure = from day in Day from fields in Some(StructureFields) select Record(fields, ("source", "dora"), ("nom", "Une structure"), ("date_maj", day));

    private static readonly Gen<JsonObject> Service = from day in Day from fields in Some(ServiceFields)
        select Record(fields, ("source", "dora"), ("nom", "Un service"), ("description", "Ce qu'il fait."), ("date_maj", day));

    /// <summary>Structures with at least one service each: others are not public.</summary>
    public static Gen<(JsonArray Structures, JsonArray Services)> Directory =>
        from structures in Structure.ArrayOf(3)
        from services in Service.ArrayOf(5)
        select Numbered(structures, services);

    private static (JsonArray Structures, JsonArray Services) Numbered(JsonObject[] structures, JsonObject[] services)
    {
        for (var i = 0; i < structures.Length; i++) structures[i]["id"] = $"dora--lieu/{i}é";
        for (var i = 0; i < services.Length; i++)
        {
            services[i]["id"] = $"dora--service/{i}";
            services[i]["structure_id"] = $"dora--lieu/{i % structures.Length}é";
        }

        return ([.. structures.Select(node => node.DeepClone())], [.. services.Select(node => node.DeepClone())]);
    }

    private static JsonObject Record((string Name, JsonNode? Value)[] fields, params (string Name, string Value)[] required)
    {
        var record = new JsonObject();
        foreach (var (name, value) in required) record[name] = value;
        foreach (var (name, value) in fields) record[name] = value?.DeepClone();
        return record;
    }

    // Each field present, absent or null.
    private static Gen<(string Name, JsonNode? Value)[]> Some((string Name, Gen<JsonNode?> Value)[] fields) => fields.Aggregate(
        Gen.Constant(Array.Empty<(string, JsonNode?)>()),
        (before, field) => from some in before
                           from value in Gen.Frequency((3, field.Value), (1, Gen.Constant<JsonNode?>(null)))
                           from isThere in Gen.Choose(0, 3)
                           select isThere == 0 ? some : [.. some, (field.Name, value)]);

    private static Gen<JsonNode?> Text(params string[] texts) => Gen.Elements(texts).Select(text => (JsonNode?)JsonValue.Create(text));

    private static Gen<JsonNode?> One<T>(TermSet<T> terms)
        where T : Term => Text([.. terms.Select(term => term.Code), "gratuit-sous-conditions"]);

    private static Gen<JsonNode?> List<T>(TermSet<T> terms)
        where T : Term => from count in Gen.Choose(0, 4) from codes in Gen.Elements<string>([.. terms.Select(term => term.Code), "mot-inconnu"]).ArrayOf(count) select ToArray(codes);

    private static JsonNode? ToArray(string[] codes) => new JsonArray([.. codes.Select(code => (JsonNode?)JsonValue.Create(code))]);
}
