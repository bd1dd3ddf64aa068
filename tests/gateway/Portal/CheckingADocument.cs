using System.Net;
using System.Security.Cryptography;
using System.Text;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Portal;

/// <summary>The page for everybody who holds a signed document.</summary>
public sealed class CheckingADocument(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Address = "/verification";

    [Fact]
    public async Task A_hash_is_checked_without_signing_in_however_it_was_copied()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync($"{Address}?empreinte={Uri.EscapeDataString(" " + ConventionsStandIn.Hash.ToUpperInvariant().Insert(8, " "))}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("signé par toutes ses parties et en vigueur aujourd’hui", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_kept_a_code_reads_what_to_do_with_it()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync(Address);

        Assert.Contains("verify-convention preuves.zip --code CODE", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_hashed_here_and_only_its_hash_goes_on()
    {
        using var browser = host.NewBrowser();
        var content = Encoding.UTF8.GetBytes("un document que personne n’a signé");
        using var file = new MemoryStream(content);

        var page = await browser.UploadAsync(await browser.OpenAsync(Address), "multipart", "document", "convention.pdf", file);

        Assert.Equal($"?empreinte={Convert.ToHexStringLower(SHA256.HashData(content))}", page.Address.Query);
        Assert.Contains("Aucune convention signée par toutes ses parties ne porte cette empreinte.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_document_and_no_hash_are_said_at_their_fields()
    {
        using var browser = host.NewBrowser();
        using var nothing = new MemoryStream();

        var none = await browser.UploadAsync(await browser.OpenAsync(Address), "multipart", "document", "", nothing);
        var wrong = await browser.OpenAsync(Address + "?empreinte=abc");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Contains("<a href=\"#document\">", none.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("<a href=\"#empreinte\">Une empreinte a 64 signes.</a>", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_form_no_document_is_taken()
    {
        using var http = new HttpClient { BaseAddress = new(host.PublicUrl) };
        using var form = new MultipartFormDataContent { { new StringContent("x"), "document", "convention.pdf" } };

        using var answer = await http.PostAsync(Address + "/document", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
