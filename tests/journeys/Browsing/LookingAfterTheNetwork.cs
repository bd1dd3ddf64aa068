using Microsoft.Playwright;
using Reseau.Journeys.Local;
using Reseau.Testing;

namespace Reseau.Journeys.Browsing;

/// <summary>What a chargé de mission does for the directory as a whole.</summary>
public sealed class LookingAfterTheNetwork(RunningEdition running, Chromium chromium) : BrowserJourney(running, chromium)
{
    private const string DuplicatesDone = "/reseau/doublons?fait=fusion";
    private const string NobodysTheme = "creer-une-entreprise--structurer-son-projet-de-creation-dentreprise";
    private const string NobodysThemeLabel = "Structurer son projet de création d’entreprise";

    [Fact]
    public async Task A_table_is_tried_corrected_and_imported_and_again_it_changes_nothing()
    {
        var table = new OfferTable();
        var sofia = await SignedInAsync("sofia.mission", scripts: false);

        await sofia.ImportAsync(table.File, dryRun: true);
        await sofia.SeesAsync("C’était un essai : rien n’a été gardé.");
        await sofia.SeesAsync("3 enregistrements lus");
        var mistyped = Remark(sofia, line: 3);
        await Assertions.Expect(mistyped).ToContainTextAsync("Frais");
        await Assertions.Expect(mistyped).ToContainTextAsync($"Vouliez-vous écrire {OfferTable.Fee} ?");
        await Assertions.Expect(mistyped).ToContainTextAsync("Champ laissé de côté");
        var broken = Remark(sofia, line: 4);
        await Assertions.Expect(broken).ToContainTextAsync("Description");
        await Assertions.Expect(broken).ToContainTextAsync("Enregistrement refusé");
        await sofia.GotoAsync($"/annuaire?besoin={table.Workshop}");
        await Assertions.Expect(sofia.Hit(table.Workshop)).ToHaveCountAsync(0);

        await sofia.ImportAsync(table.Corrected);
        await Assertions.Expect(Remark(sofia, line: 3)).ToHaveCountAsync(0);
        Assert.Equal(("4", "0", "0", "1"), await CountsAsync(sofia));
        await sofia.FindsAsync(table.Workshop);
        await sofia.OpenServiceAsync(table.Desk);
        await sofia.SeesAsync("Gratuit");

        await sofia.ImportAsync(table.Corrected);
        Assert.Equal(("0", "0", "4", "1"), await CountsAsync(sofia));
    }

    [Fact]
    public async Task A_place_in_the_directory_twice_is_merged_separated_and_said_to_be_two()
    {
        var table = new OfferTable();
        var sofia = await SignedInAsync("sofia.mission", scripts: false);
        await sofia.ImportAsync(table.Corrected);

        var pair = await sofia.OpenPairAsync(table);
        await Assertions.Expect(pair).ToContainTextAsync("Presque le même nom, à la même adresse");
        var kept = await PlaceAsync(pair, "Premier lieu");
        var hidden = await PlaceAsync(pair, "Second lieu");
        await pair.GetByRole(AriaRole.Button, new() { Name = "garder le premier" }).ClickAsync();
        await sofia.SeesAsync("Les deux lieux sont fusionnés.");
        await Assertions.Expect(pair).ToHaveCountAsync(0);
        var done = sofia.Url;

        await sofia.GotoAsync(hidden);
        await sofia.SeesAsync("Ce lieu a été réuni à un autre.");
        await Assertions.Expect(sofia.GetByRole(AriaRole.Button, new() { Name = "Annuler la fusion" })).ToBeVisibleAsync();
        await sofia.GetByRole(AriaRole.Link, new() { Name = "Voir le lieu qui le remplace" }).ClickAsync();
        Assert.EndsWith(kept, sofia.Url, StringComparison.Ordinal);
        await sofia.SeesAsync("2 services proposés");
        await sofia.SeesAsync(table.Workshop);
        await sofia.SeesAsync(table.Desk);

        // From the page of the merged place, however long ago that was.
        Assert.Contains(DuplicatesDone, done, StringComparison.Ordinal);
        await sofia.GotoAsync(hidden);
        await sofia.GetByRole(AriaRole.Button, new() { Name = "Annuler la fusion" }).ClickAsync();
        await sofia.SeesAsync("La fusion est annulée");
        await sofia.GotoAsync(hidden);
        await sofia.SeesAsync("1 service proposé");

        await (await sofia.OpenPairAsync(table)).GetByRole(AriaRole.Button, new() { Name = "Ce sont deux lieux distincts" }).ClickAsync();
        await sofia.SeesAsync("ils ne seront plus proposés");
        await Assertions.Expect(pair).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_is_counted_by_theme_and_commune_and_tells_nothing_of_a_person()
    {
        var person = new Beneficiary();
        var claire = await SignedInAsync("claire.accueil", scripts: false);
        await claire.GotoAsync("/annuaire");
        // What the hint under the field asks not to do.
        await claire.GetByLabel("Le besoin").FillAsync($"{person.Name} {person.Email} {person.Need}");
        await claire.GetByLabel("Commune où habite la personne").FillAsync("Dirinon");
        await claire.Locator("#theme").SelectOptionAsync(NobodysTheme);
        await claire.GetByRole(AriaRole.Button, new() { Name = "Rechercher" }).ClickAsync();
        await claire.SeesAsync("Aucun service ne correspond à tout ce qui est demandé.");

        var sofia = await SignedInAsync("sofia.mission", scripts: false);
        var need = sofia.GetByRole(AriaRole.Row).Filter(new() { HasText = NobodysThemeLabel }).Filter(new() { HasText = "Dirinon (29045)" });
        await Eventually.GetAsync(async () =>
        {
            await sofia.GotoAsync("/reseau/besoins-sans-reponse?departement=29");
            return await need.CountAsync();
        }, found => found == 1);

        await Assertions.Expect(need).ToContainTextAsync("moins de 5");
        var page = await sofia.ContentAsync();
        Assert.DoesNotContain(person.Canaries, canary => page.Contains(canary, StringComparison.Ordinal));
        await Traces.AssertNoneAsync(Running, person.Canaries);
        await sofia.GotoAsync("/reseau/besoins-sans-reponse?departement=35");
        await Assertions.Expect(need).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_file_longer_than_the_limit_is_refused_at_once_and_the_page_says_so()
    {
        using var folder = new DataFolder();
        var file = folder.File("annuaire.json");
        // Takes no room on the disk: it is all holes.
        await using (var holes = File.Create(file)) holes.SetLength(700L << 20);
        var sofia = await SignedInAsync("sofia.mission", scripts: false);
        await sofia.GotoAsync("/reseau/import");
        await sofia.Locator("#format").SelectOptionAsync("DataInclusionJson");
        await sofia.Locator("#institution").FillAsync(OfferTable.Institution);
        await sofia.Locator("#fichier").SetInputFilesAsync(file);

        await sofia.GetByRole(AriaRole.Button, new() { Name = "Importer" }).ClickAsync();

        await sofia.SeesAsync("Envoi trop volumineux");
        await sofia.SeesAsync("600 Mo");
    }

    private static ILocator Remark(IPage page, int line) => page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = $"{line}", Exact = true }) });

    private static async Task<(string Created, string Updated, string Unchanged, string Refused)> CountsAsync(IPage report)
    {
        var counts = await report.Locator("dl.counts dd").AllInnerTextsAsync();
        return (counts[0], counts[1], counts[2], counts[3]);
    }

    private static async Task<string> PlaceAsync(ILocator pair, string link) =>
        await pair.GetByRole(AriaRole.Link, new() { Name = link }).GetAttributeAsync("href") ?? "";
}
