using System.Net;
using Reseau.Gateway.Tests.Hosts;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;

namespace Reseau.Gateway.Tests.Portal;

public sealed class WorkingThroughAList(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task The_filters_are_in_the_address_and_stay_in_the_form()
    {
        host.Referrals.Service.Given(State.Submitted, Action.Accept);
        using var browser = await host.SignedInAsync("karim.caf");

        var page = await browser.OpenAsync("/orientations/recues?liste=a-repondre&theme=numerique--acceder-a-des-services-en-ligne&etat=Submitted&du=2026-03-01&au=2026-03-31&partenaire=ccas-rennes&service=s-1");

        var asked = host.Referrals.Service.LastList;
        Assert.Equal(("numerique--acceder-a-des-services-en-ligne", "services/s-1", "institutions/ccas-rennes"), (asked.Theme, asked.Service, asked.Partner));
        Assert.Equal([State.Submitted], asked.States);
        Assert.Equal((3, 1, 31), (asked.SentFromDate.Month, asked.SentFromDate.Day, asked.SentUntilDate.Day));
        Assert.Contains("value=\"2026-03-31\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/orientations/recues?liste=a-repondre\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("lucie", page.Address.Query, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_is_said_and_shown_again()
    {
        using var browser = await host.SignedInAsync("karim.caf");

        var unreadable = await browser.OpenAsync("/orientations/recues?du=hier");
        var backwards = await browser.OpenAsync("/orientations/recues?du=2026-03-01&au=2025-03-01");

        Assert.Contains("id=\"du-erreur\"", unreadable.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"hier\"", unreadable.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, backwards.Status);
        Assert.Contains("La fin de la période est avant son début.", backwards.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticked_referrals_are_accepted_together_and_each_says_what_became_of_it()
    {
        var (one, other) = (host.Referrals.Service.Given(State.Submitted, Action.Accept), host.Referrals.Service.Given(State.Submitted, Action.Accept));
        using var browser = await host.SignedInAsync("karim.caf");
        var page = await browser.OpenAsync("/orientations/recues");
        host.Referrals.Service.ChangeMeanwhile(other, State.Scheduled);

        var after = await browser.SendAsync(page, "agir-ensemble|value=\"accepter\"", ("action", "accepter"), ("choix", $"{one} 1"), ("choix", $"{other} 1"));

        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Contains("1 orientation traitée, 1 n’a pas pu l’être.", after.Text, StringComparison.Ordinal);
        Assert.Contains("L’orientation a changé.", after.Text, StringComparison.Ordinal);
        Assert.Equal(State.Accepted, host.Referrals.Service.Find(one).State);
        Assert.True(Guid.TryParse(host.Referrals.Service.LastMove.RequestId, out _));
        Assert.DoesNotContain("Lucie", after.Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_ticked_and_no_reason_are_said_at_once_and_what_was_ticked_stays()
    {
        var name = host.Referrals.Service.Given(State.Submitted, Action.Decline);
        using var browser = await host.SignedInAsync("karim.caf");
        var page = await browser.OpenAsync("/orientations/recues");

        var nothing = await browser.SendAsync(page, "agir-ensemble|value=\"refuser\"", ("action", "refuser"));
        var unsaid = await browser.SendAsync(page, "agir-ensemble|value=\"refuser\"", ("action", "refuser"), ("choix", $"{name} 1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("Cochez au moins une orientation.", nothing.Text, StringComparison.Ordinal);
        Assert.Contains("Choisissez au moins un motif.", nothing.Text, StringComparison.Ordinal);
        Assert.Matches($"value=\"{name} 1\"[^>]*checked", unsaid.Text);
    }

    [Fact]
    public async Task What_needs_something_written_is_not_offered_for_many()
    {
        host.Referrals.Service.Given(State.InProgress, Action.Hold, Action.RequestInformation, Action.Schedule);
        using var browser = await host.SignedInAsync("karim.caf");

        var page = await browser.OpenAsync("/orientations/recues");

        Assert.DoesNotContain("value=\"suspendre\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"planifier\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"demander-precision\"", page.Html, StringComparison.Ordinal);
    }
}
