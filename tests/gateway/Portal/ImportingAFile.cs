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
        var id = Guid.NewGuid();
        Directory.GivenImport(new()
        {
            Name = $"imports/{id}",
            State = Import.Types.State.Running,
            Format = DirectoryFormat.CartoCsv,
            Records = 1200,
            CreateTime = Timestamp.FromDateTime(DateTime.UtcNow),
            UpdateTime = Timestamp.FromDateTime(DateTime.UtcNow),
        });
        using var browser = await host.SignedInAsync("sofia.mission");

        var still = await browser.OpenAsync($"{Address}/{id}");
        Assert.Empty(still.Headers["Refresh"]);
        Assert.Contains("1 200 enregistrements lus", still.Text.Replace('\u202F', ' '), StringComparison.Ordinal);

        var followed = await browser.OpenAsync($"{Address}/{id}?suivre=1");
        Assert.Equal(["5"], followed.Headers["Refresh"]);

        var resumed = await browser.OpenAsync($"{Address}?import={id}&format=CartoCsv");
        Assert.Contains("Choisissez de nouveau le même fichier", resumed.Text, StringComparison.Ordinal);
        Assert.Contains($"name=\"import\" value=\"{id}\"", resumed.Html, StringComparison.Ordinal);
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

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));
}
