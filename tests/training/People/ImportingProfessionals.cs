using System.Diagnostics;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Testing.Contracts;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using Reseau.Training.V1;
using Xunit.Abstractions;
using static Reseau.Training.Tests.People.Records;
using static Reseau.Training.Tests.Rpc.Network;

namespace Reseau.Training.Tests.People;

public sealed class ImportingProfessionals(ITestOutputHelper output)
{
    private const string Header = "last_name;first_name;email;function;sites;arrival_date;departure_date;permanences";

    [Theory, OnEveryProvider]
    public async Task Of_five_thousand_lines_forty_broken_ones_are_told_and_the_rest_is_kept_once(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        var (file, broken) = FiveThousand();
        var id = NewId();

        var foreseen = await ImportAsync(host, file, NewId(), dryRun: true);
        Assert.Equal((5000, 4960, 0, 0, 0), (foreseen.Lines, foreseen.Created, foreseen.Updated, foreseen.Unchanged, await host.ReadAsync(db => db.Professionals.CountAsync())));
        var (watch, worked) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var done = await ImportAsync(host, file, id);
        output.WriteLine($"{provider}: {watch.Elapsed.TotalSeconds:0.0} s, {(Environment.CpuUsage.TotalTime - worked).TotalSeconds:0.0} s of work");

        Assert.Equal(foreseen, done);
        Assert.Equal(broken, done.Refused.Select(refused => refused.Line).Distinct());
        Assert.All(done.Refused, refused => Assert.NotEmpty(refused.Problem));
        // The same again: under the same id the same answer, under another one nothing to do.
        Assert.Equal(done, await ImportAsync(host, file, id));
        var again = await ImportAsync(host, file, NewId());
        Assert.Equal((0, 0, 4960), (again.Created, again.Updated, again.Unchanged));
        Assert.Equal((4960, 4960), await host.ReadAsync(async db => (await db.Professionals.CountAsync(), await db.Persons.CountAsync())));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task A_line_already_known_is_brought_up_to_date_in_what_the_file_speaks_of(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        var claire = await CreateAsync(host, Records.Claire());
        var nameless = await CreateAsync(host, Named("Abgrall", "Yves"));
        await CreateAsync(host, Named("Double", "Ali", "ali1@example.org"));
        await CreateAsync(host, Named("Double", "Ali", "ali2@example.org"));
        await CreateAsync(host, Named("Ailleurs", "Ève"), Nadia);

        var done = await ImportAsync(host, Lines("last_name,first_name,email,function",
            $"Morvan-Lebrun,Claire,{ClairesEmail.ToUpperInvariant()},agent d'accueil", "abgrall,YVES,yves@example.org,travailleuse sociale", "Double,Ali,,ALI", "Ailleurs,Ève,,Autre", "Neuf,Nour,,LIBRARIAN"));

        Assert.Equal((5, 2, 2, 0), (done.Lines, done.Created, done.Updated, done.Unchanged));
        Assert.Equal([(4, "email")], done.Refused.Select(refused => (refused.Line, refused.Column)));
        var (yann, after) = (await host.ProfessionalsAsync(Yann), new Professional(claire) { LastName = "Morvan-Lebrun", Etag = "\"2\"" });
        Assert.Equal(after, await yann.GetProfessionalAsync(new() { Name = claire.Name }));
        Assert.Equal(("abgrall", "yves@example.org"), (await yann.GetProfessionalAsync(new() { Name = nameless.Name })) is { } known ? (known.LastName, known.Email) : default);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task What_is_wrong_with_a_line_is_said_by_line_and_column_and_never_repeated()
    {
        var (host, _) = await StartedAsync(DatabaseProvider.Sqlite);

        var done = await ImportAsync(host, Lines(Header,
            "Morvan;Claire;secret@;Astronaute;;31/02/2026;;", "=HYPERLINK(1);Anne;;OTHER;;;;", "Le Goff;Yann;y@example.org;OTHER;structures/a, structures/b|structures/c;01/09/2026;2026-08-01;Mo 09:00-12:00",
            ";;;;;;;", "Seul;Un;;OTHER;places/1;;;jamais", "Trop;De;;OTHER;;;;;cellules", "Bon;Grain;b@example.org;OTHER", "Bon;Grain;B@example.org;OTHER", "Bon;Grain;;OTHER", "Bon;Grain;c@example.org;OTHER"));

        Assert.Equal(
            [(2, "arrival_date"), (2, "email"), (2, "function"), (3, "last_name"), (4, "departure_date"), (6, "permanences"), (6, "sites"), (7, ""), (9, "email"), (10, "")],
            done.Refused.Select(refused => (refused.Line, refused.Column)).OrderBy(refused => refused.Line).ThenBy(refused => refused.Column, StringComparer.Ordinal));
        Assert.Equal((9, 2), (done.Lines, done.Created));
        Assert.DoesNotContain(done.Refused, refused => refused.Problem.Contains("secret", StringComparison.Ordinal) || refused.Problem.Contains("HYPERLINK", StringComparison.Ordinal) || refused.Problem.Contains("Astronaute", StringComparison.Ordinal));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_changes_nothing()
    {
        var (host, _) = await StartedAsync(DatabaseProvider.Sqlite);
        var good = "Morvan;Zoé;;OTHER;;;;\n";
        (byte[] File, string Reason, string Line)[] files =
        [
            ([], "FILE_UNREADABLE", "1"),
            (Encoding.Latin1.GetBytes($"{Header}\n{good}"), "FILE_UNREADABLE", "2"),
            (Encoding.Unicode.GetBytes($"{Header}\n{good}"), "FILE_UNREADABLE", "1"),
            ([0x50, 0x4B, 3, 4, 20, 0, 6, 0], "FILE_UNREADABLE", "1"),
            (Lines("nom;prenom", "Morvan;Zoé"), "FILE_UNREADABLE", "1"),
            (Encoding.UTF8.GetBytes($"{Header}\n{good}\"Coupé;Anne;;OTHER;;;;\n{good}"), "FILE_UNREADABLE", "3"),
            (Encoding.UTF8.GetBytes($"{Header}\n{good}{new string('x', 100_000)};A;;OTHER\n"), "FILE_UNREADABLE", ""),
            (new byte[(10 * 1024 * 1024) + 1], "FILE_TOO_LARGE", ""),
            (Lines(Header, [.. Enumerable.Range(0, 20_001).Select(i => $"Nom;Prénom;p{i}@example.org;OTHER;;;;")]), "FILE_TOO_LARGE", ""),
        ];
        foreach (var (file, reason, line) in files)
        {
            var failure = EveryMethod.ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(() => ImportAsync(host, file)));
            Assert.Equal(reason, failure.Reason);
            if (line.Length > 0) Assert.Equal(line, failure.Metadata["line"]);
        }
        Assert.Equal(0, await host.ReadAsync(db => db.Professionals.CountAsync()));

        // A mark in front, and lines as Windows ends them, are no harm.
        var done = await ImportAsync(host, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"{Header}\r\n\"Le \"\"Goff\"\"\";Zoé;;Médiatrice numérique;;;;\r\n")]);
        Assert.Equal((1, 1), (done.Lines, done.Created));
        Assert.Equal(("Le \"Goff\"", Function.DigitalAdviser), (await (await host.ProfessionalsAsync(Yann)).ListProfessionalsAsync(new())).Professionals.Single() is { } one ? (one.LastName, one.Function) : default);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_request_id_is_for_one_file_and_each_institution_has_its_own()
    {
        var (host, _) = await StartedAsync(DatabaseProvider.Sqlite);
        var id = NewId();
        await ImportAsync(host, Lines(Header, "Morvan;Claire;;OTHER;;;;"), id);

        var other = await Assert.ThrowsAsync<RpcException>(() => ImportAsync(host, Lines(Header, "Morvan;Clara;;OTHER;;;;"), id));
        Assert.Equal("REQUEST_ID_REUSED", EveryMethod.ErrorInfoOf(other).Reason);
        Assert.Equal(1, (await ImportAsync(host, Lines(Header, "Morvan;Clara;;OTHER;;;;"), id, manager: Nadia)).Created);
        Assert.Equal("INVALID_REQUEST", EveryMethod.ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(() => ImportAsync(host, Lines(Header), "1"))).Reason);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_retry_goes_on_where_the_first_ended()
    {
        var (host, _) = await StartedAsync(DatabaseProvider.Sqlite);
        var lines = Enumerable.Range(0, 1200).Select(i => string.Create(CultureInfo.InvariantCulture, $"Nom{i};Prénom;p{i}@example.org;OTHER;;;;")).ToArray();
        var id = NewId();
        // The first part alone is what a broken connection leaves behind.
        await ImportAsync(host, Lines(Header, lines), id);
        await host.ReadAsync(async db =>
        {
            var last = await db.Events.Where(recorded => recorded.Type == "professionals-imported").OrderBy(recorded => recorded.Position).Select(recorded => recorded.Position).FirstAsync();
            var kept = await db.Events.Where(recorded => recorded.Position <= last).Select(recorded => recorded.Stream).ToListAsync();
            await db.Persons.Where(person => !kept.Contains(person.Professional)).ExecuteDeleteAsync();
            await db.Professionals.Where(row => !kept.Contains(row.Name)).ExecuteDeleteAsync();
            await db.Requests.Where(request => request.Version > 1).ExecuteDeleteAsync();
            return await db.Events.Where(recorded => recorded.Position > last).ExecuteDeleteAsync();
        });
        Assert.Equal(500, await host.ReadAsync(db => db.Professionals.CountAsync()));

        var done = await ImportAsync(host, Lines(Header, lines), id);

        Assert.Equal((1200, 1200, 0), (done.Lines, done.Created, done.Unchanged));
        Assert.Equal(1200, await host.ReadAsync(db => db.Professionals.CountAsync()));
        await host.DisposeAsync();
    }

    private static byte[] Lines(string header, params string[] lines) => Encoding.UTF8.GetBytes($"{header}\n{string.Concat(lines.Select(line => $"{line}\n"))}");

    // Each way to be wrong, forty times in all.
    private static (byte[] File, List<int> Broken) FiveThousand()
    {
        string[] wrong = ["Nom{0};;p{0}@example.org;OTHER;;;;", "Nom{0};Prénom;p{0};OTHER;;;;", "Nom{0};Prénom;p{0}@example.org;PILOTE;;;;", "@Nom{0};Prénom;p{0}@example.org;OTHER;;;;", "Nom{0};Prénom;p0@example.org;OTHER;;;;"];
        List<int> broken = [];
        var lines = new string[5000];
        for (var i = 0; i < lines.Length; i++)
        {
            var isWrong = i % 125 == 124;
            if (isWrong) broken.Add(i + 2);
            var shape = isWrong ? wrong[i / 125 % wrong.Length] : "Nom{0};Prénom;p{0}@example.org;RECEPTION_AGENT;structures/a structures/b;2020-01-01;;\"Mo,We 09:00-12:00\"";
            lines[i] = string.Format(CultureInfo.InvariantCulture, shape, i);
        }
        return (Lines(Header, lines), broken);
    }

    private static async Task<ImportProfessionalsResponse> ImportAsync(TrainingHost host, byte[] file, string? id = null, bool dryRun = false, string manager = Yann)
    {
        using var call = (await host.ProfessionalsAsync(manager)).ImportProfessionals();
        try
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { RequestId = id ?? NewId(), DryRun = dryRun } });
            foreach (var chunk in file.Chunk(64 * 1024)) await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(chunk) });
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // Refused before its end: the answer says why.
        }
        return await call.ResponseAsync;
    }
}
