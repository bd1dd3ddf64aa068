using System.Net;
using Reseau.Gateway.Tests.Hosts;
using static Reseau.Conventions.V1.Convention.Types;

namespace Reseau.Gateway.Tests.Portal;

public sealed class SigningAConvention(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string SignForm = "value=\"signer\"|empreinte";

    private ConventionsStandIn Service => host.Conventions.Service;

    [Fact]
    public async Task Who_has_just_signed_in_sees_what_they_sign_and_signs_it()
    {
        var name = Waiting();
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync($"/{name}/signer");
        Assert.Contains(ConventionsStandIn.Hash, page.Text, StringComparison.Ordinal);
        Assert.Contains("délibération 12", page.Text, StringComparison.Ordinal);
        Assert.Contains("document.pdf?version=2", page.Html, StringComparison.Ordinal);
        Assert.Empty(Service.Find(name).Signatures);

        var signed = await browser.SendAsync(page, SignForm, ("mandat", "oui"));

        Assert.Contains("Vous avez signé.", signed.Text, StringComparison.Ordinal);
        var sent = Service.Signatures.Single(request => request.Name == name);
        Assert.Equal((ConventionsStandIn.Hash, true), (sent.DocumentSha256, sent.MandateHeld));
        Assert.True(Guid.TryParse(sent.RequestId, out _));
    }

    [Fact]
    public async Task The_verification_code_is_there_to_keep_once_one_has_signed_and_stays_on_the_page()
    {
        var name = Waiting();
        using var browser = await host.SignedInAsync("yann.responsable");
        Assert.DoesNotContain("Code de vérification", (await browser.OpenAsync($"/{name}")).Text, StringComparison.Ordinal);

        var signed = await browser.SendAsync(await browser.OpenAsync($"/{name}/signer"), SignForm, ("mandat", "oui"));
        var later = await browser.OpenAsync($"/{name}");

        Assert.Contains($"Gardez ce code hors de Réseau, avec la date : <code>{ConventionsStandIn.Code}</code>", signed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gardez ce code", later.Text, StringComparison.Ordinal);
        Assert.Contains($"<dd>{ConventionsStandIn.Code}</dd>", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_saying_that_one_may_nothing_is_signed()
    {
        var name = Waiting();
        using var browser = await host.SignedInAsync("yann.responsable");

        var refused = await browser.SendAsync(await browser.OpenAsync($"/{name}/signer"), SignForm);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("<a href=\"#mandat\">", refused.Html, StringComparison.Ordinal);
        Assert.Empty(Service.Find(name).Signatures);
    }

    [Fact]
    public async Task A_document_changed_meanwhile_is_not_signed_and_is_shown_anew()
    {
        var name = Waiting();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"/{name}/signer");
        Service.ChangeMeanwhile(name);

        var refused = await browser.SendAsync(page, SignForm, ("mandat", "oui"));

        Assert.Contains("Le document a changé pendant que vous le lisiez.", refused.Text, StringComparison.Ordinal);
        Assert.Contains(new string('a', 64), refused.Text, StringComparison.Ordinal);
        Assert.Empty(Service.Find(name).Signatures);
    }

    [Fact]
    public async Task When_the_service_finds_the_sign_in_too_old_the_page_asks_for_it_again()
    {
        var name = Waiting("Signée trop tard");
        using var browser = await host.SignedInAsync("yann.responsable");

        var asked = await browser.SendAsync(await browser.OpenAsync($"/{name}/signer"), SignForm, ("mandat", "oui"));

        Assert.Contains("Confirmez votre identité.", asked.Text, StringComparison.Ordinal);
        Assert.Contains("/connexion/confirmer?retour=%2Fconventions%2F", asked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(">Signer</button>", asked.Html, StringComparison.Ordinal);

        var password = await browser.OpenAsync($"/connexion/confirmer?retour=%2F{Uri.EscapeDataString(name)}%2Fsigner");
        var back = await browser.SendAsync(password, "password", ("password", Identity.DemoPlaceholders.Password));
        Assert.Equal($"/{name}/signer", back.Address.AbsolutePath);
        Assert.Contains(">Signer</button>", back.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusing_to_sign_needs_a_reason()
    {
        var name = Waiting();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync($"/{name}/signer");

        var bare = await browser.SendAsync(page, "value=\"refuser\"");
        Assert.Contains("<a href=\"#raison\">Dites pourquoi.</a>", bare.Text, StringComparison.Ordinal);

        var done = await browser.SendAsync(page, "value=\"refuser\"", ("raison", "Les délais sont trop courts"));
        Assert.Contains("Vous avez refusé de signer.", done.Text, StringComparison.Ordinal);
        Assert.Equal((State.Declined, "Les délais sont trop courts"), (Service.Find(name).State, Service.Find(name).Reason));
    }

    [Fact]
    public async Task Without_anything_to_sign_the_page_says_why()
    {
        var name = Service.Given();
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync($"/{name}/signer");

        Assert.Contains("n’attend pas de signature de votre institution", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("empreinte\"", page.Html, StringComparison.Ordinal);
    }

    private string Waiting(string title = "Protocole d’orientation") => Service.Given(State.Proposed, convention =>
    {
        convention.Content.Title = title;
        convention.NextSigners.Add("institutions/ccas-rennes");
    }, "SignConvention", "DeclineConvention");
}
