using System.Security.Cryptography;
using Microsoft.Playwright;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Browsing;

/// <summary>Two institutions negotiate a convention and sign it, without scripts in their browsers.</summary>
public sealed class NegotiatingAConvention(RunningEdition running, Chromium chromium) : BrowserJourney(running, chromium)
{
    [Fact]
    public async Task A_clause_is_changed_the_other_side_sees_it_both_sign_and_the_evidence_is_taken_away()
    {
        var title = $"Permanences {Guid.NewGuid():N}";
        var yann = await SignedInAsync("yann.responsable", scripts: false);
        await yann.BeginConventionAsync(title, "la mairie");
        await yann.WriteRuleAsync();
        var convention = new Uri(yann.Url).AbsolutePath;
        await yann.ActAsync("proposer", "La convention est envoyée aux parties");

        var nadia = await SignedInAsync("nadia.caf", scripts: false);
        await nadia.GotoAsync("/conventions");
        await nadia.SeesAsync("À signer par votre institution");
        await nadia.GetByRole(AriaRole.Heading, new() { Name = title }).GetByRole(AriaRole.Link).ClickAsync();
        await nadia.SeesAsync("C’est à votre institution de signer.");
        await nadia.WriteAsync("Clauses");
        await nadia.Locator("#clause-0-texte").FillAsync("Les parties tiennent une permanence **chaque mardi** à la mairie.");
        await nadia.GetByRole(AriaRole.Button, new() { Name = "Voir l’aperçu" }).ClickAsync();
        await nadia.SeesAsync("rien n’est encore enregistré");
        await nadia.GetByLabel("Pourquoi ce changement").FillAsync("Le lundi, notre accueil est fermé.");
        await nadia.GetByRole(AriaRole.Button, new() { Name = "Proposer cette version" }).ClickAsync();
        await nadia.SeesAsync("Vos changements sont enregistrés.");

        await yann.GotoAsync(convention);
        await yann.GetByRole(AriaRole.Link, new() { Name = "Ce qui a changé depuis la version précédente" }).ClickAsync();
        await yann.SeesAsync("Objet : modifié");
        await Assertions.Expect(yann.Locator("del")).ToContainTextAsync("lundi");
        await Assertions.Expect(yann.Locator("ins")).ToContainTextAsync("mardi");

        await yann.SignAsync(convention);
        await yann.SeesAsync("1 sur 2 ont signé");
        await nadia.SignAsync(convention);
        await nadia.SeesAsync("En vigueur");

        var evidence = await nadia.RunAndWaitForDownloadAsync(() => nadia.GetByRole(AriaRole.Link, new() { Name = "Preuves des signatures" }).ClickAsync());
        Assert.True(new FileInfo(await evidence.PathAsync()).Length > 0);

        // Whoever holds the document may check it, and learns nothing but that.
        var document = await (await nadia.APIRequest.GetAsync($"{convention}/document.pdf")).BodyAsync();
        var visitor = await VisitAsync(scripts: false);
        await visitor.GotoAsync($"/verification?empreinte={Convert.ToHexStringLower(SHA256.HashData(document))}");
        await visitor.SeesAsync("signé par toutes ses parties et en vigueur aujourd’hui");
        Assert.DoesNotContain(title, await visitor.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_password_typed_again_a_page_left_open_signs_nothing()
    {
        var title = $"Permanences {Guid.NewGuid():N}";
        var yann = await SignedInAsync("yann.responsable", scripts: false);
        await yann.BeginConventionAsync(title, "la médiathèque");
        var convention = new Uri(yann.Url).AbsolutePath;
        await yann.ActAsync("proposer", "La convention est envoyée aux parties");

        await yann.GotoAsync($"/connexion/confirmer?retour={Uri.EscapeDataString(convention + "/signer")}");
        await yann.GetByLabel("Mot de passe").FillAsync("un autre");
        await yann.GetByRole(AriaRole.Button, new() { Name = "Confirmer" }).ClickAsync();
        await Assertions.Expect(yann.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await yann.GotoAsync(convention);
        await yann.SeesAsync("0 sur 2 ont signé");
    }
}
