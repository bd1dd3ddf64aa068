using Microsoft.Playwright;

namespace Reseau.Journeys.Browsing;

/// <summary>What partners do with conventions in the portal, in the words on the screen.</summary>
public static class PortalConventions
{
    /// <summary>Begins a convention between the CCAS of Rennes and the CAF without a template; ends on its page.</summary>
    public static async Task BeginConventionAsync(this IPage page, string title, string place)
    {
        await page.GotoAsync("/conventions/nouvelle");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sans modèle" }).ClickAsync();
        await page.Locator("#titre").FillAsync(title);
        await page.Locator("#nature").SelectOptionAsync("ReferralProtocol");
        await page.Locator("#debut").FillAsync(Day(DateTimeOffset.UtcNow));
        await page.Locator("#fin").FillAsync(Day(DateTimeOffset.UtcNow.AddYears(1)));
        await page.PartyAsync(0, "ccas-rennes", "M. Yann Le Goff", "responsable");
        await page.PartyAsync(1, "caf-35", "Mme Nadia Ferrand", "responsable");
        await page.Locator("#clause-0-titre").FillAsync("Objet");
        await page.Locator("#clause-0-texte").FillAsync($"Les parties tiennent une permanence **chaque lundi** à {place}.");
        await page.Locator("#clause-1-titre").FillAsync("Orientations");
        await page.Locator("#clause-1-texte").FillAsync("Le CCAS oriente vers la CAF :\n\n- avec l’accord de la personne ;\n- vingt fois par mois au plus.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer le brouillon" }).ClickAsync();
        await page.SeesAsync("La convention est commencée");
    }

    /// <summary>Opens the form of a part of the convention that is on the screen.</summary>
    public static async Task WriteAsync(this IPage page, string part)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = part, Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = part, Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>Writes the rule about referrals of a draft, which its second clause is the source of.</summary>
    public static async Task WriteRuleAsync(this IPage page, string from = "ccas-rennes", string to = "caf-35")
    {
        await page.WriteAsync("Orientations permises");
        await page.Locator("#regle-0-de").SelectOptionAsync($"institutions/{from}");
        await page.Locator("#regle-0-vers").SelectOptionAsync($"institutions/{to}");
        await page.Locator("#regle-0-clause").SelectOptionAsync("orientations");
        await page.Locator("#regle-0-capacite").FillAsync("5000");
        await page.SaveAsync();
    }

    /// <summary>Writes the rule that whoever refers from the CAF to the CCAS holds a habilitation, by the second clause of a draft.</summary>
    public static async Task RequireAsync(this IPage page, string habilitation)
    {
        await page.WriteAsync("Orientations permises");
        await page.Locator("#regle-0-de").SelectOptionAsync("institutions/caf-35");
        await page.Locator("#regle-0-vers").SelectOptionAsync("institutions/ccas-rennes");
        await page.Locator("#regle-0-clause").SelectOptionAsync("orientations");
        await page.Locator("#regle-0-habilitations").FillAsync(habilitation);
        await page.SaveAsync();
    }

    /// <summary>Saves the part of a draft that is on the screen.</summary>
    public static async Task SaveAsync(this IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).Last.ClickAsync();
        await page.SeesAsync("Vos changements sont enregistrés.");
    }

    /// <summary>Proves again who one is; ends on the page that signs.</summary>
    public static async Task ConfirmAsync(this IPage page, string convention)
    {
        await page.GotoAsync($"/connexion/confirmer?retour={Uri.EscapeDataString(convention + "/signer")}");
        await page.GetByLabel("Mot de passe").FillAsync("reseau-demo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirmer" }).ClickAsync();
        await page.SeesAsync("vous venez de saisir votre mot de passe");
    }

    /// <summary>Proves again who one is, and signs.</summary>
    public static async Task SignAsync(this IPage page, string convention)
    {
        await page.ConfirmAsync(convention);
        await page.GetByLabel("J’ai lu le document").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Signer", Exact = true }).ClickAsync();
        await page.SeesAsync("Vous avez signé.");
    }

    private static async Task PartyAsync(this IPage page, int row, string institution, string signatory, string function)
    {
        await page.Locator($"#partie-{row}-institution").FillAsync(institution);
        await page.Locator($"#partie-{row}-signataire").FillAsync(signatory);
        await page.Locator($"#partie-{row}-fonction").FillAsync(function);
        await page.Locator($"#partie-{row}-mandat").FillAsync("délibération 2026-41");
    }

    private static string Day(DateTimeOffset day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
