using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Partners.V1;
using Reseau.Partners.Views;
using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using static Reseau.Partners.Tests.Imports.Uploads;
using static Reseau.Testing.Contracts.EveryMethod;
using State = Reseau.Partners.V1.Import.Types.State;

namespace Reseau.Partners.Tests.Imports;

public abstract class ImportingADirectory(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly PartnersHost _host = new() { Provider = provider };

    private PartnersService.PartnersServiceClient _admin = null!;
    private PartnersService.PartnersServiceClient _caf = null!;

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        (_admin, _caf) = (await _host.ClientAsync("admin.reseau"), await _host.ClientAsync("si-caf-35"));
        foreach (var (id, typology) in new[] { ("caf-35", "CAF"), ("ccas-rennes", "CCAS") })
            await _admin.RegisterInstitutionAsync(new() { Institution = new() { Name = $"institutions/{id}", DisplayName = $"Institution {id}", Typology = typology }, RequestId = Guid.NewGuid().ToString() });
    }

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_file_in_any_order_is_taken_reported_and_comes_out_again()
    {
        var file = $$"""{"meta":{"a":[1,{"b":2}]},"services":[{{Service("s/1", "lieu")}},{{Service("s2", "nulle-part")}},{{Service("s3", "lieu").Replace("gratuit", "gratuit-sous-conditions", StringComparison.Ordinal)}}],"structures":[{{Structure("lieu")}},{{Structure("lieu", "Le même")}},{{Structure("sans-nom", "A")}}]}""";

        var done = await _caf.SendAsync(Header(DirectoryFormat.DataInclusionJson), file);

        Assert.Equal((State.Done, 6, 3, 0, 0, 3), (done.State, done.Records, done.Created, done.Updated, done.Unchanged, done.Refused));
        Assert.Equal("institutions/caf-35", done.Institution);
        Assert.Equal(["UNKNOWN_STRUCTURE", "UNKNOWN_VALUE", "DUPLICATE_ID", "TOO_SHORT"], done.Remarks.Select(remark => remark.Reason));
        Assert.Equal([2, 3, 5, 6], done.Remarks.Select(remark => remark.Line));
        var service = await _caf.GetServiceAsync(new() { Name = $"services/{Uri.EscapeDataString("dora--s/1")}" });
        Assert.Equal(("institutions/caf-35", "structures/dora--lieu"), (service.Institution, service.Structure));
        var exported = await Eventually.GetAsync(() => _host.Anonymous.ExportAsync(DirectoryFormat.DataInclusionJson), text => text.Contains("dora--s3", StringComparison.Ordinal));
        Assert.Contains("\"frais\":\"gratuit-sous-conditions\"", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_one_change_makes_one_event()
    {
        var lines = string.Join('\n', Structure("x"), Service("x1", "x"), Service("x2", "x"));
        await _caf.SendAsync(Header(DirectoryFormat.DataInclusionNdjson), lines);
        var before = await HeadAsync();

        var again = await _caf.SendAsync(Header(DirectoryFormat.DataInclusionNdjson), lines);
        Assert.Equal((0, 0, 3, before), (again.Created, again.Updated, again.Unchanged, await HeadAsync()));

        var changed = await _caf.SendAsync(Header(DirectoryFormat.DataInclusionNdjson), lines.Replace("Être aidé", "Être bien aidé", StringComparison.Ordinal));
        Assert.Equal((0, 2, 1, before + 2), (changed.Created, changed.Updated, changed.Unchanged, await HeadAsync()));
        Assert.StartsWith("Être bien aidé", (await _caf.GetServiceAsync(new() { Name = "services/dora--x1" })).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_said_here_survives_an_import_and_what_they_archived_stays_archived()
    {
        var lines = string.Join('\n', Structure("y"), Service("y1", "y"), Service("y2", "y"));
        await _caf.SendAsync(Header(DirectoryFormat.DataInclusionNdjson), lines);
        var service = await _caf.GetServiceAsync(new() { Name = "services/dora--y1" });
        service.AcceptsReferrals = true;
        service.Contacts.Add(new Contact { DisplayName = "Accueil" });
        service.Etag = "";
        await _caf.PublishServiceAsync(new() { Service = service, RequestId = Guid.NewGuid().ToString() });
        await _caf.ArchiveServiceAsync(new() { Name = "services/dora--y2", RequestId = Guid.NewGuid().ToString() });

        var again = await _caf.SendAsync(Header(DirectoryFormat.DataInclusionNdjson), lines);

        Assert.Equal((0, 0, 3), (again.Created, again.Updated, again.Unchanged));
        Assert.True((await _caf.GetServiceAsync(new() { Name = "services/dora--y1" })).AcceptsReferrals);
        var exported = await Eventually.GetAsync(() => _host.Anonymous.ExportAsync(DirectoryFormat.SimpleCsv), text => text.Contains("dora--y1", StringComparison.Ordinal));
        Assert.DoesNotContain("Accueil", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_of_its_room_meanwhile_neither_changes_a_record_nor_is_lost()
    {
        var lines = string.Join('\n', Structure("room"), Service("room1", "room"));
        await _caf.SendAsync(Header(DirectoryFormat.DataInclusionNdjson), lines);
        foreach (var state in new[] { Capacity.Types.State.Open, Capacity.Types.State.WaitingList, Capacity.Types.State.Open })
            await _caf.SetCapacityAsync(new() { Name = "services/dora--room1", Capacity = new() { State = state }, RequestId = Guid.NewGuid().ToString() });

        var again = await _caf.SendAsync(Header(DirectoryFormat.DataInclusionNdjson), lines);
        Assert.Equal((0, 0, 2), (again.Created, again.Updated, again.Unchanged));

        var changed = await _caf.SendAsync(Header(DirectoryFormat.DataInclusionNdjson), lines.Replace("Être aidé", "Être bien aidé", StringComparison.Ordinal));
        Assert.Equal((0, 1, 1), (changed.Created, changed.Updated, changed.Unchanged));
        var service = await _caf.GetServiceAsync(new() { Name = "services/dora--room1" });
        Assert.Equal(("\"5\"", Capacity.Types.State.Open), (service.Etag, service.Capacity.State));
        Assert.Null((await _host.Services.GetRequiredService<LogVerifier<PartnersDb>>().VerifyAsync(null, CancellationToken.None)).FirstAltered);
    }

    [Fact]
    public async Task A_dry_run_reports_the_same_and_keeps_nothing()
    {
        var lines = string.Join('\n', Service("z1", "z"), Structure("z"), Service("z2", "personne"));
        var before = await HeadAsync();

        var tried = await _caf.SendAsync(Header(DirectoryFormat.DataInclusionNdjson, dryRun: true), lines);

        Assert.Equal((State.Done, true, 2, 1, before), (tried.State, tried.DryRun, tried.Created, tried.Refused, await HeadAsync()));
        Assert.Equal(tried, await _caf.GetImportAsync(new() { Name = tried.Name }));
    }

    [Fact]
    public async Task An_import_that_was_interrupted_goes_on_where_it_was()
    {
        var header = Header(DirectoryFormat.DataInclusionNdjson);
        var pieces = Ndjson("resume", 400, 4).ToList();
        using (var call = _caf.ImportDirectory())
        {
            await call.RequestStream.WriteAsync(new() { Header = header });
            foreach (var piece in pieces.Take(pieces.Count / 2)) await call.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(piece) });
            await Eventually.GetAsync(async () => await StandingAsync(header.Name), standing => standing?.Records >= 500);
        }

        var standing = await _caf.GetImportAsync(new() { Name = header.Name });
        Assert.Equal((State.Running, 0), (standing.State, standing.Records % 500));
        var done = await _caf.SendAsync(header, pieces);

        Assert.Equal((State.Done, 2000, 2000, 0, 0), (done.State, done.Records, done.Created, done.Unchanged, done.Refused));
        var head = await HeadAsync();
        var again = await _caf.SendAsync(header, pieces);
        Assert.Equal((done, head), (again, await HeadAsync()));
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_failed_keeps_what_came_before_and_can_be_sent_again()
    {
        var header = Header(DirectoryFormat.DataInclusionJson);
        var failed = await _caf.SendAsync(header, $"[{Structure("cut")},{Service("cut1", "cut")},{Service("cut2", "cut")[..50]}");

        Assert.Equal((State.Failed, 2), (failed.State, failed.Created));
        Assert.Equal((3, "UNREADABLE_FILE"), (failed.Remarks[^1].Line, failed.Remarks[^1].Reason));

        var done = await _caf.SendAsync(header, $"[{Structure("cut")},{Service("cut1", "cut")},{Service("cut2", "cut")}]");
        Assert.Equal((State.Done, 1, 2, 0), (done.State, done.Created, done.Unchanged, done.RemarkCount));
    }

    [Fact]
    public async Task A_place_of_the_map_that_gives_up_a_service_takes_it_away_and_brings_it_back()
    {
        string Place(string services) => $$"""[{"id":"m1","nom":"Un lieu","services":"{{services}}","pivot":"00000000000000","commune":"Rennes","code_postal":"35000","adresse":"1 rue","date_maj":"2026-01-01"}]""";
        const string both = "Aide aux démarches administratives|Accès internet et matériel informatique";
        await _caf.SendAsync(Header(DirectoryFormat.CartoJson), Place(both));

        var less = await _caf.SendAsync(Header(DirectoryFormat.CartoJson), Place("Aide aux démarches administratives"));
        Assert.Equal((0, 2, 1), (less.Created, less.Updated, less.Unchanged));
        Assert.Equal(V1.Service.Types.State.Archived, (await _caf.GetServiceAsync(new() { Name = "services/carto--m1--connexion" })).State);

        await _caf.SendAsync(Header(DirectoryFormat.CartoJson), Place(both));
        Assert.Equal(V1.Service.Types.State.Published, (await _caf.GetServiceAsync(new() { Name = "services/carto--m1--connexion" })).State);
    }

    [Fact]
    public async Task A_simple_table_describes_a_place_once()
    {
        var done = await _caf.SendAsync(Header(DirectoryFormat.SimpleCsv), """
            Nom du service;Description;Nom du lieu;Code postal;Commune;Téléphone du lieu
            Atelier;Apprendre ensemble.;Maison de quartier;35000;Rennes;0299000000
            Permanence;Être aidé sur place.;Maison de quartier;35000;Rennes;0299000000
            Café;Se retrouver autour d'un café.;Maison de quartier;35000;Rennes;0299000001
            Atelier;Une deuxième fois.;Maison de quartier;35000;Rennes;0299000000
            """);
        Assert.Equal((State.Done, 4, 4, 1), (done.State, done.Records, done.Created, done.Refused));
        Assert.Equal([(4, "INCONSISTENT_PLACE"), (5, "DUPLICATE_ID")], done.Remarks.Select(remark => (remark.Line, remark.Reason)));
    }

    [Fact]
    public async Task Nobody_imports_for_others_and_a_record_keeps_who_holds_it()
    {
        var (ccas, mission) = (await _host.ClientAsync("si-ccas-rennes"), await _host.ClientAsync("sofia.mission"));
        var lines = string.Join('\n', Structure("own"), Service("own1", "own"));
        var mine = await _caf.SendAsync(Header(DirectoryFormat.DataInclusionNdjson), lines);

        await RefusedAsync(() => ccas.SendAsync(Header(DirectoryFormat.DataInclusionNdjson), lines), StatusCode.PermissionDenied, "NOT_ALLOWED");
        await RefusedAsync(() => _admin.SendAsync(Header(DirectoryFormat.DataInclusionNdjson, institution: "institutions/personne"), lines), StatusCode.NotFound, "INSTITUTION_NOT_FOUND");
        await RefusedAsync(async () => await ccas.GetImportAsync(new() { Name = mine.Name }), StatusCode.NotFound, "IMPORT_NOT_FOUND");
        await RefusedAsync(async () => await ccas.GetImportAsync(new() { Name = NewName() }), StatusCode.NotFound, "IMPORT_NOT_FOUND");
        await RefusedAsync(() => ccas.SendAsync(Header(DirectoryFormat.DataInclusionNdjson, mine.Name, "institutions/ccas-rennes"), lines), StatusCode.NotFound, "IMPORT_NOT_FOUND");
        await RefusedAsync(() => _caf.SendAsync(Header(DirectoryFormat.CartoJson, mine.Name), lines), StatusCode.InvalidArgument, "INVALID_REQUEST");
        await RefusedAsync(() => _caf.SendAsync(new(), lines), StatusCode.InvalidArgument, "INVALID_REQUEST");

        var theirs = await ccas.SendAsync(Header(DirectoryFormat.DataInclusionNdjson, institution: "institutions/ccas-rennes"), lines);
        Assert.Equal(2, theirs.Refused);
        Assert.All(theirs.Remarks, remark => Assert.Equal("NOT_ALLOWED", remark.Reason));

        var theirsToo = await mission.SendAsync(Header(DirectoryFormat.DataInclusionNdjson, institution: "institutions/ccas-rennes"), lines.Replace("Un lieu", "Un autre nom", StringComparison.Ordinal));
        Assert.Equal((1, 1), (theirsToo.Updated, theirsToo.Unchanged));
        Assert.Equal("institutions/caf-35", (await _caf.GetStructureAsync(new() { Name = "structures/dora--own" })).Institution);
        Assert.Equal(mine, await mission.GetImportAsync(new() { Name = mine.Name }));
    }

    [Fact]
    public async Task Only_the_first_thousand_remarks_are_kept_and_all_are_counted()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 1_200).Select(i => Service($"lost-{i}", "nowhere")));
        var done = await _caf.SendAsync(Header(DirectoryFormat.DataInclusionNdjson), lines);
        Assert.Equal((1_200, 1_200, 1_000), (done.Refused, done.RemarkCount, done.Remarks.Count));
    }

    [Fact]
    public async Task The_chain_of_hashes_holds_after_an_import()
    {
        await _caf.SendAsync(Header(DirectoryFormat.DataInclusionNdjson), Ndjson("chain", 150, 3));
        await _caf.SendAsync(Header(DirectoryFormat.DataInclusionNdjson), Ndjson("chain", 150, 3).Select(piece => System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(piece).Replace("Un lieu", "Le lieu", StringComparison.Ordinal))));
        var verification = await _host.Services.GetRequiredService<LogVerifier<PartnersDb>>().VerifyAsync(null, CancellationToken.None);

        Assert.Null(verification.FirstAltered);
        Assert.True(verification.Events > 700);
    }

    private Task<long> HeadAsync() => _host.ReadAsync(db => db.Events.LongCountAsync());

    private async Task<Import?> StandingAsync(string name)
    {
        try
        {
            return await _caf.GetImportAsync(new() { Name = name });
        }
        catch (RpcException missing) when (missing.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }

    private static async Task RefusedAsync(Func<Task> call, StatusCode code, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((code, reason), (refused.StatusCode, ErrorInfoOf(refused).Reason));
    }
}

public sealed class ImportingADirectoryOnSqlite() : ImportingADirectory(DatabaseProvider.Sqlite);

public sealed class ImportingADirectoryOnPostgreSql() : ImportingADirectory(DatabaseProvider.PostgreSql);
