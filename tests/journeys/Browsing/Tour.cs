using Microsoft.Playwright;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Browsing;

/// <summary>
/// Every kind of page, in the states that look different: signed out and in, empty and full, with errors, open and closed; each on a wide and on a
/// narrow screen. It fails when it misses a page that the portal declares. RESEAU_PICTURES names a folder that gets a picture of each, for the eyes of a person.
/// </summary>
/// <param name="edition">What is visited.</param>
/// <param name="visit">Brings a new visitor.</param>
public sealed partial class Tour(LocalEdition edition, Func<Task<IPage>> visit)
{
    /// <summary>Width of a usual screen.</summary>
    public const int Wide = 1280;

    /// <summary>Width of a small telephone, or of a usual screen at 400 %.</summary>
    public const int Narrow = 320;

    private const int Height = 900;

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("RESEAU_PICTURES");

    private readonly PortalRoutes _routes = new();
    private Func<IPage, string, int, Task> _look = (_, _, _) => Task.CompletedTask;

    /// <summary>Looks at every page, two visitors at a time; is given the page, its name and the width of the screen.</summary>
    public async Task EveryPageAsync(Func<IPage, string, int, Task> look)
    {
        _look = look;
        await Task.WhenAll(WithoutAnInstitutionAsync(await visit()), InInstitutionsAsync(await visit(), await visit(), await visit()));
        Assert.Empty(_routes.Unseen);
    }

    private async Task WithoutAnInstitutionAsync(IPage page)
    {
        await PublicPagesAsync(page);
        await DirectoryAsync(page);
        await NetworkAsync(page);
        await GovernanceAsync(page);
        await DefiningAsync(page);
    }

    private async Task InInstitutionsAsync(IPage claire, IPage karim, IPage yann)
    {
        var person = new Beneficiary();
        await SigningInAsync(claire);
        await ReferringAsync(claire, person);
        await AnsweringAsync(karim, person);
        await yann.SignInAsync("yann.responsable");
        await NotificationsAsync(karim, yann);
        await OwnServicesAsync(yann);
        await OwnPlacesAsync(yann);
        await ConventionsAsync(yann);
        await TrainingsAsync(yann);
        await TeamAsync(yann);
        await NeedsAsync(yann);
        await CampaignsAsync(yann);
    }

    private async Task PublicPagesAsync(IPage page)
    {
        await OpenAsync(page, "/", "accueil");
        await OpenAsync(page, "/accessibilite", "accessibilité");
        await OpenAsync(page, "/confidentialite", "données personnelles");
        await OpenAsync(page, "/nulle-part", "page introuvable", status: 404);
        await OpenAsync(page, "/erreur/413", "envoi trop volumineux", status: 413);
        await OpenAsync(page, "/connexion/echec", "connexion interrompue");
        await CertificatesAsync(page);
    }

    private async Task SigningInAsync(IPage claire)
    {
        await OpenAsync(claire, "/connexion", "connexion");
        await claire.GetByLabel("Identifiant").FillAsync("claire.accueil");
        await claire.GetByLabel("Mot de passe").FillAsync("un autre");
        await claire.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
        await LookAsync(claire, "connexion refusée");
    }

    private async Task ReferringAsync(IPage claire, Beneficiary person)
    {
        await claire.SignInAsync("claire.accueil");
        await LookAsync(claire, "accueil de Claire");
        await claire.SearchAsync("CAF");
        await LookAsync(claire, "services trouvés");
        await claire.GetByRole(AriaRole.Article).First.GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link).ClickAsync();
        await LookAsync(claire, "fiche d'un service");
        await claire.ChooseCafAsync();
        await LookAsync(claire, "orienter");
        await claire.SendButton().ClickAsync();
        await claire.SeesAsync("obligatoire");
        await LookAsync(claire, "orienter, avec des erreurs");
        await claire.DescribeAsync(person);
        await claire.SendButton().ClickAsync();
        await claire.SeesAsync("L’orientation est envoyée");
        await LookAsync(claire, "orientation envoyée");
        await claire.GetByRole(AriaRole.Link, new() { Name = "Fiche à remettre" }).ClickAsync();
        await claire.SeesAsync("Qui vous reçoit ?");
        await LookAsync(claire, "fiche pour la personne");
        await OpenAsync(claire, "/orientations/envoyees", "orientations envoyées");
        await DraftingAsync(claire);
    }

    private async Task AnsweringAsync(IPage karim, Beneficiary person)
    {
        await karim.SignInAsync("karim.caf");
        await OpenAsync(karim, "/orientations/recues?liste=closes&theme=numerique&du=2020-01-01", "orientations reçues, filtrées");
        await OpenAsync(karim, "/orientations/recues", "orientations reçues");
        var acknowledge = karim.GetByRole(AriaRole.Button, new() { Name = "Accuser réception", Exact = true });
        await acknowledge.ClickAsync();
        await karim.SeesAsync("Cochez au moins une orientation");
        await LookAsync(karim, "orientations reçues, avec des erreurs");
        await karim.GetByLabel($"Cocher l’orientation de {person.Name}").CheckAsync();
        await acknowledge.ClickAsync();
        await karim.SeesAsync("1 orientation traitée");
        await LookAsync(karim, "orientations traitées ensemble");
        await karim.OpenAsync("/orientations/recues", person);
        await karim.UnfoldAsync("accepter");
        await karim.UnfoldAsync("refuser");
        await LookAsync(karim, "orientation à répondre");
        await OpenAsync(karim, $"{karim.Url}?agir=reorienter", "orientation à réorienter");
        await karim.ActAsync("accepter", "L’orientation est acceptée");
        await (await karim.UnfoldAsync("planifier")).GetByRole(AriaRole.Button).ClickAsync();
        await LookAsync(karim, "rendez-vous, avec des erreurs");
        await karim.ActAsync("cloturer", "L’orientation est clôturée", form => form.GetByRole(AriaRole.Radio).First.CheckAsync());
        await LookAsync(karim, "orientation clôturée");
    }

    private async Task NotificationsAsync(IPage karim, IPage yann)
    {
        await OpenAsync(karim, "/mes-notifications", "mes notifications");
        await karim.GetByLabel("Courriel").CheckAsync();
        await karim.GetByRole(AriaRole.Button, new() { Name = "Enregistrer mes choix" }).ClickAsync();
        await karim.SeesAsync("À corriger avant d’enregistrer");
        await LookAsync(karim, "mes notifications, avec des erreurs");
        await OpenAsync(yann, "/mes-notifications/envois", "messages envoyés");
    }

    private async Task OpenAsync(IPage page, string address, string name, int status = 200)
    {
        var answer = await page.GotoAsync(address);
        Assert.True(answer?.Status == status, $"{name}: {answer?.Status} at {page.Url}");
        await LookAsync(page, name);
    }

    private async Task LookAsync(IPage page, string name)
    {
        _routes.See(page.Url);
        foreach (var width in (int[])[Narrow, Wide])
        {
            await page.SetViewportSizeAsync(width, Height);
            await _look(page, name, width);
            if (Pictures is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{width} {name}.png"), FullPage = true });
        }
    }
}
