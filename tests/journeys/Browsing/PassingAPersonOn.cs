using Microsoft.Playwright;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Browsing;

public sealed class PassingAPersonOn(RunningEdition running, Chromium chromium) : BrowserJourney(running, chromium)
{
    [Fact]
    public async Task Karim_about_to_refuse_passes_her_on_with_the_keyboard_Ines_accepts_and_Claire_sees_it()
    {
        var person = new Beneficiary();
        var claire = await SignedInAsync("claire.accueil", scripts: false);
        await claire.ChooseCafAsync();
        await claire.DescribeAsync(person);
        await claire.GetByLabel("Thème").SelectOptionAsync("numerique--acceder-a-des-services-en-ligne");
        await claire.SendButton().ClickAsync();
        await claire.SeesAsync("L’orientation est envoyée");

        var karim = new Keyboard(await SignedInAsync("karim.caf", scripts: false));
        await karim.Page.OpenAsync("/orientations/recues", person);
        await karim.FollowAsync("Refuser");
        await karim.FollowAsync("Réorienter plutôt");
        await karim.Page.SeesAsync("Qui prend le relais ?");
        var choice = karim.Page.GetByRole(AriaRole.Radio, new() { Name = "Ville de Rennes" }).First;
        var next = await choice.GetAttributeAsync("value");
        await choice.FocusAsync();
        await karim.PressAsync("Space");
        await karim.ReachAsync("Il n’y a plus de place");
        await karim.PressAsync("Space");
        await karim.TypeAsync("Message pour l’institution qui oriente et pour le nouveau service", "Ils sont plus près de chez elle.");
        await karim.FollowAsync("Réorienter");

        await karim.Page.SeesAsync("La demande est réorientée");
        await karim.Page.SeesAsync("Réorientée vers «");
        await Assertions.Expect(karim.Page.Locator("section[aria-labelledby=parcours]").GetByRole(AriaRole.Link)).ToHaveCountAsync(0);

        var ines = await SignedInAsync("ines.mairie", scripts: false);
        await ines.OpenAsync("/orientations/recues", person);
        await ines.SeesAsync("Réorientée depuis «");
        await ines.SeesAsync("Ils sont plus près de chez elle.");
        await ines.SeesAsync(person.Need);
        await ines.ActAsync("accepter", "L’orientation est acceptée");

        await claire.OpenAsync("/orientations/envoyees?liste=en-cours", person);
        await claire.SeesAsync("La demande est en cours.");
        await claire.SeesAsync("Acceptée, rendez-vous à fixer");
        await claire.Locator("section[aria-labelledby=parcours]").GetByRole(AriaRole.Link).ClickAsync();
        await claire.SeesAsync("Réorientée vers «");
        foreach (var list in (string[])["sans-reponse", "a-completer", "en-attente", "closes"])
        {
            await claire.GotoAsync($"/orientations/envoyees?liste={list}");
            Assert.Equal(0, await claire.GetByRole(AriaRole.Link, new() { Name = person.Name }).CountAsync());
        }

        Assert.NotNull(next);
        Assert.DoesNotContain(Chromium.Addresses.Select(Uri.UnescapeDataString), address => person.Canaries.Append(person.Phone).Any(address.Contains));
    }
}
