using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Partners.V1;
using static Reseau.Partners.V1.Capacity.Types;

namespace Reseau.Gateway.Tests.Portal;

public sealed class KeepingServicesTrue(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Address = "/mes-services";

    private DirectoryStandIn Directory => host.Partners.Service;

    [Fact]
    public async Task One_click_says_that_it_is_still_true()
    {
        var name = Directory.GivenOwn();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(Address);
        Assert.Contains("Accueil du CCAS · vérifié le 31 janvier 2025 · qualité 50 %", page.Text, StringComparison.Ordinal);

        var after = await browser.SendAsync(page, Form(name, "confirmer"));

        Assert.Equal("/mes-services?fait=confirmer", after.Address.PathAndQuery);
        Assert.Contains("La fiche est confirmée", after.Text, StringComparison.Ordinal);
        Assert.Equal(2026, Directory.Find(name).FreshDate.Year);
    }

    [Fact]
    public async Task One_click_says_that_there_is_a_waiting_list()
    {
        var name = Directory.GivenOwn();
        using var browser = await host.SignedInAsync("claire.accueil");
        var page = await browser.OpenAsync(Address);

        var after = await browser.SendAsync(page, Form(name, "places"), ("etat", "WaitingList"));

        Assert.Contains("Les places sont à jour.", after.Text, StringComparison.Ordinal);
        Assert.Contains("<span class=\"state warning\">Liste d’attente</span>", after.Text, StringComparison.Ordinal);
        Assert.Equal(State.WaitingList, Directory.Find(name).Capacity.State);
    }

    [Fact]
    public async Task The_small_form_says_until_when_how_many_and_when_again()
    {
        var name = Directory.GivenOwn();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(Address);

        await browser.SendAsync(page, Form(name, "places"), ("etat", "Closed"), ("nombre", "0"), ("jusquau", "2030-01-31"), ("prochaine", "1/2/2030"));

        var said = Directory.Find(name).Capacity;
        Assert.Equal((State.Closed, 0, 31, 2), (said.State, said.Seats, said.UntilDate.Day, said.NextFreeDate.Month));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_changes()
    {
        var name = Directory.GivenOwn();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(Address);

        var after = await browser.SendAsync(page, Form(name, "places"), ("nombre", "beaucoup"), ("jusquau", "bientôt"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, after.Status);
        Assert.Matches("<a href=\"#nombre-\\d+\">Nombre de places : Ce nombre n’est pas compris", after.Text);
        Assert.Matches("<a href=\"#jusquau-\\d+\">Jusqu’au : Cette date n’est pas comprise", after.Text);
        Assert.Matches("<a href=\"#etat-\\d+\">Places : Dites si le service a de la place", after.Text);
        Assert.Contains("value=\"bientôt\"", after.Text, StringComparison.Ordinal);
        Assert.Null(Directory.Find(name).Capacity);
    }

    [Fact]
    public async Task A_record_that_changed_meanwhile_is_not_confirmed_unseen()
    {
        var name = Directory.GivenOwn();
        using var browser = await host.SignedInAsync("yann.responsable");
        var page = await browser.OpenAsync(Address);
        Directory.Find(name).Etag = "9";

        var after = await browser.SendAsync(page, Form(name, "confirmer"));

        Assert.Equal(HttpStatusCode.Conflict, after.Status);
        Assert.Contains("Cette fiche a changé pendant que vous la lisiez.", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reception_agent_says_room_but_does_not_edit()
    {
        var name = Directory.GivenOwn();
        using var browser = await host.SignedInAsync("claire.accueil");

        var page = await browser.OpenAsync(Address);

        Assert.DoesNotContain("Toujours vrai", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/mes-services/modifier", page.Html, StringComparison.Ordinal);
        Assert.Contains(name, page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync("/mes-services/nouveau")).Status);
    }

    [Fact]
    public async Task A_draft_can_be_neither_confirmed_nor_filled()
    {
        var name = Directory.GivenOwn(Service.Types.State.Draft, service => service.DisplayName = "Pas encore");
        using var browser = await host.SignedInAsync("yann.responsable");

        var page = await browser.OpenAsync(Address);

        Assert.Contains("Brouillon", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"service\" value=\"{name}\"", page.Html, StringComparison.Ordinal);
    }

    private static string Form(string name, string action) => $"value=\"{action}\"{Browser.Also}value=\"{name}\"";
}
