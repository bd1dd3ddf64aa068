using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Reseau.Kernel.Vocabularies;
using Reseau.Partners.Domain;
using DirectoryFormat = Reseau.Partners.V1.DirectoryFormat;

namespace Reseau.Partners.Tests.Formats;

/// <summary>Import then export of data.inclusion v1 says the same, field by field; null, absent and an empty list are one to the schema.</summary>
public sealed class GivingDataInclusionBack
{
    [Fact]
    public void Any_json_file_comes_back_with_every_field_and_value() =>
        Prop.ForAll(AnyDataInclusion.Directory.ToArbitrary(), file => AssertComesBack(file.Structures, file.Services, DirectoryFormat.DataInclusionJson))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Any_ndjson_file_comes_back_with_every_field_and_value() =>
        Prop.ForAll(AnyDataInclusion.Directory.ToArbitrary(), file => AssertComesBack(file.Structures, file.Services, DirectoryFormat.DataInclusionNdjson))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(80));

    [Fact]
    public void Every_value_of_every_enumeration_comes_back()
    {
        var structure = new JsonObject { ["source"] = "dora", ["id"] = "dora--1", ["nom"] = "Un lieu", ["date_maj"] = "2026-01-01", ["reseaux_porteurs"] = All(Vocabulary.Networks) };
        List<JsonNode?> services =
        [
            .. Vocabulary.ServiceTypes.SelectMany(_ => Vocabulary.Fees, (type, fees) => (JsonNode?)new JsonObject
            {
                ["source"] = "dora", ["structure_id"] = "dora--1", ["id"] = $"dora--{type.Code}-{fees.Code}", ["nom"] = "Un service", ["description"] = "Ce qu'il fait.",
                ["date_maj"] = "2026-01-01", ["type"] = type.Code, ["frais"] = fees.Code, ["thematiques"] = All(Vocabulary.Themes), ["publics"] = All(Vocabulary.Publics),
                ["modes_accueil"] = All(Vocabulary.ReceptionModes), ["modes_mobilisation"] = All(Vocabulary.MobilisationModes), ["mobilisable_par"] = All(Vocabulary.MobilisableBy),
            }),
        ];

        AssertComesBack([structure], [.. services], DirectoryFormat.DataInclusionJson);
    }

    [Fact]
    public async Task What_was_changed_here_since_is_not_covered_by_what_was_kept()
    {
        var read = await Files.ReadAsync(DirectoryFormat.DataInclusionNdjson, """
            {"source":"dora","id":"dora--1","nom":"Un lieu","date_maj":"2026-01-01"}
            {"source":"dora","structure_id":"dora--1","id":"dora--2","nom":"Un service","description":"Ce qu'il fait.","date_maj":"2026-01-01","frais":"gratuit-sous-conditions","inconnu":1}
            """);
        var service = read[1].Services[0];
        Assert.Equal("\"gratuit-sous-conditions\"", service.Origin.Kept.Find("di:frais"));

        var written = await Files.WriteAsync(DirectoryFormat.DataInclusionJson, [read[0], read[1] with { Services = [service with { Fees = "gratuit" }] }]);

        var record = JsonNode.Parse(written)!["services"]![0]!;
        Assert.Equal("gratuit", (string?)record["frais"]);
        Assert.Equal(1, (int?)record["inconnu"]);
    }

    [Fact]
    public async Task Records_of_ours_travel_under_our_name_and_come_home()
    {
        var read = await Files.ReadAsync(DirectoryFormat.SimpleCsv, "Nom du service;Description;Nom du lieu;Code postal;Commune\nAtelier;Apprendre ensemble.;Maison de quartier;35000;Rennes\n");
        var written = await Files.WriteAsync(DirectoryFormat.DataInclusionNdjson, read);

        Assert.Contains("\"id\":\"reseau--ccas-rennes--maison-de-quartier-35000--atelier\"", written, StringComparison.Ordinal);
        var home = await Files.ReadAsync(DirectoryFormat.DataInclusionNdjson, written);
        Assert.Equal(read[0].Structure! with { Origin = Origin.Reseau }, home[0].Structure);
        Assert.Null(home[1].Services[0].Origin.Source);
        Assert.Equal(read[0].Services[0].Id, home[1].Services[0].Id);
    }

    private static void AssertComesBack(JsonArray structures, JsonArray services, DirectoryFormat format)
    {
        var text = format == DirectoryFormat.DataInclusionJson
            ? new JsonObject { ["services"] = services.DeepClone(), ["structures"] = structures.DeepClone() }.ToJsonString()
            : string.Join('\n', structures.Concat(services).Select(node => node!.ToJsonString()));
        var written = Files.WriteAsync(format, Files.ReadAsync(format, text).GetAwaiter().GetResult()).GetAwaiter().GetResult();

        var back = format == DirectoryFormat.DataInclusionJson
            ? JsonNode.Parse(written)!["structures"]!.AsArray().Concat(JsonNode.Parse(written)!["services"]!.AsArray())
            : written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line));
        Assert.Equal(structures.Concat(services).Select(Files.Meaning).Order(StringComparer.Ordinal), back.Select(Files.Meaning).Order(StringComparer.Ordinal));
    }

    private static JsonArray All<T>(TermSet<T> terms)
        where T : Term => [.. terms.Select(term => (JsonNode?)JsonValue.Create(term.Code))];
}
