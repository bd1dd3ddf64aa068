using System.Net;
using Reseau.Gateway.Tests.Hosts;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;

namespace Reseau.Gateway.Tests.Portal;

public sealed class KnowingOnesRights(KnowingOnesRights.TerritoryWithDurations host) : IClassFixture<KnowingOnesRights.TerritoryWithDurations>
{
    [Fact]
    public async Task The_notice_says_the_durations_that_are_configured()
    {
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync("/confidentialite");

        Assert.Contains("conservées 18 mois après le dernier contact", page.Text, StringComparison.Ordinal);
        Assert.Contains("<li>CCAS de Rennes : 6 mois</li>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("caf-35", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_a_person_is_one_link_away_and_named_after_nobody()
    {
        using var browser = await host.SignedInAsync("claire.accueil");
        var address = "/orientations/" + host.Referrals.Service.Given()["referrals/".Length..];
        var page = await browser.OpenAsync(address);
        Assert.Contains($"<a href=\"{address}/donnees\" download>Télécharger toutes les données de la personne, documents compris (ZIP)</a>", page.Text, StringComparison.Ordinal);

        var file = await browser.OpenAsync(address + "/donnees");

        Assert.Equal("{\"person\":\"Lucie\"}", file.Html);
        Assert.Equal("application/zip", Assert.Single(file.Headers["Content-Type"]));
        Assert.Contains("no-store", file.Headers["Cache-Control"]);
        Assert.Contains("donnees-de-la-personne.zip", Assert.Single(file.Headers["Content-Disposition"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_others_does_not_exist_and_strangers_sign_in_first()
    {
        using var browser = await host.SignedInAsync("claire.accueil");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/orientations/inconnue/donnees")).Status);

        using var nobody = host.NewBrowser();
        var page = await nobody.OpenAsync("/orientations/" + host.Referrals.Service.Given()["referrals/".Length..] + "/donnees");
        Assert.DoesNotContain("Lucie", page.Html, StringComparison.Ordinal);
        Assert.Contains("password", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_erased_is_not_offered()
    {
        using var browser = await host.SignedInAsync("claire.accueil");
        var name = host.Referrals.Service.Given(State.Accepted, Action.WithdrawConsent);
        host.Referrals.Service.Find(name).ErasedTime = new();

        var page = await browser.OpenAsync("/orientations/" + name["referrals/".Length..]);

        Assert.Contains("<h1>Données effacées</h1>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/donnees\"", page.Html, StringComparison.Ordinal);
    }

    public sealed class TerritoryWithDurations : GatewayHost
    {
        protected override IEnumerable<(string Key, string Value)> Settings =>
            [("Retention:Months", "18"), ("Retention:Institutions:ccas-rennes", "6"), ("Retention:Institutions:caf-35", "18")];
    }
}
