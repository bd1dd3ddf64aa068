using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Portal;

/// <summary>What a professional does with their own record.</summary>
public sealed class KeepingOnesOwnRecord(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Address = "/mon-profil-professionnel";

    private ProfessionalsStandIn Service => host.Professionals;

    [Fact]
    public async Task A_record_is_opened_told_what_one_can_do_corrected_and_erased()
    {
        Service.Given(new Skill { Name = "skills/courriel", Label = "Écrire un courriel", Family = "Numérique", Description = "Seul et sans aide." });
        Service.Given(new Skill { Name = "skills/ancienne", Label = "Une ancienne", Family = "Numérique", Retired = true });
        using var browser = await host.SignedInAsync("claire.accueil");
        var none = await browser.OpenAsync(Address);
        Assert.Equal(HttpStatusCode.OK, none.Status);
        Assert.Contains("Ouvrir ma fiche", none.Text, StringComparison.Ordinal);

        var opened = await browser.SendAsync(none, "value=\"ouvrir\"", ("fonction", "SocialWorker"));
        Assert.Contains("Votre fiche est ouverte.", opened.Text, StringComparison.Ordinal);
        Assert.Contains("Alice Martin, travailleur social", opened.Text, StringComparison.Ordinal);
        Assert.Contains("Une personne se connecte avec cette fiche", opened.Text, StringComparison.Ordinal);
        Assert.Contains("<legend>Numérique</legend>", opened.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Une ancienne", opened.Text, StringComparison.Ordinal);

        var said = await browser.SendAsync(opened, "value=\"competences\"", ("niveau-courriel", "Teaches"));
        Assert.Contains("Vos compétences sont enregistrées.", said.Text, StringComparison.Ordinal);
        Assert.Equal([("skills/courriel", SkillLevel.Teaches)], Service.LastDeclared.Skills.Select(each => (each.Skill, each.Level)));
        Assert.Contains("<option value=\"Teaches\" selected", said.Html, StringComparison.Ordinal);

        var own = Service.Find(ProfessionalsStandIn.Own);
        own.Etag = "9";
        var stale = await browser.SendAsync(said, "value=\"competences\"", ("niveau-courriel", "Aware"));
        Assert.Contains("Votre fiche a changé pendant que vous l’écriviez.", stale.Text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Aware\" selected", stale.Html, StringComparison.Ordinal);

        var form = await browser.OpenAsync(Address + "/modifier");
        Assert.DoesNotContain("name=\"depart\"", form.Html, StringComparison.Ordinal);
        var corrected = await browser.SendAsync(form, "name=\"nom\"", ("nom", "Martin-Duval"), ("prenom", "Alice"), ("fonction", "SocialWorker"), ("depart", "2026-01-01"));
        Assert.Contains("Alice Martin-Duval", corrected.Text, StringComparison.Ordinal);
        // When somebody leaves is the institution's to say.
        Assert.Equal(2099, Service.LastUpdate.Professional.DepartureDate.Year);

        var erased = await browser.SendAsync(await browser.OpenAsync(Address + "/effacer"), "name=\"confirmation\"", ("confirmation", "oui"));
        Assert.Contains("Les données personnelles de la fiche sont effacées.", erased.Text, StringComparison.Ordinal);
        Assert.True(own.Erased);
    }
}
