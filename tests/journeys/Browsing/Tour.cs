using Microsoft.Playwright;

namespace Reseau.Journeys.Browsing;

/// <summary>
/// Every kind of page, in the states that look different: signed out and in, empty and full, with errors, open and closed.
/// RESEAU_PICTURES names a folder that gets a picture of each, for the eyes of a person.
/// </summary>
public sealed class Tour(IPage claire, IPage karim)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("RESEAU_PICTURES");

    private Func<IPage, string, Task> _look = (_, _) => Task.CompletedTask;

    /// <summary>Looks at every page.</summary>
    public async Task EveryPageAsync(Func<IPage, string, Task> look)
    {
        _look = look;
        var person = new Beneficiary();
        await PublicPagesAsync();
        await ReferringAsync(person);
        await AnsweringAsync(person);
    }

    private async Task PublicPagesAsync()
    {
        foreach (var (address, name) in ((string, string)[])
            [("/", "accueil"), ("/annuaire", "annuaire"), ("/annuaire?commune=Saint-Denis", "choix de la commune"), ("/annuaire?besoin=xyzzy", "aucun service"),
             ("/accessibilite", "accessibilité"), ("/confidentialite", "données personnelles"), ("/nulle-part", "page introuvable"), ("/connexion", "connexion")])
        {
            await claire.GotoAsync(address);
            await LookAsync(claire, name);
        }
        await claire.GetByLabel("Identifiant").FillAsync("claire.accueil");
        await claire.GetByLabel("Mot de passe").FillAsync("un autre");
        await claire.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
        await LookAsync(claire, "connexion refusée");
    }

    private async Task ReferringAsync(Beneficiary person)
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
        await claire.GotoAsync("/orientations/envoyees");
        await LookAsync(claire, "orientations envoyées");
    }

    private async Task AnsweringAsync(Beneficiary person)
    {
        await karim.SignInAsync("karim.caf");
        await karim.GotoAsync("/orientations/recues");
        await LookAsync(karim, "orientations reçues");
        await karim.OpenAsync("/orientations/recues", person);
        await karim.UnfoldAsync("accepter");
        await karim.UnfoldAsync("refuser");
        await LookAsync(karim, "orientation à répondre");
        await karim.ActAsync("accepter", "L’orientation est acceptée");
        await (await karim.UnfoldAsync("planifier")).GetByRole(AriaRole.Button).ClickAsync();
        await LookAsync(karim, "rendez-vous, avec des erreurs");
        await karim.ActAsync("cloturer", "L’orientation est clôturée", form => form.GetByRole(AriaRole.Radio).First.CheckAsync());
        await LookAsync(karim, "orientation clôturée");
    }

    private async Task LookAsync(IPage page, string name)
    {
        await _look(page, name);
        if (Pictures is null) return;
        var width = page.ViewportSize?.Width;
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{width} {name}.png"), FullPage = true });
    }
}
