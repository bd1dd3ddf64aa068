using System.Text;
using System.Text.Json.Nodes;
using Reseau.Partners.Formats;
using DirectoryFormat = Reseau.Partners.V1.DirectoryFormat;

namespace Reseau.Partners.Tests.Formats;

/// <summary>Whatever a file holds, what is valid is taken, and each problem is said.</summary>
public sealed class ReadingBadFiles
{
    private const string Good = """{"source":"dora","id":"dora--a/b","nom":"Un lieu","date_maj":"2026-01-01","commune":"Rennes","code_postal":"35000","code_insee":"35238"}""";

    [Theory]
    [InlineData(DirectoryFormat.DataInclusionJson)]
    [InlineData(DirectoryFormat.DataInclusionNdjson)]
    public async Task Truncated_json_gives_what_came_before(DirectoryFormat format)
    {
        var text = format == DirectoryFormat.DataInclusionJson ? $"[{Good},{Good[..^10]}" : $"{Good}\n{Good[..^10]}";
        var records = new List<RawRecord>();

        var broken = await Assert.ThrowsAsync<UnreadableFileException>(() => ReadAllAsync(format, Encoding.UTF8.GetBytes(text), records));

        Assert.Equal((2, FileMessages.BrokenJson), (broken.Line, broken.Detail));
        Assert.Single(records);
    }

    [Fact]
    public async Task A_bad_line_of_ndjson_is_refused_alone()
    {
        var read = await Files.ReadAsync(DirectoryFormat.DataInclusionNdjson, $"{Good}\n{{oups\n[1]\n\n{Good.Replace("a/b", "c", StringComparison.Ordinal)}\n");

        Assert.Equal([false, true, true, false], read.Select(record => record.Refused));
        Assert.Equal([1, 2, 3, 5], read.Select(record => record.Line));
        Assert.Equal("INVALID_RECORD", Assert.Single(read[1].Remarks).Reason);
    }

    [Theory]
    [InlineData(DirectoryFormat.DataInclusionJson, "id;nom\n1;2\n")]
    [InlineData(DirectoryFormat.DataInclusionJson, "")]
    [InlineData(DirectoryFormat.DataInclusionJson, "{\"nom\":\"rien\"}")]
    [InlineData(DirectoryFormat.DataInclusionJson, "[{\"id\":\"1\",\"pivot\":\"0\",\"nom\":\"x\"}]")]
    [InlineData(DirectoryFormat.CartoJson, "{\"structures\":[]}")]
    [InlineData(DirectoryFormat.DataInclusionNdjson, "nom;commune\n")]
    [InlineData(DirectoryFormat.CartoCsv, "nom,commune\nx,y\n")]
    [InlineData(DirectoryFormat.SimpleCsv, "")]
    [InlineData(DirectoryFormat.SimpleCsv, "{\"a\":1}")]
    public async Task Another_kind_of_file_is_recognised(DirectoryFormat format, string text) =>
        await Assert.ThrowsAsync<UnreadableFileException>(() => Files.ReadAsync(format, text));

    [Fact]
    public async Task Csv_cut_inside_a_quotation_gives_what_came_before()
    {
        var records = new List<RawRecord>();
        await Assert.ThrowsAsync<UnreadableFileException>(() => ReadAllAsync(DirectoryFormat.SimpleCsv, Encoding.UTF8.GetBytes("nom;description;lieu;commune\na;b;c;d\nx;\"jamais fermé"), records));
        Assert.Single(records);
    }

    [Fact]
    public async Task The_usual_encodings_are_recognised_in_pieces_of_any_size()
    {
        const string text = "Nom du service;Description;Nom du lieu;Code postal;Commune\nCafé « œuvre »;Être aidé à Noël.;Élan, l’été;35000;Rennes\n";
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], western.GetBytes(text), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)], Encoding.Unicode.GetBytes(text),
        ];
        foreach (var file in files)
        {
            foreach (var piece in (int[])[1, 3, 64, 100_000])
            {
                var read = Assert.Single(await Files.ReadAsync(DirectoryFormat.SimpleCsv, file, piece));
                Assert.Equal(("Café « œuvre »", "Être aidé à Noël.", "Élan, l’été"), (read.Services[0].Name, read.Services[0].Description, read.Structure!.Name));
            }
        }
    }

    [Fact]
    public async Task A_mix_of_encodings_is_broken_where_it_begins()
    {
        byte[] mixed = [.. Encoding.UTF8.GetBytes($"{Good.Replace("Un lieu", "Un café", StringComparison.Ordinal)}\n"), .. "{\"nom\":\"caf"u8, 0xE9, .. "\"}\n"u8];
        var records = new List<RawRecord>();

        var broken = await Assert.ThrowsAsync<UnreadableFileException>(() => ReadAllAsync(DirectoryFormat.DataInclusionNdjson, mixed, records));

        Assert.Equal(FileMessages.BrokenEncoding, broken.Detail);
        Assert.Equal("Un café", Assert.Single(records).Fields.Find("nom")!.Text);
    }

    [Theory]
    [InlineData("frais", "gratuit-sous-conditions", "payant")]
    [InlineData("frais", "Gratuit", "gratuit")]
    [InlineData("type", "Ateliers", "atelier")]
    [InlineData("type", "formatoin", "formation")]
    [InlineData("type", "rien de tel", "")]
    public async Task An_unknown_value_is_left_aside_with_what_it_may_mean(string field, string value, string suggestion)
    {
        var service = await ServiceAsync((field, value));
        var remark = Assert.Single(service.Remarks);

        Assert.Equal((field, "UNKNOWN_VALUE", suggestion, false), (remark.Field, remark.Reason, remark.Suggestion, remark.Refused));
        Assert.DoesNotContain(value, remark.Text, StringComparison.Ordinal);
        Assert.Equal($"\"{value}\"", service.Services[0].Origin.Kept.Find($"di:{field}"));
    }

    [Theory]
    [InlineData("Maîtriser les fondamentaux du numérique", "numerique--maitriser-les-fondamentaux-du-numerique")]
    [InlineData("numerique--prendre-en-main-un-ordinateur", "numerique--maitriser-les-fondamentaux-du-numerique")]
    [InlineData("famille--garde-d-enfants", "famille--garde-denfants")]
    [InlineData("mobilite--acceder-a-un-vehicules", "mobilite--acceder-a-un-vehicule")]
    public async Task Themes_of_yesterday_and_typing_mistakes_are_proposed_as_those_of_today(string theme, string suggestion)
    {
        var read = Assert.Single(await Files.ReadAsync(DirectoryFormat.DataInclusionJson, ServiceOf(("thematiques", new JsonArray("sante--addictions", theme)))));

        Assert.Equal(["sante--addictions"], read.Services[0].Themes);
        Assert.Equal(suggestion, Assert.Single(read.Remarks).Suggestion);
    }

    [Fact]
    public async Task Coordinates_that_are_exchanged_or_abroad_are_left_aside()
    {
        var swapped = await ServiceAsync(("latitude", -1.67), ("longitude", 48.11));
        var abroad = await ServiceAsync(("latitude", 40.4), ("longitude", -3.7));
        var half = await ServiceAsync(("latitude", 48.11));

        Assert.Equal([("latitude", "COORDINATES_SWAPPED", "48.11"), ("longitude", "COORDINATES_SWAPPED", "-1.67")], swapped.Remarks.Select(remark => (remark.Field, remark.Reason, remark.Suggestion)));
        Assert.All(abroad.Remarks, remark => Assert.Equal("OUTSIDE_FRANCE", remark.Reason));
        Assert.Equal("HALF_A_POINT", Assert.Single(half.Remarks).Reason);
        Assert.All((FileRecord[])[swapped, abroad, half], record => Assert.Null(record.Services[0].Address?.Point));
    }

    [Fact]
    public async Task Postal_and_insee_codes_that_are_mixed_up_are_told_apart()
    {
        var read = await ServiceAsync(("commune", "Rennes"), ("code_postal", "35238"), ("code_insee", "35000"));

        Assert.Equal("35238", Assert.Single(read.Remarks, remark => remark is { Field: "code_insee", Reason: "POSTAL_CODE_FOR_INSEE" }).Suggestion);
        Assert.Single(read.Remarks, remark => remark is { Field: "code_postal", Reason: "INSEE_FOR_POSTAL_CODE" });
        Assert.Equal("35238", read.Services[0].Address!.CommuneInsee);
    }

    [Fact]
    public async Task An_address_without_insee_code_is_found_by_searches_and_given_back_without_it()
    {
        var read = await ServiceAsync(("commune", "RENNES Cedex 7"), ("code_postal", "35000"));

        Assert.Empty(read.Remarks);
        Assert.Equal(("35238", "null"), (read.Services[0].Address!.CommuneInsee, read.Services[0].Origin.Kept.Find("di:code_insee")));
    }

    [Theory]
    [InlineData("0033 2 99 12 34 56", "+33299123456")]
    [InlineData("+33 (0)2 99 12 34 56", "+33299123456")]
    [InlineData("02 99 12 34 56 ou 06 11 22 33 44", "0299123456")]
    [InlineData("Tél. 02/99/12/34/56", "0299123456")]
    public async Task A_telephone_written_oddly_is_rewritten(string typed, string number)
    {
        var read = await ServiceAsync(("telephone", typed));
        Assert.Equal((number, "PHONE_REWRITTEN", number), (read.Services[0].Phone, Assert.Single(read.Remarks).Reason, read.Remarks[0].Suggestion));
        Assert.Equal($"\"{typed}\"", read.Services[0].Origin.Kept.Find("di:telephone"));
    }

    [Theory]
    [InlineData("un mardi sur deux")]
    [InlineData("Mo-Fr 25:00-26:00")]
    public async Task Hours_that_do_not_parse_are_left_aside_and_the_place_is_said_where_they_stop_making_sense(string typed)
    {
        var read = await ServiceAsync(("horaires_accueil", typed));
        var remark = Assert.Single(read.Remarks);

        Assert.Equal("INVALID_HOURS", remark.Reason);
        Assert.DoesNotContain(typed, remark.Text, StringComparison.Ordinal);
        Assert.Null(read.Services[0].OpeningHours);
        Assert.Equal($"\"{typed}\"", read.Services[0].Origin.Kept.Find("di:horaires_accueil"));
    }

    [Theory]
    [InlineData("id", "")]
    [InlineData("id", "un id")]
    [InlineData("nom", "A")]
    [InlineData("description", "")]
    [InlineData("structure_id", "")]
    [InlineData("source", "")]
    [InlineData("date_maj", "hier")]
    public async Task A_record_without_what_it_must_have_is_refused(string field, string value)
    {
        var read = await ServiceAsync((field, value));
        Assert.True(read.Refused);
        Assert.Contains(read.Remarks, remark => remark.Refused && remark.Field == field);
    }

    [Fact]
    public async Task An_id_too_long_for_a_name_is_refused() => Assert.True((await ServiceAsync(("id", new string('/', 100)))).Refused);

    [Fact]
    public async Task A_social_security_number_is_neither_taken_nor_kept()
    {
        const string number = "1 85 05 78 006 084 36";
        var read = await ServiceAsync(("conditions_acces", $"Dossier {number}"), ("champ_libre", $"Dossier {number}"));

        Assert.Equal(["CONTAINS_NIR", "CONTAINS_NIR"], read.Remarks.Select(remark => remark.Reason));
        Assert.Null(read.Services[0].AccessConditions);
        Assert.Empty(read.Services[0].Origin.Kept);
        Assert.True((await ServiceAsync(("description", $"Dossier {number}"))).Refused);
    }

    [Fact]
    public async Task A_line_with_too_many_cells_is_refused()
    {
        var read = await Files.ReadAsync(DirectoryFormat.SimpleCsv, "nom,description,lieu,commune\nAtelier,Apprendre, ensemble,Maison,Rennes\nAtelier,\"Apprendre, ensemble\",Maison,Rennes\n");
        Assert.Equal([true, false], read.Select(record => record.Refused));
        Assert.Equal("TOO_MANY_CELLS", Assert.Single(read[0].Remarks).Reason);
    }

    [Fact]
    public async Task A_spreadsheet_filled_by_people_is_read_with_its_labels_dates_and_lost_zeros()
    {
        var read = Assert.Single(await Files.ReadAsync(DirectoryFormat.SimpleCsv, """
            Nom du service;Description;Thématiques;Publics;Frais;Horaires du service;Zones d'éligibilité;Accepte les orientations;Nom du lieu;Code postal;Commune;Latitude;Longitude;Mise à jour;Ma colonne
            Permanence;Être aidé pour ses démarches.;Accéder à des services en ligne;Demandeur d'emploi|seniors;Gratuit;lundi 9h-12h;Ille-et-Vilaine;Oui;Mairie;1000;Bourg-en-Bresse;46,2;5,22;31/01/2026;=A1
            """));
        var service = read.Services[0];

        Assert.Empty(read.Remarks);
        Assert.Equal(("numerique--acceder-a-des-services-en-ligne", "demandeurs-emploi seniors", "gratuit", "35", true), (service.Themes.ToString(), service.Publics.ToString(), service.Fees, service.EligibilityZones.ToString(), service.AcceptsReferrals));
        Assert.Equal(("01000", "01053", "lundi 9h-12h", new DateOnly(2026, 1, 31)), (read.Structure!.Address.PostalCode, read.Structure.Address.CommuneInsee, service.OpeningHours, service.Origin.UpdatedOn));

        var written = await Files.WriteAsync(DirectoryFormat.SimpleCsv, [read]);
        Assert.Contains("'=A1", written, StringComparison.Ordinal);
        Assert.Equal([service], Assert.Single(await Files.ReadAsync(DirectoryFormat.SimpleCsv, written)).Services);
    }

    [Fact]
    public async Task The_example_of_the_documentation_is_read_without_a_remark()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Build.props"))) folder = folder.Parent!;
        var read = await Files.ReadAsync(DirectoryFormat.SimpleCsv, await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "services/partners/Formats/example.csv")));

        Assert.Equal(2, read.Count);
        Assert.Empty(read.SelectMany(record => record.Remarks));
        Assert.Single(read.Select(record => record.Structure).Distinct());
        Assert.Equal("numerique--acceder-a-des-services-en-ligne difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives", read[0].Services[0].Themes.ToString());
    }

    [Fact]
    public async Task Sources_whose_licence_forbids_it_do_not_leave()
    {
        var read = await Files.ReadAsync(DirectoryFormat.DataInclusionNdjson, string.Join('\n', ((string[])["dora", "soliguide"]).SelectMany(source => (string[])
        [
            $$"""{"source":"{{source}}","id":"{{source}}--1","nom":"Un lieu","date_maj":"2026-01-01"}""",
            $$"""{"source":"{{source}}","id":"{{source}}--2","structure_id":"{{source}}--1","nom":"Un service","description":"Ce qu'il fait.","date_maj":"2026-01-01"}""",
        ])));
        foreach (var format in Enum.GetValues<DirectoryFormat>().Where(format => format != DirectoryFormat.Unspecified))
            Assert.DoesNotContain("soliguide", await Files.WriteAsync(format, read), StringComparison.Ordinal);
        Assert.Contains("soliguide--2", await Files.WriteAsync(DirectoryFormat.DataInclusionJson, read, restricted: ""), StringComparison.Ordinal);
    }

    private static async Task ReadAllAsync(DirectoryFormat format, byte[] bytes, List<RawRecord> records)
    {
        await using var content = new FileContent(OnePiece(bytes), CancellationToken.None);
        await foreach (var record in DirectoryFiles.Records(format, content, CancellationToken.None)) records.Add(record);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> OnePiece(byte[] bytes)
    {
        await Task.Yield();
        yield return bytes;
    }

    private static async Task<FileRecord> ServiceAsync(params (string Field, JsonNode? Value)[] fields) => Assert.Single(await Files.ReadAsync(DirectoryFormat.DataInclusionJson, ServiceOf(fields)));

    private static string ServiceOf(params (string Field, JsonNode? Value)[] fields)
    {
        var record = new JsonObject { ["source"] = "dora", ["id"] = "dora--1", ["structure_id"] = "dora--2", ["nom"] = "Un service", ["description"] = "Ce qu'il fait.", ["date_maj"] = "2026-01-01" };
        foreach (var (field, value) in fields) record[field] = value;
        return new JsonArray(record).ToJsonString();
    }
}
