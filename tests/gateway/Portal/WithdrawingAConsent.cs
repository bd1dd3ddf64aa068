using System.Net;
using Reseau.Gateway.Tests.Hosts;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;

namespace Reseau.Gateway.Tests.Portal;

public sealed class WithdrawingAConsent(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task It_is_confirmed_first_and_nothing_happens_without_that()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var name = host.Referrals.Service.Given(State.Accepted, Action.WithdrawConsent);
        var page = await browser.OpenAsync(Address(name));
        Assert.Contains("La personne retire son accord", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<details class=\"action\" open", page.Html, StringComparison.Ordinal);

        var asked = await browser.SendAsync(page, "value=\"retirer-accord\"");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("<a href=\"#confirmation-retirer-accord\">Confirmation : Cochez la case pour confirmer", asked.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"confirmation-retirer-accord\"", asked.Html, StringComparison.Ordinal);
        Assert.Equal(State.Accepted, host.Referrals.Service.Find(name).State);
    }

    [Fact]
    public async Task Afterwards_nobody_is_named_and_lists_say_why()
    {
        using var browser = await host.SignedInAsync("karim.caf");
        var name = host.Referrals.Service.Given(State.Accepted, Action.WithdrawConsent);
        var page = await browser.OpenAsync(Address(name));

        var after = await browser.SendAsync(page, "value=\"retirer-accord\"", ("confirmation", "oui"));

        Assert.Contains("L’accord est retiré et les données de la personne sont effacées.", after.Text, StringComparison.Ordinal);
        Assert.Contains("<h1>Accord retiré</h1>", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lucie", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"retirer-accord\"", after.Html, StringComparison.Ordinal);
        var list = await browser.OpenAsync("/orientations/recues?liste=closes");
        Assert.Contains(">Accord retiré</a>", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sender_reads_how_the_consent_can_be_proved()
    {
        using var browser = await host.SignedInAsync("claire.accueil");
        var name = host.Referrals.Service.Given();
        host.Referrals.Service.Find(name).Consent.Witness = "Claire Martin";

        var page = await browser.OpenAsync(Address(name));

        Assert.Contains("Claire Martin", page.Text, StringComparison.Ordinal);
        Assert.Contains("ou un autre qui répond au même besoin", page.Text, StringComparison.Ordinal);
    }

    private static string Address(string name) => "/orientations/" + name["referrals/".Length..];
}
