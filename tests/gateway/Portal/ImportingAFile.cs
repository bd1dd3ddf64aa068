using System.Net;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf.WellKnownTypes;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Tests.Portal;

public sealed class ImportingAFile(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Address = "/reseau/import";
    private const string Form = "type=\"file\"";

    private DirectoryStandIn Directory => host.Partners.Service;

    [Fact]
    public async Task A_file_larger_than_any_other_request_arrives_whole_in_small_pieces()
    {
        using var browser = await host.SignedInAsync("sofia.mission");
        var page = await browser.OpenAsync(Address);
        var file = RandomNumberGenerator.GetBytes((9 << 20) + 123);
        file[0] = (byte)'{';

        var report = await browser.UploadAsync(page, Form, "fichier", "annuaire.json", new MemoryStream(file), ("format", "DataInclusionJson"), ("institution", "ccas-rennes"));

        Assert.Equal((file.Length, Convert.ToHexString(SHA256.HashData(file))), (Directory.LastFile.Length, Directory.LastFile.Print));
        Assert.InRange(Directory.LastFile.LongestPiece, 1, 1 << 20);
        Assert.Equal(("institutions/ccas-rennes", DirectoryFormat.DataInclusionJson, false), (Directory.LastImport.Institution, Directory.LastImport.Format, Directory.LastImport.DryRun));
        Assert.Equal("/reseau/" + Directory.LastImport.Name.Replace("imports/", "import/", StringComparison.Ordinal), report.Address.AbsolutePath);
        Assert.Contains("3 enregistrements lus", report.Text, StringComparison.Ordinal);
        Assert.Contains("Vouliez-vous écrire <code>gratuit</code> ?", report.Text, StringComparison.Ordinal);
        Assert.Contains("Enregistrement refusé", report.Text, StringComparison.Ordinal);
        Assert.StartsWith("Bearer ", Directory.LastHeaders.GetValue("authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_imports_for_the_own_institution_and_may_try_first()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(Address);

        var report = await browser.UploadAsync(page, Form, "fichier", "a.csv", Content("nom"), ("format", "SimpleCsv"), ("essai", "oui"));

        Assert.Equal(("institutions/ccas-rennes", true), (Directory.LastImport.Institution, Directory.LastImport.DryRun));
        Assert.Contains("C’était un essai : rien n’a été gardé.", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field()
    {
        using var browser = await host.SignedInAsync("sofia.mission");
        var page = await browser.OpenAsync(Address);

        var again = await browser.UploadAsync(page, Form, "fichier", "", Content(""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("<a href=\"#fichier\">Fichier : Choisissez un fichier.</a>", again.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#format\">Format : Choisissez le format du fichier.</a>", again.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#institution\">Institution : Indiquez l’institution", again.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inconnue", "{}", "Cette institution n’est pas dans le réseau.")]
    [InlineData("ccas-rennes", "!", "Ce fichier n’a pas pu être lu dans ce format.")]
    public async Task A_refusal_of_the_directory_is_explained_and_what_was_chosen_stays(string institution, string content, string sentence)
    {
        using var browser = await host.SignedInAsync("sofia.mission");
        var page = await browser.OpenAsync(Address);

        // Longer than what fits on the way: the answer comes while the browser is still sending.
        var file = Content(content + new string(' ', 3 << 20));
        var again = await browser.UploadAsync(page, Form, "fichier", "a.json", file, ("format", "CartoJson"), ("institution", institution));

        Assert.Contains(sentence, again.Text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"CartoJson\" selected", again.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{institution}\"", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_token_imports_nothing()
    {
        using var browser = await host.SignedInAsync("sofia.mission");
        var page = await browser.OpenAsync(Address);

        var refused = await browser.UploadAsync(page, Form, "fichier", "a.json", Content("{}"),
            ("__RequestVerificationToken", "forged"), ("format", "CartoJson"), ("institution", "jamais"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEqual("institutions/jamais", Directory.LastImport.Institution);
    }

    [Fact]
    public async Task An_import_that_goes_on_reloads_only_for_those_who_ask_and_can_be_resumed()
    {
        var id = GivenInterrupted();
        using var browser = await host.SignedInAsync("sofia.mission");

        var still = await browser.OpenAsync($"{Address}/{id}");
        Assert.Empty(still.Headers["Refresh"]);
        Assert.Contains("1 200 enregistrements lus", still.Text.Replace('\u202F', ' '), StringComparison.Ordinal);

        var followed = await browser.OpenAsync($"{Address}/{id}?suivre=1");
        Assert.Equal(["5"], followed.Headers["Refresh"]);

        Assert.Contains($"href=\"{Address}?import={id}\"", still.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_goes_on_as_it_began_and_asks_for_nothing_but_its_file()
    {
        var id = GivenInterrupted();
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync($"{Address}?import={id}");
        Assert.Contains("Choisissez de nouveau le même fichier", page.Text, StringComparison.Ordinal);
        Assert.Contains("<dd>CAF d’Ille-et-Vilaine</dd>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<select", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<datalist", page.Html, StringComparison.Ordinal);

        // Nothing chosen is said, and still nothing else is asked.
        var again = await browser.UploadAsync(page, Form, "fichier", "", Content(""));
        Assert.Contains("<a href=\"#fichier\">Fichier : Choisissez un fichier.</a>", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<select", again.Html, StringComparison.Ordinal);

        await browser.UploadAsync(again, Form, "fichier", "a.csv", Content("nom"));
        Assert.Equal(
            ($"imports/{id}", "institutions/caf-35", DirectoryFormat.CartoCsv, true),
            (Directory.LastImport.Name, Directory.LastImport.Institution, Directory.LastImport.Format, Directory.LastImport.DryRun));
    }

    [Fact]
    public async Task An_import_that_is_done_is_not_taken_up_again()
    {
        var id = GivenInterrupted(Import.Types.State.Done);
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync($"{Address}?import={id}");

        Assert.Contains("<h1>Importer un fichier</h1>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{id}", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_has_not_begun_can_be_waited_for()
    {
        using var browser = await host.SignedInAsync("sofia.mission");

        var address = $"{Address}/{Guid.NewGuid()}";

        var waited = await browser.OpenAsync(address + "?suivre=1");
        Assert.Contains("L’import n’a pas encore commencé", waited.Text, StringComparison.Ordinal);
        Assert.Equal(["5"], waited.Headers["Refresh"]);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(address)).Status);
    }

    private Guid GivenInterrupted(Import.Types.State state = Import.Types.State.Running)
    {
        var id = Guid.NewGuid();
        Directory.GivenImport(new()
        {
            Name = $"imports/{id}",
            State = state,
            Format = DirectoryFormat.CartoCsv,
            Institution = "institutions/caf-35",
            DryRun = true,
            Records = 1200,
            CreateTime = Timestamp.FromDateTime(DateTime.UtcNow),
            UpdateTime = Timestamp.FromDateTime(DateTime.UtcNow),
        });
        return id;
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));
}
