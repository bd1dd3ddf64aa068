using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Reseau.Partners.Formats;
using DirectoryFormat = Reseau.Partners.V1.DirectoryFormat;

namespace Reseau.Partners.Tests.Formats;

/// <summary>Import then export of the national map gives each place back unchanged, whatever v1 can say of it.</summary>
public sealed class GivingPlacesOfTheMapBack
{
    private static readonly Gen<JsonObject> Place =
        from services in Labels(CartoCrosswalk.Offers.SelectMany(offer => offer.Labels, (_, label) => label.Label), atLeast: 1)
        from publics in Labels(CartoCrosswalk.Publics.Select(term => term.Label))
        from special in Labels(CartoCrosswalk.Accessibility.Select(term => term.Label))
        from fees in Labels(CartoCrosswalk.Fees.Select(term => term.Label))
        from access in Labels(CartoCrosswalk.Access.Select(term => term.Label))
        from ways in Labels(CartoCrosswalk.Accompaniment.Select(term => term.Label))
        from programmes in Labels(CartoCrosswalk.Programmes.Select(term => term.Label))
        from labels in Labels(CartoCrosswalk.Labels.Select(term => term.Label))
        from typology in Labels(["TIERS_LIEUX", "ASSO", "RFS", "BIB", "INCONNUE"])
        from pivot in Gen.Elements("00000000000000", "W351234567", "35600000000048", "12345")
        from phone in Gen.Elements("+33299123456", "02 99 12 34 56 ou 06", "")
        from hours in Gen.Elements("Mo-Fr 09:00-12:00", "sur demande", "")
        from roaming in Gen.Elements("Fixe", "Itinérant", "")
        select Record(
            ("services", services), ("publics_specifiquement_adresses", publics), ("prise_en_charge_specifique", special), ("frais_a_charge", fees), ("modalites_acces", access),
            ("modalites_accompagnement", ways), ("dispositif_programmes_nationaux", programmes), ("formations_labels", labels), ("typologie", typology), ("pivot", pivot),
            ("telephone", phone), ("horaires", hours), ("itinerance", roaming), ("structure_parente", "Un réseau"), ("autres_formations_labels", "Label d'ici|Autre"), ("source", "Hinaura"));

    [Fact]
    public void Any_json_file_comes_back_unchanged() => Prop.ForAll(Place.ArrayOf(3).ToArbitrary(), places =>
    {
        var text = Numbered(places);
        var back = JsonNode.Parse(Written(DirectoryFormat.CartoJson, text.ToJsonString()))!.AsArray();
        Assert.Equal(text.Select(place => Sorted(place!)), back.Select(place => Sorted(place!)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Any_csv_file_comes_back_unchanged() => Prop.ForAll(Place.ArrayOf(3).ToArbitrary(), places =>
    {
        string[] columns = [.. CartoWriter.Columns, "colonne_en_plus"];
        var cells = Numbered(places).Select(place => columns.Select(column => place![column]?.ToString() ?? (column == "colonne_en_plus" ? "à \"garder\"" : "")).ToArray()).ToList();
        var text = Csv([columns, .. cells]);
        Assert.Equal(text, Written(DirectoryFormat.CartoCsv, text).TrimStart('\uFEFF'));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(80));

    [Fact]
    public async Task A_list_may_be_an_array_and_then_comes_back_as_one()
    {
        const string text = """[{"id":"a","nom":"Un lieu","services":["Aide aux démarches administratives","Accès internet et matériel informatique"],"pivot":"00000000000000","commune":"Rennes","code_postal":"35000","adresse":"1 rue","latitude":48.10,"date_maj":"2026-01-01"}]""";
        var read = await Files.ReadAsync(DirectoryFormat.CartoJson, text);

        Assert.Equal(["carto--a--demarches", "carto--a--connexion"], read[0].Services.Select(service => service.Id));
        Assert.Equal(Sorted(JsonNode.Parse(text)![0]!), Sorted(JsonNode.Parse(await Files.WriteAsync(DirectoryFormat.CartoJson, read))![0]!));
    }

    [Fact]
    public async Task A_place_that_was_changed_here_says_so_and_keeps_the_rest()
    {
        var text = Numbered([Record(
            ("services", "Utilisation sécurisée du numérique|Aide aux démarches administratives"), ("pivot", "00000000000000"), ("structure_parente", "Un réseau"), ("telephone", "+33299123456"))]);
        var read = await Files.ReadAsync(DirectoryFormat.CartoJson, text.ToJsonString());
        var changed = read[0] with { Structure = read[0].Structure! with { Phone = "0299000000" } };

        var back = JsonNode.Parse(await Files.WriteAsync(DirectoryFormat.CartoJson, [changed]))![0]!;

        Assert.Equal(("0299000000", "Un réseau", "place-0"), ((string?)back["telephone"], (string?)back["structure_parente"], (string?)back["id"]));
        Assert.Contains("Aide aux démarches administratives", (string?)back["services"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_typed_here_goes_to_the_map_in_its_words_and_one_without_digital_service_stays()
    {
        var read = await Files.ReadAsync(DirectoryFormat.SimpleCsv, """
            Nom du service;Description;Thématiques;Type;Publics;Frais;Précisions sur les frais;Modes d'accueil;Comment demander;Qui peut demander;Langues parlées;Nom du lieu;Code postal;Commune;Réseaux;Accessibilité
            Cours;Apprendre ensemble.;numerique--maitriser-les-fondamentaux-du-numerique|famille--soutien-a-la-parentalite-et-a-leducation;atelier;jeunes|tous-publics;payant;Gratuit sous condition;en-presentiel|a-distance;envoyer-un-courriel;professionnels;en|ar;EPN Centre;35000;Rennes;espaces-publics-numeriques|aidants-connect;surdite
            Colis;De quoi manger.;equipement-et-alimentation--alimentation;;;;;;;;;Épicerie;35000;Rennes;;
            """);
        var place = Assert.Single(JsonNode.Parse(await Files.WriteAsync(DirectoryFormat.CartoJson, read))!.AsArray())!;

        Assert.Equal("Maîtrise des outils numériques du quotidien|Parentalité et éducation avec le numérique", (string?)place["services"]);
        Assert.Equal(("Jeunes", "Surdité|Langues étrangères (anglais)|Langues étrangères (autres)"), ((string?)place["publics_specifiquement_adresses"], (string?)place["prise_en_charge_specifique"]));
        Assert.Equal(("Gratuit sous condition", "Dans un atelier collectif|À distance"), ((string?)place["frais_a_charge"], (string?)place["modalites_accompagnement"]));
        Assert.Equal(("Envoyer un mail avec une fiche de prescription", "Aidants Connect"), ((string?)place["modalites_acces"], (string?)place["dispositif_programmes_nationaux"]));
        Assert.Equal(("EPN", "00000000000000", "reseau"), ((string?)place["typologie"], (string?)place["pivot"], (string?)place["source"]));
    }

    private static string Written(DirectoryFormat format, string text) => Files.WriteAsync(format, Files.ReadAsync(format, text).GetAwaiter().GetResult()).GetAwaiter().GetResult();

    private static JsonArray Numbered(JsonObject[] places)
    {
        for (var i = 0; i < places.Length; i++) places[i]["id"] = $"place-{i}";
        return [.. places.Select(place => place.DeepClone())];
    }

    private static JsonObject Record(params (string Name, string Value)[] fields)
    {
        var record = new JsonObject
        {
            ["nom"] = "Un lieu numérique", ["commune"] = "Rennes", ["code_postal"] = "35000", ["adresse"] = "1 rue du Pré", ["latitude"] = 48.11, ["longitude"] = -1.68, ["date_maj"] = "2026-01-15",
        };
        foreach (var (name, value) in fields)
        {
            if (value.Length > 0) record[name] = value;
        }

        return record;
    }

    private static Gen<string> Labels(IEnumerable<string> labels, int atLeast = 0) =>
        from count in Gen.Choose(atLeast, 4) from chosen in Gen.Elements<string>([.. labels]).ArrayOf(count) select string.Join('|', chosen.Distinct(StringComparer.Ordinal));

    private static string Sorted(JsonNode place) => string.Join('\n', place.AsObject().OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value?.ToJsonString()}"));

    private static string Csv(IEnumerable<string[]> rows) =>
        string.Concat(rows.Select(row => string.Join(',', row.Select(cell => cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
}
