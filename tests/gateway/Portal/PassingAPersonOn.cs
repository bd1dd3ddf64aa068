using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;

namespace Reseau.Gateway.Tests.Portal;

public sealed class PassingAPersonOn(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Asked = "?agir=reorienter";

    private DirectoryStandIn Directory => host.Partners.Service;

    private ReferralsStandIn Referrals => host.Referrals.Service;

    [Fact]
    public async Task Next_services_are_looked_for_when_somebody_wants_to_and_those_who_were_asked_are_left_out()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        Given(("Épicerie du nord", "institutions/departement-35"), ("Déjà demandé", "institutions/ville-rennes"), ("Chez qui oriente", "institutions/ccas-rennes"));
        var name = Referrals.Given(State.Submitted, Action.Decline, Action.Redirect);
        Link(name, "institutions/ville-rennes");

        var file = await browser.OpenAsync(Address(name));
        Assert.DoesNotContain("Épicerie du nord", file.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Address(name)}?agir=reorienter#reorienter\">Réorienter plutôt</a>", file.Html, StringComparison.Ordinal);

        var page = await browser.OpenAsync(Address(name) + Asked);
        Assert.Contains("Épicerie du nord, institutions/departement-35", page.Text, StringComparison.Ordinal);
        Assert.Contains("À 1,2 km · Le besoin est exactement le leur", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Déjà demandé, institutions", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Chez qui oriente", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{DirectoryStandIn.Digital}\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_near_the_person_if_that_is_shared_and_near_the_service_otherwise()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        Given(("Épicerie du nord", "institutions/departement-35"));
        var name = Referrals.Given(State.Submitted, Action.Redirect);
        Referrals.Find(name).Beneficiary.Commune = "35047";

        var page = await browser.OpenAsync(Address(name));
        Assert.Equal(("35047", true), (Directory.LastSearch.Commune, Directory.LastSearch.AcceptsReferralsOnly));
        Assert.Equal(["numerique--acceder-a-des-services-en-ligne"], Directory.LastSearch.Themes);
        Assert.Contains("Les plus proches de la commune de la personne d’abord.", page.Text, StringComparison.Ordinal);

        Referrals.Find(name).Beneficiary.Commune = "";
        page = await browser.OpenAsync(Address(name));
        Assert.Equal("35238", Directory.LastSearch.Commune);
        Assert.Contains("Les plus proches de votre service d’abord", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_most_five_are_proposed_and_two_of_one_house()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        Given([.. Enumerable.Range(1, 4).Select(i => ($"Antenne {i}", "institutions/departement-35")), .. Enumerable.Range(1, 4).Select(i => ($"Maison {i}", $"institutions/maison-{i}"))]);

        var page = await browser.OpenAsync(Address(Referrals.Given(State.Submitted, Action.Redirect)));

        string[] proposed = ["Antenne 1", "Antenne 2", "Maison 1", "Maison 2", "Maison 3"];
        Assert.All(proposed, service => Assert.Contains($"{service}, institutions/", page.Text, StringComparison.Ordinal));
        Assert.All((string[])["Antenne 3", "Antenne 4", "Maison 4"], service => Assert.DoesNotContain($"{service}, institutions/", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Choosing_one_and_confirming_is_all_it_takes()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var next = Given(("Épicerie du nord", "institutions/departement-35"))[0];
        var name = Referrals.Given(State.Submitted, Action.Accept, Action.Redirect);

        var page = await browser.OpenAsync(Address(name) + Asked);
        var after = await browser.SendAsync(page, "value=\"reorienter\"", ("service", next), ("motifs", "plus-de-place"), ("message", "Ils sont à côté."));

        Assert.Contains("La demande est réorientée.", after.Text, StringComparison.Ordinal);
        Assert.EndsWith(Address(name) + "?fait=reorienter", after.Address.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal((next, "Ils sont à côté."), (Referrals.LastRedirection?.Service, Referrals.LastRedirection?.Message));
        Assert.Equal(["plus-de-place"], Referrals.LastRedirection?.Reasons);
    }

    [Fact]
    public async Task What_is_missing_or_refused_is_said_at_the_choice_and_what_was_typed_stays()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        Given(("Épicerie du nord", "institutions/departement-35"));
        var page = await browser.OpenAsync(Address(Referrals.Given(State.Submitted, Action.Accept, Action.Redirect)) + Asked);

        var missing = await browser.SendAsync(page, "value=\"reorienter\"", ("motifs", "hors-territoire"), ("message", "Déjà tapé."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.Status);
        Assert.Contains("<a href=\"#service-reorienter\">Qui prend le relais : Choisissez une réponse.</a>", missing.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"service-reorienter\"", missing.Html, StringComparison.Ordinal);
        Assert.Contains("Déjà tapé.", missing.Text, StringComparison.Ordinal);

        var refused = await browser.SendAsync(missing, "value=\"reorienter\"", ("service", DirectoryStandIn.Digital), ("motifs", "hors-territoire"));
        Assert.Contains("<a href=\"#service-reorienter\">Qui prend le relais : Ce service a déjà eu cette demande en main.</a>", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_refused_is_offered_the_next_services_at_once_needs_no_reason_and_follows_the_new_one()
    {
        using var browser = await host.SignedInAsync("claire.accueil");
        var next = Given(("Épicerie du nord", "institutions/departement-35"))[0];
        var name = Referrals.Given(State.Declined, Action.Redirect);

        var page = await browser.OpenAsync(Address(name));
        Assert.Contains("Épicerie du nord", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"motifs\"", page.Html, StringComparison.Ordinal);
        var after = await browser.SendAsync(page, "value=\"reorienter\"", ("service", next));

        Assert.Equal(State.Declined, Referrals.Find(name).State);
        Assert.StartsWith(Address(Referrals.Find(name).RedirectedTo), after.Address.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("La demande est réorientée.", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_to_ask_is_said_with_another_way_to_look()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        Given();

        var page = await browser.OpenAsync(Address(Referrals.Given(State.Submitted, Action.Redirect)));

        Assert.Contains("L’annuaire ne connaît pas d’autre service pour ce besoin.", page.Text, StringComparison.Ordinal);
        Assert.Contains("/annuaire?theme=numerique--acceder-a-des-services-en-ligne&orientables=1", page.Text, StringComparison.Ordinal);
        Assert.Equal(["numerique"], Directory.LastSearch.Themes);
    }

    [Fact]
    public async Task The_way_of_a_demand_leads_to_what_one_may_read_of_it()
    {
        using var browser = await host.SignedInAsync("claire.accueil");
        var (before, name, after) = (Referrals.Given(), Referrals.Given(State.Redirected), Referrals.Given());
        var file = Referrals.Find(name);
        (file.RedirectedFrom, file.RedirectedTo, file.ChainState) = (before, after, ChainState.Served);
        file.Chain.Add(new ChainLink { Referral = before, ServiceDisplayName = "Le premier", Recipient = "institutions/caf-35", State = State.Redirected });
        file.Chain.Add(new ChainLink { Referral = name, ServiceDisplayName = "Le deuxième", Recipient = "institutions/departement-35", State = State.Redirected });
        file.Chain.Add(new ChainLink { ServiceDisplayName = "Le dernier", Recipient = "institutions/ville-rennes" });
        file.Timeline.Add(new TimelineEntry { Version = 2, Type = "referral-redirected", State = State.Redirected, Institution = file.Recipient, OccurTime = file.CreateTime });

        var page = await browser.OpenAsync(Address(name));

        Assert.Contains("Le besoin est satisfait.", page.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Address(before)}\">Le premier</a>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<strong aria-current=\"true\">Le deuxième</strong>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Address(after), page.Html, StringComparison.Ordinal);
        Assert.Contains("Réorientée depuis « Le premier »", page.Text, StringComparison.Ordinal);
        Assert.Contains("Réorientée vers « Le dernier »", page.Text, StringComparison.Ordinal);

        var list = await browser.OpenAsync("/orientations/envoyees");
        Assert.Contains("Réorientée depuis « Le premier »", list.Text, StringComparison.Ordinal);
    }

    // What every search finds beside the services of the CAF, in this test.
    private List<string> Given(params (string Name, string Institution)[] others)
    {
        Directory.Others.Clear();
        return [.. others.Select(other => Directory.GivenOther(other.Name, other.Institution))];
    }

    private void Link(string name, string askedBefore)
    {
        var file = Referrals.Find(name);
        file.Chain.Add(new ChainLink { ServiceDisplayName = "Avant", Recipient = askedBefore });
        file.Chain.Add(new ChainLink { Referral = name, Service = file.Service, ServiceDisplayName = file.ServiceDisplayName, Recipient = file.Recipient, State = file.State });
    }

    private static string Address(string name) => "/orientations/" + name["referrals/".Length..];
}
