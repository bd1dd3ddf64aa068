using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Grpc.Core;
using Reseau.Journeys.Local;
using Reseau.Journeys.Rpc;
using Reseau.Partners.V1;
using Reseau.Testing;

namespace Reseau.Journeys.OpenData;

/// <summary>An institution's information system sends its offer as a file, through the gateway; everybody can take it out again.</summary>
public sealed class ImportingAFile(RunningEdition running) : RpcJourney(running)
{
    [Fact]
    public async Task What_was_sent_as_data_inclusion_comes_out_of_the_open_data_field_for_field()
    {
        var place = Structure("ccas--import-lieu");
        var service = Service("ccas--import-service", "ccas--import-lieu");

        var import = await SendAsync($"{place}\n{service}\n");

        Assert.Equal((Import.Types.State.Done, 2, 2, 0), (import.State, import.Records, import.Created, import.Refused));
        Assert.Empty(import.Remarks);
        var line = await Eventually.GetAsync<JsonObject?>(async () => await ExportedAsync("ccas--import-service"), found => found is not null);
        foreach (var (field, sent) in JsonNode.Parse(service)!.AsObject()) Assert.True(JsonNode.DeepEquals(sent, line![field]), $"{field}: {sent?.ToJsonString()} became {line[field]?.ToJsonString()}");

        var again = await SendAsync($"{place}\n{service}\n");
        Assert.Equal((0, 0, 2), (again.Created, again.Updated, again.Unchanged));
        await Network.Ccas.Partners.ArchiveServiceAsync(new() { Name = "services/ccas--import-service", RequestId = Guid.NewGuid().ToString() });
    }

    [Fact]
    public async Task A_file_much_longer_than_a_message_goes_through_and_a_dry_run_keeps_nothing()
    {
        const int count = 12_000;
        var file = new StringBuilder().Append(Structure("ccas--grand-lieu")).Append('\n');
        for (var i = 0; i < count; i++) file.Append(Service(string.Create(CultureInfo.InvariantCulture, $"ccas--grand-{i}"), "ccas--grand-lieu")).Append('\n');
        Assert.True(file.Length > 5 << 20);

        var import = await SendAsync(file.ToString(), dryRun: true);

        Assert.Equal((Import.Types.State.Done, count + 1, count + 1), (import.State, import.Records, import.Created));
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Network.Ccas.Partners.GetServiceAsync(new() { Name = "services/ccas--grand-0" }));
        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Nobody_sends_a_file_for_somebody_else()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await SendAsync(Structure("caf--intrus"), "institutions/caf-35"));
        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
    }

    private Task<Import> SendAsync(string file, string institution = "institutions/ccas-rennes", bool dryRun = false) =>
        Network.Ccas.SendFileAsync(DirectoryFormat.DataInclusionNdjson, institution, file, dryRun);

    private async Task<JsonObject?> ExportedAsync(string id)
    {
        using var web = new HttpClient();
        var lines = await web.GetStringAsync(new Uri($"{Edition.WebUrl}/open-data/data-inclusion-v1.ndjson"));
        return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).SingleOrDefault(record => record["id"]!.GetValue<string>() == id);
    }

    private static string Structure(string id) => new JsonObject
    {
        ["source"] = "ccas", ["id"] = id, ["nom"] = "Lieu venu d’un fichier", ["date_maj"] = "2026-11-01",
        ["adresse"] = "1 rue du Fichier", ["code_postal"] = "35000", ["commune"] = "Rennes", ["code_insee"] = "35238",
        ["longitude"] = -1.6755, ["latitude"] = 48.1135,
    }.ToJsonString();

    private static string Service(string id, string structure) => new JsonObject
    {
        ["source"] = "ccas", ["structure_id"] = structure, ["id"] = id, ["nom"] = "Service venu d’un fichier",
        ["description"] = "Une aide qui n’existe que dans un fichier : elle sert à voir que tout revient comme il est parti, les accents et les « guillemets » compris.",
        ["date_maj"] = "2026-11-01", ["lien_source"] = "https://exemple.fr/service?a=1&b=2", ["type"] = "atelier",
        ["thematiques"] = new JsonArray("souvrir-a-linternational--sinformer-sur-les-aides-pour-travailler-a-letranger"),
        ["publics"] = new JsonArray("jeunes", "seniors"), ["frais"] = "payant", ["frais_precisions"] = "2 euros",
        ["modes_accueil"] = new JsonArray("en-presentiel"), ["zone_eligibilite"] = new JsonArray("35238"),
        ["modes_mobilisation"] = new JsonArray("telephoner"), ["mobilisable_par"] = new JsonArray("usagers"),
        ["telephone"] = "0261910001", ["horaires_accueil"] = "Mo-Fr 09:00-12:00", ["volume_horaire_hebdomadaire"] = 1.5, ["nombre_semaines"] = 6,
    }.ToJsonString();
}
