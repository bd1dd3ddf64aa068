using System.Text;
using Microsoft.Playwright;

namespace Reseau.Journeys.Browsing;

// Professionals, habilitations, plans and figures: as a head of team keeps records, as a person keeps their own, as the network defines and counts.
public sealed partial class Tour
{
    private async Task TeamAsync(IPage yann)
    {
        await OpenAsync(yann, "/formations/equipe?nom=personne-ne-s-appelle-ainsi&partis=1", "équipe, personne avec ces filtres");
        await OpenAsync(yann, "/formations/equipe/echeances", "habilitations à renouveler");
        await OpenAsync(yann, "/formations/equipe/echeances?jours=bientôt", "habilitations à renouveler, avec des erreurs", status: 422);
        await yann.GotoAsync("/formations/equipe/ajouter");
        await yann.SaveAsync("Enregistrer");
        await yann.SeesAsync("À corriger avant d’enregistrer");
        await LookAsync(yann, "ajouter un professionnel, avec des erreurs");
        var name = $"Visite{Guid.NewGuid():N}"[..20];
        await yann.Locator("#nom").FillAsync(name);
        await yann.Locator("#prenom").FillAsync("Alice");
        await yann.Locator("#fonction").SelectOptionAsync("ReceptionAgent");
        await yann.Locator("#arrivee").FillAsync("2026-01-05");
        await yann.SaveAsync("Enregistrer");
        await yann.SeesAsync("La fiche est enregistrée.");
        var record = new Uri(yann.Url).AbsolutePath;
        await yann.UnfoldAllAsync();
        await LookAsync(yann, "fiche d'un professionnel, dépliée");
        await yann.GetByRole(AriaRole.Button, new() { Name = "Attester la compétence" }).ClickAsync();
        await yann.SeesAsync("À corriger avant d’enregistrer");
        await LookAsync(yann, "fiche d'un professionnel, avec des erreurs");
        await OpenAsync(yann, $"/formations/equipe?nom={name}", "équipe");
        await OpenAsync(yann, record + "/modifier", "modifier une fiche");
        await ErasingAsync(yann, record);
        await ImportingAsync(yann);
        await OwnPlanAsync(yann);
        await OwnRecordAsync(yann);
        await OpenAsync(yann, "/formations/chiffres?par=fonction&dit=1", "chiffres de son institution");
    }

    private async Task ErasingAsync(IPage yann, string record)
    {
        await yann.GotoAsync(record + "/effacer");
        await yann.SaveAsync("Effacer");
        await yann.SeesAsync("Rien n’a été effacé");
        await LookAsync(yann, "effacer une fiche, avec des erreurs");
        await yann.GetByLabel("Je sais que l’effacement ne s’annule pas.").CheckAsync();
        await yann.SaveAsync("Effacer");
        await yann.SeesAsync("Les données personnelles de la fiche sont effacées.");
        await LookAsync(yann, "fiche effacée");
    }

    private async Task ImportingAsync(IPage yann)
    {
        await OpenAsync(yann, "/formations/equipe/importer", "importer des professionnels");
        var table = Encoding.UTF8.GetBytes("last_name;first_name;function\r\nMartin;Zoé;RECEPTION_AGENT\r\nPetit;Bruno;ASTRONAUTE\r\n");
        await yann.Locator("#fichier").SetInputFilesAsync(new FilePayload { Name = "equipe.csv", MimeType = "text/csv", Buffer = table });
        await yann.SaveAsync("Importer");
        await yann.SeesAsync("C’était un essai : rien n’a été gardé");
        await LookAsync(yann, "rapport d'un import de professionnels");
    }

    private async Task OwnPlanAsync(IPage yann)
    {
        await OpenAsync(yann, "/formations/plans", "plans de formation");
        await yann.GotoAsync("/formations/plans/nouveau");
        await yann.UnfoldAllAsync();
        await yann.SaveAsync("Enregistrer");
        await yann.SeesAsync("À corriger avant d’enregistrer");
        await LookAsync(yann, "écrire un plan, avec des erreurs");
        await yann.Locator("#titre").FillAsync($"Plan {Guid.NewGuid():N}");
        await yann.Locator("#du").FillAsync("2026-01-01");
        await yann.Locator("#au").FillAsync("2026-12-31");
        await yann.Locator("#depense-0-texte").FillAsync("Formateur");
        await yann.Locator("#depense-0-somme").FillAsync("1 500");
        await yann.Locator("#financeur-0-texte").FillAsync("État");
        await yann.Locator("#financeur-0-somme").FillAsync("1 500,00");
        await yann.SaveAsync("Enregistrer");
        await yann.SeesAsync("Le plan est commencé.");
        var plan = new Uri(yann.Url).AbsolutePath;
        await yann.UnfoldAllAsync();
        await LookAsync(yann, "un plan de formation");
        await yann.GetByRole(AriaRole.Button, new() { Name = "Publier le plan" }).ClickAsync();
        await yann.SeesAsync("Rien n’a été fait");
        await LookAsync(yann, "un plan de formation, avec des erreurs");
        await yann.GotoAsync(plan + "/modifier");
        await yann.UnfoldAllAsync();
        await LookAsync(yann, "modifier un plan, déplié");
    }

    private async Task OwnRecordAsync(IPage yann)
    {
        await OpenAsync(yann, "/mon-profil-professionnel", "mon profil professionnel, avant");
        var open = yann.GetByRole(AriaRole.Button, new() { Name = "Ouvrir ma fiche" });
        if (await open.CountAsync() > 0) await open.ClickAsync();
        await yann.SeesAsync("Dire ce que je sais faire");
        await LookAsync(yann, "mon profil professionnel");
        await OpenAsync(yann, "/mon-profil-professionnel/modifier", "corriger ma fiche");
        await OpenAsync(yann, "/mon-profil-professionnel/effacer", "effacer mes données");
    }

    private async Task DefiningAsync(IPage sofia)
    {
        var title = $"Visite {Guid.NewGuid():N}"[..20];
        await sofia.GotoAsync("/formations/habilitations/nouvelle");
        await sofia.SaveAsync("Enregistrer");
        await sofia.SeesAsync("À corriger avant d’enregistrer");
        await LookAsync(sofia, "définir une habilitation, avec des erreurs");
        await sofia.Locator("#titre").FillAsync(title);
        await sofia.Locator("#par-preuve").CheckAsync();
        await sofia.Locator("#mois").FillAsync("36");
        await sofia.SaveAsync("Enregistrer");
        await sofia.SeesAsync("La règle est enregistrée.");

        await sofia.GotoAsync("/formations/competences/nouvelle");
        await sofia.SaveAsync("Enregistrer");
        await sofia.SeesAsync("À corriger avant d’enregistrer");
        await LookAsync(sofia, "définir une compétence, avec des erreurs");
        await sofia.Locator("#libelle").FillAsync(title);
        await sofia.Locator("#famille").FillAsync("Visites");
        await sofia.SaveAsync("Enregistrer");
        await sofia.SeesAsync("La compétence est enregistrée.");
        await LookAsync(sofia, "habilitations et compétences");

        var changes = sofia.GetByRole(AriaRole.Link, new() { Name = $"Modifier {title}" });
        await changes.First.ClickAsync();
        await sofia.SeesAsync("Ce qui a déjà été donné garde son dernier jour.");
        await LookAsync(sofia, "modifier une habilitation");
        await sofia.GotoAsync("/formations/habilitations");
        await changes.Last.ClickAsync();
        await sofia.SeesAsync("Déjà employées");
        await LookAsync(sofia, "modifier une compétence");
        await NetworkPlanAsync(sofia);
        await OpenAsync(sofia, "/formations/chiffres", "qui sait faire quoi");
        await OpenAsync(sofia, "/formations/chiffres?vue=places", "places et coûts des formations");
        await OpenAsync(sofia, "/formations/chiffres?vue=places&du=bientôt", "places et coûts, avec des erreurs", status: 422);
    }

    private async Task NetworkPlanAsync(IPage sofia)
    {
        await sofia.GotoAsync("/formations/plans/nouveau");
        await sofia.Locator("#titre").FillAsync($"Plan du réseau {Guid.NewGuid():N}");
        await sofia.Locator("#du").FillAsync("2026-01-01");
        await sofia.Locator("#au").FillAsync("2026-12-31");
        await sofia.Locator("#objectif-0-texte").FillAsync("80 % des agents sensibilisés");
        await sofia.Locator("#objectif-0-competence").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await sofia.Locator("#objectif-0-cible").FillAsync("80");
        await sofia.Locator("#objectif-0-pour-le").FillAsync("2026-06-30");
        await sofia.SaveAsync("Enregistrer");
        await sofia.SeesAsync("Le plan est commencé.");
        await sofia.ActAsync("publier", "Le plan est publié.");
        await LookAsync(sofia, "plan du réseau, avec son avancement");
    }
}
