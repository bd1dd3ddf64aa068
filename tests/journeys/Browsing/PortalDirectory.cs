using Microsoft.Playwright;
using Reseau.Testing;

namespace Reseau.Journeys.Browsing;

/// <summary>What a person does with the directory in the portal, in the words on the screen.</summary>
public static class PortalDirectory
{
    // The search follows the log of the directory by itself: what was just published is found as soon as a person can look.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    /// <summary>A service among what a search found.</summary>
    public static ILocator Hit(this IPage page, string service) => page.GetByRole(AriaRole.Article).Filter(new() { Has = page.LinkTo(service) });

    /// <summary>Searches for a service by its name, and finds it.</summary>
    public static async Task FindsAsync(this IPage page, string service)
    {
        await Eventually.GetAsync(async () =>
        {
            await page.GotoAsync("/annuaire");
            await page.GetByLabel("Le besoin").FillAsync(service);
            await page.GetByRole(AriaRole.Button, new() { Name = "Rechercher" }).ClickAsync();
            return await page.Hit(service).CountAsync();
        }, found => found == 1, AtOnce);
    }

    /// <summary>Opens the page of a service from the search.</summary>
    public static async Task OpenServiceAsync(this IPage page, string service)
    {
        await page.FindsAsync(service);
        await page.LinkTo(service).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = service, Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>A service in the list of its institution.</summary>
    public static ILocator OwnService(this IPage page, string service) => page.GetByRole(AriaRole.Article).Filter(new() { Has = page.LinkTo(service) });

    /// <summary>The button that shows a service as it will be.</summary>
    public static ILocator PreviewButton(this IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "aperçu avant de publier" });

    /// <summary>Sends a table; ends on its report.</summary>
    public static async Task ImportAsync(this IPage page, byte[] table, bool dryRun = false)
    {
        await page.GotoAsync("/reseau/import");
        await page.Locator("#format").SelectOptionAsync(new SelectOptionValue { Label = "Tableau simple de Réseau, CSV" });
        await page.Locator("#institution").FillAsync(OfferTable.Institution);
        await page.GetByLabel("Essai").SetCheckedAsync(dryRun);
        await page.Locator("#fichier").SetInputFilesAsync(new FilePayload { Name = "annuaire.csv", MimeType = "text/csv", Buffer = table });
        await page.GetByRole(AriaRole.Button, new() { Name = "Importer" }).ClickAsync();
        await page.SeesAsync("Terminé");
    }

    /// <summary>The two spellings of a table's place, side by side among the duplicates.</summary>
    public static async Task<ILocator> OpenPairAsync(this IPage page, OfferTable table)
    {
        var pair = page.GetByRole(AriaRole.Article).Filter(new() { HasText = table.SamePlace });
        await Eventually.GetAsync(async () =>
        {
            await page.GotoAsync("/reseau/doublons");
            return await pair.CountAsync();
        }, found => found == 1, AtOnce);
        return pair;
    }

    /// <summary>Unfolds all that is folded, for the eyes of somebody who looks at everything.</summary>
    public static Task UnfoldAllAsync(this IPage page) => page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

    private static ILocator LinkTo(this IPage page, string service) => page.GetByRole(AriaRole.Link, new() { Name = service, Exact = true });
}
