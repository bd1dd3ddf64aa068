using Microsoft.Playwright;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Browsing;

/// <summary>What an institution does for its own services, and everybody reads.</summary>
public sealed class KeepingAServiceTrue(RunningEdition running, Chromium chromium) : BrowserJourney(running, chromium)
{
    private const string Rewritten = "Des vêtements pour toute la famille, choisis sur place, sans rendez-vous le samedi.";

    [Fact]
    public async Task Claire_says_that_it_is_full_Yann_confirms_it_and_everybody_reads_both_at_once()
    {
        var service = await UnconfirmedService.PublishedAsync(Running.Edition);
        var visitor = await VisitAsync(scripts: false);
        await visitor.FindsAsync(service.Name);
        await Assertions.Expect(visitor.Hit(service.Name)).ToContainTextAsync($"Vérifié le {service.Confirmed}");

        var claire = await SignedInAsync("claire.accueil", scripts: false);
        await claire.GotoAsync("/mes-services");
        await claire.OwnService(service.Name).GetByRole(AriaRole.Button, new() { Name = "Complet" }).ClickAsync();
        await claire.SeesAsync("Les places sont à jour.");
        await Assertions.Expect(claire.OwnService(service.Name).GetByRole(AriaRole.Button, new() { Name = "Complet", Pressed = true })).ToBeVisibleAsync();
        await Assertions.Expect(claire.OwnService(service.Name).GetByRole(AriaRole.Button, new() { Name = "Toujours vrai" })).ToHaveCountAsync(0);

        var yann = await SignedInAsync("yann.responsable", scripts: false);
        await yann.GotoAsync("/mes-services");
        await Assertions.Expect(yann.OwnService(service.Name)).ToContainTextAsync($"vérifié le {service.Confirmed}");
        await yann.OwnService(service.Name).GetByRole(AriaRole.Button, new() { Name = "Toujours vrai" }).ClickAsync();
        await yann.SeesAsync("La fiche est confirmée");
        await Assertions.Expect(yann.OwnService(service.Name)).Not.ToContainTextAsync(service.Confirmed);

        await visitor.FindsAsync(service.Name);
        await Assertions.Expect(visitor.Hit(service.Name)).ToContainTextAsync("Complet");
        await Assertions.Expect(visitor.Hit(service.Name)).ToContainTextAsync("Vérifié le");
        await Assertions.Expect(visitor.Hit(service.Name)).Not.ToContainTextAsync(service.Confirmed);
    }

    [Fact]
    public async Task A_service_is_rewritten_seen_as_it_will_be_and_published_where_everybody_finds_it()
    {
        var service = await UnconfirmedService.PublishedAsync(Running.Edition);
        var visitor = await VisitAsync(scripts: false);
        await visitor.FindsAsync(service.Name);
        var yann = await SignedInAsync("yann.responsable", scripts: false);
        await yann.GotoAsync("/mes-services");
        await yann.OwnService(service.Name).GetByRole(AriaRole.Link, new() { Name = "Modifier" }).ClickAsync();
        var renamed = $"{service.Name} solidaire";
        await yann.GetByLabel("Nom du service").FillAsync(renamed);
        await yann.Locator("#description").FillAsync(Rewritten);

        await yann.PreviewButton().ClickAsync();

        var preview = yann.Locator("section.preview");
        await Assertions.Expect(preview).ToContainTextAsync(renamed);
        await Assertions.Expect(preview).ToContainTextAsync(Rewritten);
        await visitor.OpenServiceAsync(service.Name);
        await visitor.SeesAsync(service.Description);

        await preview.GetByRole(AriaRole.Button, new() { Name = "Publier" }).ClickAsync();
        await yann.SeesAsync("Le service est publié dans l’annuaire.");
        await visitor.OpenServiceAsync(renamed);
        await visitor.SeesAsync(Rewritten);
    }

    [Fact]
    public async Task Room_confirmation_and_a_new_name_are_said_with_the_keyboard_alone()
    {
        var service = await UnconfirmedService.PublishedAsync(Running.Edition);
        var yann = new Keyboard(await VisitAsync());
        await yann.Page.GotoAsync("/connexion?retour=/mes-services");
        await yann.TypeAsync("Identifiant", "yann.responsable");
        await yann.TypeAsync("Mot de passe", "reseau-demo");
        await yann.PressAsync("Enter");
        await yann.Page.WaitForURLAsync("**/mes-services");

        await yann.ReachAsync(service.Name);
        await yann.FollowAsync("Liste d’attente");
        await yann.Page.SeesAsync("Les places sont à jour.");
        await yann.FollowAsync($"Toujours vrai : {service.Name}");
        await yann.Page.SeesAsync("La fiche est confirmée");
        await yann.FollowAsync($"Modifier : {service.Name}");
        await yann.Page.WaitForURLAsync("**/mes-services/modifier?*");

        var renamed = $"{service.Name} solidaire";
        await yann.TypeAsync("Nom du service", renamed);
        // Enter shows the service as it will be; it never publishes.
        await yann.PressAsync("Enter");
        await Assertions.Expect(yann.Page.Locator("section.preview")).ToContainTextAsync(renamed);
        await yann.FollowAsync("Publier");
        await yann.Page.SeesAsync("Le service est publié dans l’annuaire.");

        await yann.FollowAsync("Annuaire");
        await yann.Page.WaitForURLAsync("**/annuaire");
        await yann.TypeAsync("Le besoin", renamed);
        await yann.PressAsync("Enter");
        await yann.Page.WaitForURLAsync("**/annuaire?*");
        await Assertions.Expect(yann.Page.Hit(renamed)).ToContainTextAsync("Liste d’attente");
        await Assertions.Expect(yann.Page.Hit(renamed)).Not.ToContainTextAsync(service.Confirmed);
    }

    [Fact]
    public async Task A_service_in_the_house_of_another_institution_is_rewritten_by_its_own()
    {
        var nadia = await SignedInAsync("nadia.caf", scripts: false);

        await nadia.GotoAsync("/mes-services/modifier?service=caf-permanence-le-blosne");

        await Assertions.Expect(nadia.Locator("#lieu option:checked")).ToHaveTextAsync("Espace social commun du Blosne, Rennes");

        await nadia.Locator("#precisions").FillAsync("Se présenter à l’accueil de l’espace social.");
        await nadia.PreviewButton().ClickAsync();
        await nadia.Locator("section.preview").GetByRole(AriaRole.Button, new() { Name = "Publier" }).ClickAsync();
        await nadia.SeesAsync("Le service est publié dans l’annuaire.");
        await nadia.GotoAsync("/annuaire/services/caf-permanence-le-blosne");
        await nadia.SeesAsync("Se présenter à l’accueil de l’espace social.");
    }
}
