using Microsoft.Playwright;

namespace Reseau.Journeys.Browsing;

/// <summary>What a person does with a draft in the portal, in the words on the screen.</summary>
public static class PortalDrafts
{
    /// <summary>Saves a step and goes on to the next.</summary>
    public static Task ContinueAsync(this IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et continuer" }).ClickAsync();

    /// <summary>Takes up a draft from the list; it opens at the first step that lacks something.</summary>
    public static async Task OpenDraftAsync(this IPage page, Beneficiary person)
    {
        await page.GotoAsync("/orientations/envoyees?liste=brouillons");
        await page.GetByRole(AriaRole.Link, new() { Name = person.Name }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Orienter une personne", Level = 1 })).ToBeVisibleAsync();
    }
}
