using Microsoft.Playwright;

namespace Reseau.Journeys.Browsing;

/// <summary>What a person does in the portal, step by step, in the words on the screen.</summary>
public static class Portal
{
    /// <summary>Signs in from the portal's link, through the identity provider's page.</summary>
    public static async Task SignInAsync(this IPage page, string account)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Se connecter" }).ClickAsync();
        await page.GetByLabel("Identifiant").FillAsync(account);
        await page.GetByLabel("Mot de passe").FillAsync("reseau-demo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" })).ToBeVisibleAsync();
    }

    /// <summary>Searches from the home page for somebody who lives in Rennes.</summary>
    public static async Task SearchAsync(this IPage page, string need)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("Le besoin").FillAsync(need);
        await page.GetByLabel("Commune où habite la personne").FillAsync("Rennes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rechercher" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "trouvé" })).ToBeVisibleAsync();
    }

    /// <summary>Opens the form to refer somebody to the CAF, from a hit of the search.</summary>
    public static async Task ChooseCafAsync(this IPage page)
    {
        await page.SearchAsync("CAF");
        await page.GetByRole(AriaRole.Article).Filter(new() { HasText = "CAF d" })
            .GetByRole(AriaRole.Link, new() { Name = "Orienter une personne" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Orienter une personne", Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>Fills the form in.</summary>
    public static async Task DescribeAsync(this IPage page, Beneficiary person)
    {
        await page.GetByLabel("Thème").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Pourquoi la personne est orientée").FillAsync(person.Need);
        await page.GetByLabel("Prénom").FillAsync(person.GivenName);
        await page.Locator("#nom").FillAsync(person.FamilyName);
        await page.GetByLabel("Téléphone").FillAsync(person.Phone);
        await page.GetByLabel("Courriel").FillAsync(person.Email);
        await page.GetByLabel("La personne accepte").CheckAsync();
        await page.Locator("#canal").CheckAsync();
    }

    /// <summary>The button that sends it.</summary>
    public static ILocator SendButton(this IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Envoyer l’orientation" });

    /// <summary>Refers somebody to the CAF; ends on the page of the referral.</summary>
    public static async Task ReferAsync(this IPage page, Beneficiary person)
    {
        await page.ChooseCafAsync();
        await page.DescribeAsync(person);
        await page.SendButton().ClickAsync();
        await page.SeesAsync("L’orientation est envoyée");
    }

    /// <summary>Opens somebody's referral from a list.</summary>
    public static async Task OpenAsync(this IPage page, string list, Beneficiary person)
    {
        await page.GotoAsync(list);
        await page.GetByRole(AriaRole.Link, new() { Name = person.Name }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = person.Name, Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>Unfolds the form of an action, unless it is open.</summary>
    public static async Task<ILocator> UnfoldAsync(this IPage page, string action)
    {
        var form = page.Locator("details.action").Filter(new() { Has = page.Locator($"input[name=action][value={action}]") });
        if (await form.GetAttributeAsync("open") is null) await form.Locator("summary").ClickAsync();
        return form;
    }

    /// <summary>Takes an action and reads that it is done.</summary>
    public static async Task ActAsync(this IPage page, string action, string done, Func<ILocator, Task>? fill = null)
    {
        var form = await page.UnfoldAsync(action);
        if (fill is not null) await fill(form);
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await page.SeesAsync(done);
    }

    /// <summary>Reads a sentence on the page.</summary>
    public static Task SeesAsync(this IPage page, string text) => Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(text);
}
