using System.Net;
using System.Text;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Portal;

/// <summary>A file of professionals: tried, kept, explained line by line, all in one answer.</summary>
public sealed class ImportingProfessionals(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Address = "/formations/equipe/importer";
    private const string Form = "type=\"file\"";

    [Fact]
    public async Task What_became_of_each_line_is_shown_at_once()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(Address);
        var file = "last_name;first_name;function\r\n" + string.Concat(Enumerable.Repeat("Martin;Alice;RECEPTION_AGENT\r\n", 5000));

        var report = await browser.UploadAsync(page, Form, "fichier", "equipe.csv", Content(file));

        Assert.Equal(HttpStatusCode.OK, report.Status);
        Assert.Equal(Address, report.Address.AbsolutePath);
        Assert.Equal(file, host.Professionals.LastImport.Text);
        Assert.False(host.Professionals.LastImport.Header.DryRun);
        Assert.True(Guid.TryParse(host.Professionals.LastImport.Header.RequestId, out _));
        Assert.Contains("1 203 lignes lues", report.Text.Replace('\u202F', ' '), StringComparison.Ordinal);
        Assert.Contains("<dt>Lignes refusées</dt><dd>2</dd>", report.Text, StringComparison.Ordinal);
        Assert.Matches("<th scope=\"row\">7</th>\\s*<td>function</td>\\s*<td>Cette fonction n’existe pas.</td>", report.Text);
        Assert.Contains("<td>toute la ligne</td>", report.Text, StringComparison.Ordinal);

        // The form of the answer sends another file, under an id of its own.
        var first = host.Professionals.LastImport.Header.RequestId;
        await browser.UploadAsync(report, Form, "fichier", "equipe.csv", Content("last_name\r\n"));
        Assert.NotEqual(first, host.Professionals.LastImport.Header.RequestId);
    }

    [Fact]
    public async Task A_file_is_tried_first_unless_somebody_says_otherwise()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(Address);
        Assert.Matches("id=\"essai\"[^>]*checked", page.Html);

        var report = await browser.UploadAsync(page, Form, "fichier", "equipe.csv", Content("last_name\r\n"), ("essai", "oui"));

        Assert.True(host.Professionals.LastImport.Header.DryRun);
        Assert.Contains("C’était un essai : rien n’a été gardé", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_or_with_an_unreadable_one_the_form_says_what_to_do()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(Address);

        var missing = await browser.UploadAsync(page, Form, "fichier", "", Content(""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.Status);
        Assert.Contains("<a href=\"#fichier\">Fichier : Choisissez un fichier.</a>", missing.Text, StringComparison.Ordinal);

        var unreadable = await browser.UploadAsync(missing, Form, "fichier", "equipe.csv", Content("!"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreadable.Status);
        Assert.Contains("<a href=\"#fichier\">Fichier : Ce fichier n’est pas un CSV en UTF-8. Colonnes qui manquent : function. Ligne 1.</a>", unreadable.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_token_imports_nothing()
    {
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(Address);

        var refused = await browser.UploadAsync(page, Form, "fichier", "equipe.csv", Content("jamais"), ("__RequestVerificationToken", "forged"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEqual("jamais", host.Professionals.LastImport.Text);
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));
}
