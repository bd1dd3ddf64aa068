using Microsoft.Playwright;
using Reseau.Testing;

namespace Reseau.Journeys.Browsing;

// The directory: as everybody sees it, as an institution keeps its own services, as the network looks after the whole.
public sealed partial class Tour
{
    // No service of the demo network has this theme.
    private const string NobodysTheme = "creer-une-entreprise--developper-son-entreprise";

    private async Task DirectoryAsync(IPage page)
    {
        await OpenAsync(page, "/annuaire", "annuaire");
        await OpenAsync(page, "/annuaire?commune=Saint-Denis", "choix de la commune");
        await OpenAsync(page, "/annuaire?besoin=xyzzy", "aucun service");
        await OpenAsync(page, $"/annuaire?commune=Dirinon&theme={NobodysTheme}&frais=gratuit&places=1", "aucun service avec ces filtres");
        await OpenAsync(page, "/annuaire?besoin=aliementaire&rayon=5&commune=Rennes", "mot corrigé");
        await OpenAsync(page, "/annuaire?commune=Trifouillis-les-Oies&jour=demain&heure=tard", "critères illisibles");
        await page.GotoAsync("/annuaire?besoin=démarches&commune=Rennes&insee=35238&rayon=20&theme=numerique&frais=gratuit&sur-place=1&orientables=1");
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Filtres actifs" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("figure.map")).ToBeVisibleAsync();
        await page.UnfoldAllAsync();
        await LookAsync(page, "filtres, facettes, raisons et carte");
        await OpenAsync(page, "/annuaire/lieux/ccas-rennes-siege", "fiche d'un lieu");
    }

    private async Task OwnServicesAsync(IPage yann)
    {
        await yann.GotoAsync("/mes-services");
        await yann.UnfoldAllAsync();
        await LookAsync(yann, "mes services, dépliés");
        await yann.GetByLabel("Nombre de places").First.FillAsync("beaucoup");
        await yann.GetByRole(AriaRole.Button, new() { Name = "Enregistrer les places" }).First.ClickAsync();
        await yann.SeesAsync("À corriger avant d’enregistrer");
        await LookAsync(yann, "mes services, avec des erreurs");

        await yann.GotoAsync("/mes-services/nouveau");
        await yann.PreviewButton().ClickAsync();
        await yann.SeesAsync("À corriger avant d’enregistrer");
        await LookAsync(yann, "ajouter un service, avec des erreurs");
        await yann.GotoAsync("/mes-services/modifier?service=ccas-rennes-domiciliation");
        await yann.UnfoldAllAsync();
        await LookAsync(yann, "modifier un service, déplié");
        await yann.PreviewButton().ClickAsync();
        await Assertions.Expect(yann.GetByRole(AriaRole.Button, new() { Name = "Publier" })).ToBeVisibleAsync();
        await LookAsync(yann, "aperçu d'un service");
        await OpenAsync(yann, "/annuaire/services/ccas-rennes-domiciliation", "fiche de son service, avec sa qualité");
    }

    private async Task OwnPlacesAsync(IPage yann)
    {
        await OpenAsync(yann, "/mes-services/lieux", "mes lieux");
        await yann.GotoAsync("/mes-services/lieux/nouveau");
        await yann.Locator("#commune").FillAsync("Saint-Denis");
        await yann.PreviewButton().ClickAsync();
        await yann.SeesAsync("À corriger avant de publier");
        await LookAsync(yann, "ajouter un lieu, avec des erreurs");
        await yann.GotoAsync("/mes-services/lieux/modifier?lieu=ccas-rennes-siege");
        await yann.UnfoldAllAsync();
        await LookAsync(yann, "modifier un lieu, déplié");
        await yann.PreviewButton().ClickAsync();
        await Assertions.Expect(yann.GetByRole(AriaRole.Button, new() { Name = "Publier" })).ToBeVisibleAsync();
        await LookAsync(yann, "aperçu d'un lieu");
        await OpenAsync(yann, "/annuaire/lieux/ccas-rennes-siege", "fiche de son lieu");
    }

    private async Task NetworkAsync(IPage sofia)
    {
        var table = new OfferTable();
        await sofia.SignInAsync("sofia.mission");
        await LookAsync(sofia, "accueil de Sofia");
        await sofia.GotoAsync("/reseau/import");
        await sofia.GetByRole(AriaRole.Button, new() { Name = "Importer" }).ClickAsync();
        await sofia.SeesAsync("Choisissez un fichier");
        await LookAsync(sofia, "importer, avec des erreurs");
        await OpenAsync(sofia, $"/reseau/import/{Guid.NewGuid()}?suivre=1", "import attendu");
        await sofia.ImportAsync(table.File);
        await LookAsync(sofia, "rapport d'un import");

        await OpenAsync(sofia, "/reseau/chiffres?par=destinataire", "chiffres du réseau");
        await OpenAsync(sofia, "/reseau/institutions", "institutions du réseau");
        await OpenAsync(sofia, "/reseau/institutions/caf-35", "institution qui peut quitter le réseau");

        var pair = await sofia.OpenPairAsync(table);
        await LookAsync(sofia, "doublons");
        var hidden = await pair.GetByRole(AriaRole.Link, new() { Name = "Second lieu" }).GetAttributeAsync("href");
        await pair.GetByRole(AriaRole.Button, new() { Name = "garder le premier" }).ClickAsync();
        await sofia.SeesAsync("Les deux lieux sont fusionnés.");
        await LookAsync(sofia, "doublons, après une fusion");
        await OpenAsync(sofia, hidden!, "lieu réuni à un autre");

        // What nobody offers was looked for a moment ago, by whoever began this tour.
        await Eventually.GetAsync(async () =>
        {
            await sofia.GotoAsync("/reseau/besoins-sans-reponse");
            return await sofia.GetByRole(AriaRole.Rowheader).CountAsync();
        }, found => found > 0);
        await LookAsync(sofia, "besoins sans réponse");
        await OpenAsync(sofia, "/reseau/besoins-sans-reponse?du=hier&departement=99", "besoins sans réponse, avec des erreurs", status: 422);
        await OpenAsync(sofia, "/formations/besoins/nouveau?origine=recherches%7Cnumerique%7C29045%7C0", "faire connaître un besoin du réseau");
    }
}
