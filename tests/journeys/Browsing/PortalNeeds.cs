using Microsoft.Playwright;

namespace Reseau.Journeys.Browsing;

/// <summary>What heads and those they ask do with needs and campaigns in the portal, in the words on the screen.</summary>
public static class PortalNeeds
{
    /// <summary>Raises a need in one's own words.</summary>
    /// <returns>Address of its page.</returns>
    public static async Task<string> MakeNeedKnownAsync(this IPage page, string title)
    {
        await page.GotoAsync("/formations/besoins/nouveau");
        await page.Locator("#titre").FillAsync(title);
        await page.Locator("input[name=fonctions][value=DigitalAdviser]").CheckAsync();
        await page.Locator("#urgence").CheckAsync();
        await page.SaveAsync("Enregistrer");
        await page.SeesAsync("Le besoin est enregistré.");
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Says which goal of a plan answers a need.</summary>
    public static async Task AnswerNeedAsync(this IPage page, string need, string answer)
    {
        await page.GotoAsync(need);
        await page.ActAsync("planifier", "Le besoin est rattaché au plan.", form => form.Locator("#reponse").SelectOptionAsync(new SelectOptionValue { Label = answer }));
    }

    /// <summary>Writes a questionnaire that takes answers from today on; ends on its page.</summary>
    public static async Task AskAsync(this IPage page, string title, bool anonymous)
    {
        await page.GotoAsync("/formations/campagnes/nouvelle");
        await page.Locator("#titre").FillAsync(title);
        await page.Locator("#presentation").FillAsync("Pour préparer le plan de l’année.");
        // Yesterday as well: the day of the machine may end later than that of the country.
        await page.Locator("#du").FillAsync(PortalTrainings.Day(DateTimeOffset.UtcNow.AddDays(-1)));
        await page.Locator("#au").FillAsync(PortalTrainings.Day(DateTimeOffset.UtcNow.AddDays(30)));
        await page.Locator("#anonyme").SetCheckedAsync(anonymous);
        await page.Locator("#question-0-texte").FillAsync("Savez-vous accompagner une démarche en ligne ?");
        await page.Locator("#question-0-genre").SelectOptionAsync("Level");
        await page.Locator("#question-0-obligatoire").CheckAsync();
        await page.Locator("#question-1-texte").FillAsync("Autre chose");
        await page.Locator("#question-1-genre").SelectOptionAsync("Text");
        await page.SaveAsync("Enregistrer");
        await page.SeesAsync("Le questionnaire est commencé.");
    }

    /// <summary>Answers the questionnaire whose page has an address.</summary>
    public static async Task AnswerAsync(this IPage page, string campaign, string level)
    {
        await page.GotoAsync(campaign + "/repondre");
        await page.GetByLabel(level, new() { Exact = true }).CheckAsync();
        await page.AnswerButton().ClickAsync();
        await page.SeesAsync("Merci : votre réponse est enregistrée.");
    }

    /// <summary>The button that sends an answer.</summary>
    public static ILocator AnswerButton(this IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Envoyer ma réponse" });
}
