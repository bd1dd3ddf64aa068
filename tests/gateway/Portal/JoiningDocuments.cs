using System.Net;
using System.Security.Cryptography;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;

namespace Reseau.Gateway.Tests.Portal;

public sealed class JoiningDocuments(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Form = "type=\"file\"";

    [Fact]
    public async Task A_document_is_sent_in_pieces_and_comes_back_as_it_was()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var address = Address(host.Referrals.Service.Given(State.Submitted, Action.Note));
        var page = await browser.OpenAsync(address);
        var content = RandomNumberGenerator.GetBytes((5 << 20) + 17);

        var after = await browser.UploadAsync(page, Form, "document", "attestation d’hébergement.pdf", new MemoryStream(content), ("lecteurs", "Shared"), ("message", "À lire"));

        Assert.Contains("Le document est joint.", after.Text, StringComparison.Ordinal);
        Assert.Contains("attestation d’hébergement.pdf</a>", after.Text, StringComparison.Ordinal);
        Assert.Contains("(PDF, 5,2 Mo)", after.Text, StringComparison.Ordinal);
        Assert.Contains("Non analysé par un antivirus", after.Text, StringComparison.Ordinal);
        var header = host.Referrals.Service.LastDocument;
        Assert.Equal((TimelineEntry.Types.Visibility.Shared, "À lire", "attestation d’hébergement.pdf"), (header.Visibility, header.Text, header.FileName));
        Assert.True(Guid.TryParse(header.RequestId, out _));
        Assert.InRange(host.Referrals.Service.LongestPiece, 1, 64 * 1024);

        var (answer, received) = await browser.FetchAsync(LinkIn(after.Html, address));
        using (answer)
        {
            Assert.Equal(content, received);
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.ToString());
            Assert.Equal(("attachment", "attestation d’hébergement.pdf"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileNameStar));
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.DoesNotContain("attestation", answer.RequestMessage!.RequestUri!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var page = await browser.OpenAsync(Address(host.Referrals.Service.Given(State.Submitted, Action.Note)));

        var without = await browser.UploadAsync(page, Form, "document", "", new MemoryStream(), ("lecteurs", "Internal"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Contains("<a href=\"#document\">Document : Choisissez un fichier.</a>", without.Text, StringComparison.Ordinal);

        var nobody = await browser.UploadAsync(page, Form, "document", "a.pdf", new MemoryStream([1]));
        Assert.Contains("<a href=\"#lecteurs-joindre\">Qui peut lire : Dites qui peut lire ce document.</a>", nobody.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_too_long_is_explained()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var page = await browser.OpenAsync(Address(host.Referrals.Service.Given(State.Submitted, Action.Note)));

        var after = await browser.UploadAsync(page, Form, "document", "a.pdf", new MemoryStream(new byte[12 << 20]), ("lecteurs", "Internal"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, after.Status);
        Assert.Contains("Ce document dépasse 10 Mo", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_others_and_one_that_does_not_exist_look_the_same()
    {
        using var browser = await host.SignedInAsync("karim.caf");

        var page = await browser.OpenAsync(Address(host.Referrals.Service.Given()) + "/documents/none");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_joins_nothing()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var name = host.Referrals.Service.Given(State.Submitted, Action.Note);
        var page = await browser.OpenAsync(Address(name));

        var refused = await browser.UploadAsync(page, Form, "document", "a.pdf", new MemoryStream([1]), ("__RequestVerificationToken", "forged"), ("lecteurs", "Shared"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Single(host.Referrals.Service.Find(name).Timeline);
    }

    private static string Address(string name) => "/orientations/" + name["referrals/".Length..];

    private static string LinkIn(string html, string address)
    {
        var from = html.IndexOf($"{address}/documents/", StringComparison.Ordinal);
        return html[from..html.IndexOf('"', from)];
    }
}
