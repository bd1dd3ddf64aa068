using System.Net;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Portal;

public sealed class LookingAfterTheNetwork(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Duplicates = "/reseau/doublons";
    private const string UnmetNeeds = "/reseau/besoins-sans-reponse";
    private const string Pair = "name=\"autre\"";

    private DirectoryStandIn Directory => host.Partners.Service;

    [Fact]
    public async Task A_pair_is_shown_side_by_side_with_its_evidence_and_its_differences()
    {
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync(Duplicates);

        Assert.Contains("<li class=\"state\">Presque le même nom, à la même adresse</li>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<li class=\"state\">Même téléphone, dans la même commune</li>", page.Text, StringComparison.Ordinal);
        Assert.Contains("vraisemblance 93 %", page.Text, StringComparison.Ordinal);
        Assert.Matches("<tr class=\"differs\">\\s*<th scope=\"row\">Nom<span class=\"difference\"> différent</span></th>\\s*<td>Accueil du CCAS</td>\\s*<td>CCAS \\(accueil\\)</td>", page.Text);
        Assert.Matches("<tr>\\s*<th scope=\"row\">Adresse</th>", page.Text);
        Assert.Contains("/annuaire/lieux/carto--ccas%252F2", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_places_are_merged_either_way_and_a_merge_is_undone_at_once()
    {
        using var browser = await host.SignedInAsync("sofia.mission");
        var page = await browser.OpenAsync(Duplicates);

        var merged = await browser.SendAsync(page, Pair, ("action", "garder-premier"));
        Assert.Contains("Les deux lieux sont fusionnés.", merged.Text, StringComparison.Ordinal);
        Assert.Contains("structures/carto--ccas%2F2 > structures/demo--ccas", Directory.Merges);

        var undone = await browser.SendAsync(merged, "value=\"separer\"", ("action", "separer"));
        Assert.Contains("La fusion est annulée", undone.Text, StringComparison.Ordinal);
        Assert.Contains("structures/carto--ccas%2F2 <", Directory.Merges);

        await browser.SendAsync(page, Pair, ("action", "garder-second"));
        Assert.Contains("structures/demo--ccas > structures/carto--ccas%2F2", Directory.Merges);

        await browser.SendAsync(page, Pair, ("action", "distincts"));
        Assert.Contains("structures/demo--ccas ≠ structures/carto--ccas%2F2", Directory.Merges);
    }

    [Fact]
    public async Task A_refused_merge_is_explained()
    {
        using var browser = await host.SignedInAsync("admin.reseau");
        var page = await browser.OpenAsync(Duplicates);

        var refused = await browser.SendAsync(page, Pair, ("lieu", "structures/gone"), ("action", "garder-premier"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Ce lieu a déjà été réuni à un autre.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unmet_needs_are_asked_for_by_period_and_departement_and_small_numbers_are_not_told()
    {
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync(UnmetNeeds + "?du=2026-01-01&au=2026-03-31&departement=2a");

        var asked = Directory.LastUnmetNeeds;
        Assert.Equal((1, 31, "2A"), (asked.StartDate.Month, asked.EndDate.Day, asked.Departement));
        Assert.Contains("Rennes (35238)", page.Text, StringComparison.Ordinal);
        Assert.Matches("<td class=\"number\">1.234</td>", page.Text);
        Assert.Contains("moins de 5", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sans thème", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_and_an_unknown_departement_are_said_at_their_fields()
    {
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync(UnmetNeeds + "?du=hier&departement=99");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<a href=\"#du\">Du : Cette date n’est pas comprise.", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#departement\">Département : Ce département n’existe pas.</a>", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claire.accueil", Duplicates)]
    [InlineData("yann.responsable", Duplicates)]
    [InlineData("yann.responsable", UnmetNeeds)]
    [InlineData("claire.accueil", "/reseau/import")]
    [InlineData("sofia.mission", "/mes-services")]
    public async Task Pages_of_other_roles_are_refused(string user, string address)
    {
        using var browser = await host.SignedInAsync(user);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(address)).Status);
    }

    [Theory]
    [InlineData("claire.accueil", "/orientations/recues /orientations/envoyees /conventions /formations /mes-services /mes-notifications")]
    [InlineData("yann.responsable", "/conventions /formations /mes-services /mes-notifications/envois")]
    [InlineData("sofia.mission", "/conventions /formations /reseau/institutions /reseau/doublons /reseau/besoins-sans-reponse /reseau/chiffres /reseau/import")]
    [InlineData("admin.reseau", "/conventions /formations /mes-services /mes-notifications/envois /reseau/institutions /reseau/doublons /reseau/besoins-sans-reponse /reseau/chiffres /reseau/import")]
    public async Task The_menu_offers_what_the_role_opens_and_every_entry_opens(string user, string entries)
    {
        using var browser = await host.SignedInAsync(user);

        var page = await browser.OpenAsync("/accessibilite");

        var menu = page.Html[page.Html.IndexOf("<nav", StringComparison.Ordinal)..page.Html.IndexOf("</nav>", StringComparison.Ordinal)];
        var links = menu.Split("href=\"").Skip(1).Select(link => link[..link.IndexOf('"', StringComparison.Ordinal)]).ToList();
        Assert.Equal("/annuaire " + entries, string.Join(' ', links));
        foreach (var link in links) Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(link)).Status);
    }
}
