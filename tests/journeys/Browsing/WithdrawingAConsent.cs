using Microsoft.Playwright;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Browsing;

public sealed class WithdrawingAConsent(RunningEdition running, Chromium chromium) : BrowserJourney(running, chromium)
{
    [Fact]
    public async Task The_person_tells_Karim_and_both_sides_forget_them()
    {
        var person = new Beneficiary();
        var claire = await SignedInAsync("claire.accueil", scripts: false);
        await claire.ReferAsync(person);
        var karim = await SignedInAsync("karim.caf", scripts: false);
        await karim.OpenAsync("/orientations/recues", person);

        await karim.ActAsync("retirer-accord", "L’accord est retiré et les données de la personne sont effacées",
            form => form.GetByLabel("La personne retire son accord").CheckAsync());

        await Assertions.Expect(karim.GetByRole(AriaRole.Heading, new() { Name = "Accord retiré", Level = 1 })).ToBeVisibleAsync();
        await claire.GotoAsync("/orientations/envoyees?liste=closes");
        await Assertions.Expect(claire.GetByRole(AriaRole.Link, new() { Name = "Accord retiré" }).First).ToBeVisibleAsync();
        foreach (var page in (IPage[])[karim, claire])
            Assert.DoesNotContain(person.GivenName, await page.GetByRole(AriaRole.Main).InnerTextAsync(), StringComparison.Ordinal);
    }
}
