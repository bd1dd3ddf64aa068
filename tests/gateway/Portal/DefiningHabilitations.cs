using System.Net;
using Reseau.Gateway.Tests.Hosts;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Portal;

/// <summary>Habilitations and skills: data that everybody reads and the chargé de mission defines.</summary>
public sealed class DefiningHabilitations(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Address = "/formations/habilitations";

    [Fact]
    public async Task Everybody_reads_what_gives_a_habilitation_and_how_long_it_lasts()
    {
        host.Habilitations.Given(new HabilitationRule
        {
            Name = "habilitationRules/pix-3", Title = "Pix, niveau 3", ByTraining = true, ByEvidence = true, DurationMonths = 36, RenewalWindowDays = 60, Source = "https://pix.fr/regles",
        });
        host.Habilitations.Given(new HabilitationRule { Name = "habilitationRules/vieille", Title = "Une vieille règle", ByEvidence = true, DurationMonths = 18, Source = "javascript:alert(1)", Retired = true });
        host.Professionals.Given(new Skill { Name = "skills/accueil", Label = "Accueillir", Family = "Accueil", Description = "Sans rendez-vous." });
        using var browser = await host.SignedInAsync("claire.accueil");

        var page = await browser.OpenAsync(Address);

        Assert.Contains("Code : pix-3", page.Text, StringComparison.Ordinal);
        Assert.Contains("Une formation suivie jusqu’au bout, ou une preuve apportée à son institution", page.Text, StringComparison.Ordinal);
        Assert.Contains("3 ans ; renouvelée dans les 60 derniers jours", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://pix.fr/regles\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("<strong>Accueillir</strong> : Sans rendez-vous.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Une vieille règle", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/modifier", page.Html, StringComparison.Ordinal);

        using var sofia = await host.SignedInAsync("sofia.mission");
        var all = await sofia.OpenAsync(Address);
        Assert.Contains("Une vieille règle (n’est plus donnée)", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", all.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_is_defined_once_what_is_missing_is_said_and_never_over_another_unseen()
    {
        using var browser = await host.SignedInAsync("sofia.mission");
        var page = await browser.OpenAsync(Address + "/nouvelle");

        var wrong = await browser.SendAsync(page, "name=\"titre\"", ("titre", "Aidant Connect"), ("mois", "trois ans"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("<a href=\"#par-formation\">Ce qui la donne : Dites ce qui la donne.</a>", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#mois\">Durée, en mois : Ce nombre n’est pas compris.", wrong.Text, StringComparison.Ordinal);

        var defined = await browser.SendAsync(wrong, "name=\"titre\"", ("titre", "Aidant Connect"), ("par-preuve", "oui"), ("mois", "60"), ("renouvellement", "90"));
        Assert.Contains("La règle est enregistrée.", defined.Text, StringComparison.Ordinal);
        var rule = host.Habilitations.Find("habilitationRules/aidant-connect");
        Assert.Equal((false, true, 60, 90), (rule!.ByTraining, rule.ByEvidence, rule.DurationMonths, rule.RenewalWindowDays));

        var again = await browser.SendAsync(await browser.OpenAsync(Address + "/nouvelle"), "name=\"titre\"", ("titre", "Autre chose"), ("code", "aidant-connect"), ("par-preuve", "oui"));
        Assert.Contains("<a href=\"#code\">Code : Ce code est déjà pris.", again.Text, StringComparison.Ordinal);
        Assert.Equal("Aidant Connect", host.Habilitations.Find("habilitationRules/aidant-connect")!.Title);

        var form = await browser.OpenAsync(Address + "/aidant-connect/modifier");
        Assert.Contains("value=\"60\"", form.Html, StringComparison.Ordinal);
        host.Habilitations.Find("habilitationRules/aidant-connect")!.Etag = "9";
        var stale = await browser.SendAsync(form, "name=\"titre\"", ("titre", "Aidants Connect"), ("par-preuve", "oui"), ("retiree", "oui"));
        Assert.Contains("La règle a changé pendant que vous l’écriviez.", stale.Text, StringComparison.Ordinal);
        Assert.Equal("Aidant Connect", host.Habilitations.Find("habilitationRules/aidant-connect")!.Title);
        await browser.SendAsync(stale, "name=\"titre\"", ("titre", "Aidants Connect"), ("par-preuve", "oui"), ("retiree", "oui"));
        Assert.Equal(("Aidants Connect", true), (host.Habilitations.Find("habilitationRules/aidant-connect")!.Title, host.Habilitations.Find("habilitationRules/aidant-connect")!.Retired));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(Address + "/inconnue/modifier")).Status);
    }

    [Fact]
    public async Task A_skill_is_defined_and_its_words_are_changed()
    {
        using var browser = await host.SignedInAsync("sofia.mission");

        var wrong = await browser.SendAsync(await browser.OpenAsync("/formations/competences/nouvelle"), "name=\"libelle\"", ("libelle", "Créer une adresse"));
        Assert.Contains("<a href=\"#famille\">Famille : Dites à quelle famille elle appartient.</a>", wrong.Text, StringComparison.Ordinal);
        var defined = await browser.SendAsync(wrong, "name=\"libelle\"", ("libelle", "Créer une adresse"), ("famille", "Numérique"));
        Assert.Contains("La compétence est enregistrée.", defined.Text, StringComparison.Ordinal);
        Assert.NotNull(host.Professionals.FindSkill("skills/creer-une-adresse"));

        var form = await browser.OpenAsync("/formations/competences/creer-une-adresse/modifier");
        Assert.Contains("Déjà employées : ", form.Text, StringComparison.Ordinal);
        host.Professionals.FindSkill("skills/creer-une-adresse")!.Etag = "9";
        var stale = await browser.SendAsync(form, "name=\"libelle\"", ("libelle", "Créer une adresse électronique"), ("famille", "Numérique"));
        Assert.Contains("La compétence a changé pendant que vous l’écriviez.", stale.Text, StringComparison.Ordinal);
        await browser.SendAsync(stale, "name=\"libelle\"", ("libelle", "Créer une adresse électronique"), ("famille", "Numérique"));
        Assert.Equal("Créer une adresse électronique", host.Professionals.FindSkill("skills/creer-une-adresse")!.Label);
    }

    [Fact]
    public async Task An_agent_defines_nothing()
    {
        using var browser = await host.SignedInAsync("claire.accueil");

        Assert.NotEqual(HttpStatusCode.OK, (await browser.OpenAsync(Address + "/nouvelle")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.OpenAsync("/formations/competences/nouvelle")).Status);
    }
}
