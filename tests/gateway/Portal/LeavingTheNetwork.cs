using System.Net;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Portal;

public sealed class LeavingTheNetwork(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string List = "/reseau/institutions";
    private const string Button = "value=\"archiver\"";

    private DirectoryStandIn Directory => host.Partners.Service;

    [Fact]
    public async Task The_list_shows_who_is_part_of_the_network_and_who_has_left()
    {
        using var browser = await host.SignedInAsync("sofia.mission");

        var page = await browser.OpenAsync(List);

        Assert.Contains("3 institutions", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/reseau/institutions/caf-35\"", page.Html, StringComparison.Ordinal);
        Assert.Single(page.Text.Split("A quitté le réseau le").Skip(1));
    }

    [Fact]
    public async Task An_institution_is_archived_once_its_consequences_were_confirmed()
    {
        using var browser = await host.SignedInAsync("sofia.mission");
        var page = await browser.OpenAsync($"{List}/caf-35");
        Assert.Contains("Ses conventions s’arrêtent aussitôt", page.Text, StringComparison.Ordinal);

        var asked = await browser.SendAsync(page, Button, ("action", "archiver"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("href=\"#confirmation\"", asked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("institutions/caf-35 leaves", Directory.Departures);

        var done = await browser.SendAsync(asked, Button, ("confirmation", "oui"), ("action", "archiver"));
        Assert.Contains("L’institution est archivée", done.Text, StringComparison.Ordinal);
        Assert.Contains("institutions/caf-35 leaves", Directory.Departures);
    }

    [Fact]
    public async Task One_that_left_is_brought_back()
    {
        using var browser = await host.SignedInAsync("admin.reseau");
        var page = await browser.OpenAsync($"{List}/relais-ancien");
        Assert.Contains("Les conventions que son départ a arrêtées ne reviennent pas", page.Text, StringComparison.Ordinal);

        var done = await browser.SendAsync(page, "value=\"restaurer\"", ("confirmation", "oui"), ("action", "restaurer"));

        Assert.Contains("fait de nouveau partie du réseau", done.Text, StringComparison.Ordinal);
        Assert.Contains($"{DirectoryStandIn.Left} returns", Directory.Departures);
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_is_read_again_before_anything_is_done()
    {
        using var browser = await host.SignedInAsync("sofia.mission");
        var page = await browser.OpenAsync($"{List}/ccas-rennes");

        var refused = await browser.SendAsync(page, Button, ("version", "old"), ("confirmation", "oui"), ("action", "archiver"));

        Assert.Contains("Quelqu’un a changé cette fiche.", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("institutions/ccas-rennes leaves", Directory.Departures);
    }

    [Theory]
    [InlineData("claire.accueil")]
    [InlineData("yann.responsable")]
    public async Task Nobody_else_sees_these_pages(string user)
    {
        using var browser = await host.SignedInAsync(user);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(List)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync($"{List}/caf-35")).Status);
    }
}
