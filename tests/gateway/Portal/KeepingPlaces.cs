using System.Net;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Portal;

public sealed class KeepingPlaces(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Address = "/mes-services/lieux";

    private DirectoryStandIn Directory => host.Partners.Service;

    [Fact]
    public async Task A_manager_finds_the_own_places_beside_the_own_services()
    {
        var id = Directory.GivenPlace()["structures/".Length..];
        using var browser = await host.SignedInAsync("yann.responsable");
        Assert.Contains($"href=\"{Address}\"", (await browser.OpenAsync("/mes-services")).Html, StringComparison.Ordinal);

        var page = await browser.OpenAsync(Address);

        Assert.Contains("<h1>Mes lieux</h1>", page.Text, StringComparison.Ordinal);
        Assert.Contains("Accueil du CCAS", page.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Address}/nouveau\"", page.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Address}/modifier?lieu={id}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/mes-services/nouveau?lieu={id}\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"institution\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_service_is_added_to_a_place_even_while_lists_do_not_show_it_yet(bool isListed)
    {
        var name = Directory.GivenPlace(isListed: isListed);
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync("/mes-services/nouveau?lieu=" + name["structures/".Length..]);

        Assert.Contains($"<option value=\"{name}\" selected", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_is_not_added_to_the_place_of_another_institution()
    {
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync("/mes-services/nouveau?lieu=demo--caf");

        Assert.DoesNotContain(DirectoryStandIn.OtherPlace, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_place_says_what_becomes_of_a_change()
    {
        var name = Directory.GivenPlace(but: place => place.MergedInto = DirectoryStandIn.OwnPlace);
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync($"{Address}/modifier?lieu={name["structures/".Length..]}");

        Assert.Contains("Ce lieu a été réuni à un autre.", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{Address}/modifier?lieu=demo--ccas", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_writes_places_of_any_institution_and_says_of_which()
    {
        using var browser = await host.SignedInAsync("admin.reseau");
        var list = await browser.OpenAsync(Address + "?institution=caf-35");
        Assert.Contains("<p class=\"lead\">CAF d’Ille-et-Vilaine</p>", list.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Address}/nouveau?institution=caf-35\"", list.Html, StringComparison.Ordinal);

        var form = await browser.OpenAsync(Address + "/nouveau?institution=caf-35");
        Assert.Contains("value=\"caf-35\"", form.Html, StringComparison.Ordinal);
        var refused = await browser.SendAsync(form, "name=\"voie\"", ("nom", "Relais de la CAF"), ("institution", "inconnue"), ("etape", "publier"));
        Assert.Contains("<a href=\"#institution\">Institution : Cette institution n’existe pas.</a>", refused.Text, StringComparison.Ordinal);
        await browser.SendAsync(refused, "name=\"voie\"", ("nom", "Relais de la CAF"), ("institution", "caf-35"), ("etape", "publier"));

        var written = Assert.Single(Directory.PlacesNamed("Relais de la CAF"));
        Assert.Equal("institutions/caf-35", written.Institution);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync($"{Address}/modifier?lieu={written.Name["structures/".Length..]}")).Status);
        Assert.Contains("Modifier ce lieu", (await browser.OpenAsync("/annuaire/lieux/demo--caf")).Text, StringComparison.Ordinal);
    }
}
