using Microsoft.Playwright;

namespace Reseau.Journeys.Browsing;

public sealed partial class Tour
{
    private async Task DraftingAsync(IPage claire)
    {
        var person = new Beneficiary();
        await OpenAsync(claire, "/orienter/brouillon", "brouillon, besoin");
        await claire.ContinueAsync();
        await claire.SeesAsync("À corriger avant de continuer");
        await LookAsync(claire, "brouillon, besoin, avec des erreurs");
        await claire.GetByLabel("Thème").SelectOptionAsync(new SelectOptionValue { Value = "numerique--acceder-a-des-services-en-ligne" });
        await claire.Locator("#commune").FillAsync("Rennes");
        await claire.ContinueAsync();
        await claire.SeesAsync("2. Le service");
        await LookAsync(claire, "brouillon, service");
        await claire.Locator("#service").CheckAsync();
        await claire.ContinueAsync();
        await LookAsync(claire, "brouillon, personne");
        await claire.Locator("#prenom").FillAsync(person.GivenName);
        await claire.Locator("#nom").FillAsync(person.FamilyName);
        await claire.ContinueAsync();
        await LookAsync(claire, "brouillon, accord");
        await claire.ContinueAsync();
        await claire.SeesAsync("à compléter");
        await LookAsync(claire, "brouillon, à vérifier");
        await claire.SendButton().ClickAsync();
        await claire.SeesAsync("À compléter avant d’envoyer");
        await LookAsync(claire, "brouillon, avec des manques");
        await OpenAsync(claire, "/orientations/envoyees?liste=brouillons", "brouillons");
    }
}
