using System.Diagnostics;
using Microsoft.Playwright;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Browsing;

/// <summary>The way to a referral: fast with the keyboard alone, and safe for whoever is interrupted.</summary>
public sealed class FinishingADraft(RunningEdition running, Chromium chromium) : BrowserJourney(running, chromium)
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task From_the_search_to_the_slip_by_keyboard_alone_takes_less_than_a_minute()
    {
        var person = new Beneficiary();
        var claire = new Keyboard(await SignedInAsync("claire.accueil", scripts: false));
        await claire.Page.GotoAsync("/annuaire");

        var watch = Stopwatch.StartNew();
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
        await claire.FollowAsync("Fiche à remettre à la personne");
        await claire.Page.SeesAsync("Qui vous reçoit ?");
        watch.Stop();

        Assert.True(watch.Elapsed < AMinute, $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task Claire_leaves_in_the_middle_comes_back_goes_back_and_sends_one_referral()
    {
        var person = new Beneficiary();
        var claire = await SignedInAsync("claire.accueil", scripts: false);
        await BeginAsync(claire);
        await DescribeAsync(claire, person);

        // Somebody comes in: she leaves, and finds it again in her list.
        await claire.GotoAsync("/annuaire");
        await claire.OpenDraftAsync(person);
        await claire.SeesAsync("4. Ce qui est partagé");

        // The browser's own way back: an earlier step shows what was saved.
        await claire.GetByRole(AriaRole.Link, new() { Name = "3. La personne" }).ClickAsync();
        await claire.GoBackAsync();
        await claire.GoForwardAsync();
        await Assertions.Expect(claire.Locator("#prenom")).ToHaveValueAsync(person.GivenName);
        await claire.ContinueAsync();
        await claire.GetByLabel("La personne accepte").CheckAsync();
        await claire.Locator("#canal").CheckAsync();
        await claire.ContinueAsync();
        await claire.SeesAsync(person.Need);

        var sending = await claire.RunAndWaitForRequestAsync(() => claire.SendButton().DblClickAsync(), request => request.Method == "POST");
        await claire.SeesAsync("L’orientation est envoyée");
        var again = await claire.APIRequest.PostAsync(sending.Url, new()
        {
            DataByte = sending.PostDataBuffer, Headers = new Dictionary<string, string> { ["Content-Type"] = sending.Headers["content-type"] },
        });
        Assert.True(again.Ok, $"{again.Status}");
        await claire.GotoAsync("/orientations/envoyees");
        Assert.Equal(1, await claire.GetByRole(AriaRole.Link, new() { Name = person.Name }).CountAsync());
        await claire.GotoAsync("/orientations/envoyees?liste=brouillons");
        Assert.Equal(0, await claire.GetByRole(AriaRole.Link, new() { Name = person.Name }).CountAsync());
    }

    [Fact]
    public async Task A_page_left_open_elsewhere_says_that_it_is_old_and_loses_nothing()
    {
        var person = new Beneficiary();
        var claire = await SignedInAsync("claire.accueil", scripts: false);
        await BeginAsync(claire);
        var other = await claire.Context.NewPageAsync();
        await other.GotoAsync(claire.Url);
        await DescribeAsync(claire, person);

        await DescribeAsync(other, person, expected: "Rien n’est perdu");
        await Assertions.Expect(other.Locator("#prenom")).ToHaveValueAsync(person.GivenName);
        await other.ContinueAsync();
        await other.SeesAsync("4. Ce qui est partagé");

        await claire.GotoAsync("/orientations/envoyees?liste=brouillons");
        var draft = claire.GetByRole(AriaRole.Article).Filter(new() { HasText = person.Name });
        await draft.GetByRole(AriaRole.Button, new() { Name = "Supprimer le brouillon" }).ClickAsync();
        await claire.SeesAsync("Le brouillon est supprimé");
        Assert.Equal(0, await claire.GetByRole(AriaRole.Link, new() { Name = person.Name }).CountAsync());
    }

    [Fact]
    public async Task Nothing_of_the_person_of_a_draft_is_in_an_address_in_what_is_logged_or_in_a_file()
    {
        var person = new Beneficiary();
        var claire = await SignedInAsync("claire.accueil", scripts: false);
        await BeginAsync(claire);
        await DescribeAsync(claire, person);

        Assert.DoesNotContain(Chromium.Addresses.Select(Uri.UnescapeDataString), address => person.Canaries.Append(person.Phone).Any(address.Contains));
        await Traces.AssertNoneAsync(Running, person.Canaries);
    }

    // From nothing to the step that asks who the person is.
    private static async Task BeginAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nouvelle orientation" }).ClickAsync();
        await page.GetByLabel("Thème").SelectOptionAsync(new SelectOptionValue { Value = "numerique--acceder-a-des-services-en-ligne" });
        await page.Locator("#commune").FillAsync("Rennes");
        await page.ContinueAsync();
        await page.SeesAsync("2. Le service");
        await page.Locator("#service").CheckAsync();
        await page.ContinueAsync();
        await page.SeesAsync("3. La personne");
    }

    private static async Task DescribeAsync(IPage page, Beneficiary person, string expected = "4. Ce qui est partagé")
    {
        await page.GetByLabel("Pourquoi la personne est orientée").FillAsync(person.Need);
        await page.Locator("#prenom").FillAsync(person.GivenName);
        await page.Locator("#nom").FillAsync(person.FamilyName);
        await page.Locator("#telephone").FillAsync(person.Phone);
        await page.ContinueAsync();
        await page.SeesAsync(expected);
    }
}
