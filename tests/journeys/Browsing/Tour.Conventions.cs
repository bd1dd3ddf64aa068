using Microsoft.Playwright;

namespace Reseau.Journeys.Browsing;

// Conventions: as two institutions negotiate and sign one, as the network looks after the models, the links and the committees.
public sealed partial class Tour
{
    private async Task ConventionsAsync(IPage yann)
    {
        await OpenAsync(yann, "/conventions", "conventions");
        await OpenAsync(yann, "/conventions?vue=echeances", "ce qui se termine");
        await OpenAsync(yann, "/conventions?avant=bientôt&etat=Active", "conventions, avec des erreurs", status: 422);
        await OpenAsync(yann, "/conventions/nouvelle", "choisir un modèle");
        await OpenAsync(yann, "/conventions/nouvelle?modele=accueil-par-une-commune", "remplir un modèle");
        await yann.Locator("#valeur-montant").FillAsync("beaucoup");
        await yann.GetByRole(AriaRole.Button, new() { Name = "Commencer le brouillon" }).ClickAsync();
        await yann.SeesAsync("À corriger avant de commencer");
        await LookAsync(yann, "remplir un modèle, avec des erreurs");

        await yann.BeginConventionAsync($"Tour {Guid.NewGuid():N}", "la mairie");
        await LookAsync(yann, "brouillon d'une convention");
        await yann.WriteRuleAsync();
        var convention = new Uri(yann.Url).AbsolutePath;
        foreach (var part in (string[])["essentiel", "parties", "clauses", "engagements", "financement", "orientations"])
        {
            await yann.GotoAsync($"{convention}/modifier/{part}");
            await yann.UnfoldAllAsync();
            await LookAsync(yann, $"écrire une convention, {part}");
        }

        await MoneyAsync(yann, convention);
        await yann.GotoAsync(convention);
        await yann.ActAsync("proposer", "La convention est envoyée aux parties");
        await yann.WriteAsync("Clauses");
        await yann.Locator("#clause-0-texte").FillAsync("Une permanence chaque mardi.\n\n| Jour | Heure |\n|---|---|\n| mardi | 9 h |");
        await yann.GetByRole(AriaRole.Button, new() { Name = "Voir l’aperçu" }).ClickAsync();
        await yann.SeesAsync("rien n’est encore enregistré");
        await LookAsync(yann, "aperçu d'un changement");
        await yann.GetByRole(AriaRole.Button, new() { Name = "Proposer cette version" }).ClickAsync();
        await yann.SeesAsync("Vos changements sont enregistrés.");
        await OpenAsync(yann, $"{convention}/versions?de=1&a=2", "comparer deux versions");
        await yann.ConfirmAsync(convention);
        await LookAsync(yann, "signer");
        await yann.GetByRole(AriaRole.Button, new() { Name = "Signer", Exact = true }).ClickAsync();
        await yann.SeesAsync("Rien n’a été signé");
        await LookAsync(yann, "signer, avec des erreurs");
        await yann.SignAsync(convention);
        await yann.UnfoldAllAsync();
        await LookAsync(yann, "convention signée en partie");
    }

    private async Task MoneyAsync(IPage yann, string convention)
    {
        await yann.GotoAsync($"{convention}/modifier/financement");
        await yann.Locator("#depense-0-texte").FillAsync("Conseiller numérique");
        await yann.Locator("#depense-0-annee").FillAsync("2026");
        await yann.Locator("#depense-0-prix").FillAsync("25 000");
        await yann.Locator("#financement-0-texte").FillAsync("État");
        await yann.Locator("#financement-0-annee").FillAsync("2026");
        await yann.Locator("#financement-0-somme").FillAsync("25 000");
        await yann.SaveAsync();
        await yann.GotoAsync($"{convention}/modifier/engagements");
        await yann.Locator("#engagement-0-texte").FillAsync("Prêter un local");
        await yann.Locator("#engagement-0-partie").SelectOptionAsync("institutions/ccas-rennes");
        await yann.Locator("#engagement-0-condition").CheckAsync();
        await yann.Locator("#etape-0-texte").FillAsync("Réunion de lancement");
        await yann.SaveAsync();
    }

    private async Task GovernanceAsync(IPage sofia)
    {
        await OpenAsync(sofia, "/reseau/carte-des-liens", "qui est lié à qui");
        await OpenAsync(sofia, "/verification", "vérifier une convention");
        await OpenAsync(sofia, "/verification?empreinte=abc", "vérifier une convention, avec des erreurs", status: 422);
        await OpenAsync(sofia, "/conventions/modeles", "modèles");
        await sofia.GotoAsync("/conventions/modeles/nouveau");
        await sofia.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le brouillon" }).ClickAsync();
        await sofia.SeesAsync("À corriger");
        await LookAsync(sofia, "écrire un modèle, avec des erreurs");
        await OpenAsync(sofia, "/conventions/modeles/accueil-par-une-commune", "un modèle");

        await OpenAsync(sofia, "/instances", "instances");
        await OpenAsync(sofia, "/instances/nouvelle", "ajouter une instance");
        await sofia.Locator("#titre").FillAsync($"COPIL {Guid.NewGuid():N}");
        await sofia.Locator("#nature").SelectOptionAsync("Steering");
        await sofia.Locator("#membre-0-institution").FillAsync("ccas-rennes");
        await sofia.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).Last.ClickAsync();
        await sofia.SeesAsync("L’instance est enregistrée.");
        await sofia.UnfoldAllAsync();
        await sofia.GetByRole(AriaRole.Button, new() { Name = "Enregistrer la réunion" }).ClickAsync();
        await sofia.SeesAsync("À corriger avant d’enregistrer");
        await LookAsync(sofia, "une instance, avec des erreurs");
        await sofia.GetByRole(AriaRole.Link, new() { Name = "Modifier l’instance et ses membres" }).ClickAsync();
        await LookAsync(sofia, "modifier une instance");
    }
}
