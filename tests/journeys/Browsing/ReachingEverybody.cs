using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Browsing;

/// <summary>Accessibility that a machine can check: axe, a narrow screen, the keyboard alone.</summary>
public sealed class ReachingEverybody(RunningEdition running, Chromium chromium) : BrowserJourney(running, chromium)
{
    // Else it describes every element that is right, too.
    private static readonly AxeRunOptions OnlyViolations = new() { ResultTypes = [ResultType.Violations] };

    [Fact]
    public async Task Axe_finds_nothing_on_any_page_and_nothing_scrolls_sideways_on_a_narrow_screen()
    {
        var found = new ConcurrentQueue<string>();
        await new Tour(Running.Edition, () => VisitAsync()).EveryPageAsync(async (page, name, width) =>
        {
            if (width == Tour.Narrow)
            {
                var needed = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                if (needed > width) found.Enqueue($"{name}: {needed} px");
                return;
            }
            foreach (var violation in (await page.RunAxe(OnlyViolations)).Violations)
                found.Enqueue($"{name}: {violation.Id}, {violation.Help}: {string.Join(" · ", violation.Nodes.Select(node => node.Html))}");
        });
        Assert.Empty(found);
    }

    [Fact]
    public async Task A_person_is_referred_with_the_keyboard_alone()
    {
        var person = new Beneficiary();
        var claire = new Keyboard(await VisitAsync());
        await claire.Page.GotoAsync("/connexion?retour=/annuaire");
        await claire.TypeAsync("Identifiant", "claire.accueil");
        await claire.TypeAsync("Mot de passe", "reseau-demo");
        await claire.PressAsync("Enter");
        await claire.Page.WaitForURLAsync("**/annuaire");

        await claire.TypeAsync("Le besoin", "CAF");
        await claire.PressAsync("Enter");
        await claire.Page.WaitForURLAsync("**/annuaire?*");
        await claire.FollowAsync("Orienter une personne");
        await claire.Page.WaitForURLAsync("**/orienter?*");

        await claire.ReachAsync("Thème");
        await claire.PressAsync("ArrowDown");
        await claire.TypeAsync("Pourquoi la personne est orientée", person.Need);
        await claire.TypeAsync("Prénom", person.GivenName);
        await claire.TypeAsync("Nom", person.FamilyName);
        await claire.TypeAsync("Téléphone", person.Phone);
        await claire.ReachAsync("La personne accepte");
        await claire.PressAsync("Space");
        await claire.PressAsync("Tab");
        await claire.PressAsync("Space");
        await claire.ReachAsync("Envoyer l’orientation");
        await claire.PressAsync("Enter");

        await claire.Page.SeesAsync("L’orientation est envoyée");
        await claire.Page.SeesAsync(person.Name);
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_leads_to_the_content()
    {
        var visitor = new Keyboard(await VisitAsync());
        await visitor.Page.GotoAsync("/annuaire");

        await visitor.FollowAsync("Aller au contenu");

        Assert.Equal("contenu", await visitor.Page.EvaluateAsync<string>("document.activeElement.id"));
    }
}
