using Microsoft.Playwright;

namespace Reseau.Journeys.Browsing;

// Needs of training and campaigns: as a head raises and asks, and as one of those who are asked.
public sealed partial class Tour
{
    private async Task NeedsAsync(IPage yann)
    {
        await OpenAsync(yann, "/formations/besoins?etat=SetAside&fonction=Librarian", "besoins, aucun avec ces filtres");
        await OpenAsync(yann, "/formations/besoins/signaux", "orientations revenues");
        await OpenAsync(yann, "/formations/besoins/signaux?du=bientôt", "orientations revenues, avec des erreurs", status: 422);
        await yann.GotoAsync("/formations/besoins/nouveau?origine=recherches%7Cnumerique--acceder-a-des-services-en-ligne%7C35238%7C12");
        await yann.SaveAsync("Enregistrer");
        await yann.SeesAsync("À corriger avant d’enregistrer");
        await LookAsync(yann, "faire connaître un besoin, avec des erreurs");
        await yann.Locator("#urgence").CheckAsync();
        await yann.Locator("#personnes").FillAsync("12");
        await yann.SaveAsync("Enregistrer");
        await yann.SeesAsync("Le besoin est enregistré.");
        var need = new Uri(yann.Url).AbsolutePath;
        await OpenAsync(yann, need + "/modifier", "modifier un besoin");
        await yann.GotoAsync(need);
        await (await yann.UnfoldAsync("ecarter")).GetByRole(AriaRole.Button).ClickAsync();
        await yann.SeesAsync("Rien n’a été fait");
        await yann.UnfoldAllAsync();
        await LookAsync(yann, "un besoin, avec des erreurs");
        await OpenAsync(yann, "/formations/besoins", "besoins de formation");
        await OpenAsync(yann, "/formations/besoins/chiffres?par=fonction", "besoins en nombres");
    }

    private async Task CampaignsAsync(IPage yann)
    {
        await yann.GotoAsync("/formations/campagnes/nouvelle");
        await yann.SaveAsync("Enregistrer");
        await yann.SeesAsync("À corriger avant d’enregistrer");
        await LookAsync(yann, "écrire un questionnaire, avec des erreurs");
        await yann.AskAsync($"Visite {Guid.NewGuid():N}", anonymous: false);
        await yann.UnfoldAllAsync();
        await LookAsync(yann, "un questionnaire en préparation");
        var campaign = new Uri(yann.Url).AbsolutePath;
        await OpenAsync(yann, campaign + "/modifier", "modifier un questionnaire");
        await yann.GotoAsync(campaign);
        await yann.ActAsync("ouvrir", "La campagne est ouverte");
        await OpenAsync(yann, "/formations/campagnes", "campagnes");
        await OpenAsync(yann, "/mes-formations", "mes formations, un questionnaire attend");
        await yann.GotoAsync(campaign + "/repondre");
        await yann.AnswerButton().ClickAsync();
        await yann.SeesAsync("Votre réponse n’est pas enregistrée");
        await LookAsync(yann, "répondre à un questionnaire, avec des erreurs");
        await yann.AnswerAsync(campaign, "Autonome");
        await OpenAsync(yann, campaign + "/repondre", "corriger sa réponse");
        await yann.GotoAsync(campaign);
        await yann.ActAsync("clore", "La campagne est close.");
        await OpenAsync(yann, campaign + "?par=fonction&mots=autre-chose", "résultats d'une campagne");
    }
}
