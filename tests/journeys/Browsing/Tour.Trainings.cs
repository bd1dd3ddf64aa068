using Microsoft.Playwright;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Browsing;

// Courses and sessions: as an institution writes and plans them, as a person enrols and keeps what they were trained in.
public sealed partial class Tour
{
    private async Task TrainingsAsync(IPage yann)
    {
        await OpenAsync(yann, "/formations", "catalogue des formations");
        await OpenAsync(yann, "/formations?texte=xyzzy&retirees=1", "catalogue, aucune formation");
        var course = await WritingACourseAsync(yann);
        var session = await PlanningASessionAsync(yann);
        await OpenAsync(yann, course, "une formation, avec ses sessions");
        await OpenAsync(yann, $"/formations/calendrier?mois={PortalTrainings.InAMonth:yyyy-MM}&organisees=1", "calendrier des formations");
        await OpenAsync(yann, "/formations/calendrier?mois=2020-02&toutes=1", "calendrier, aucune session");
        await OpenAsync(yann, "/formations/a-valider", "formations à valider");
        await EnrollingAsync(yann, session);
        await OpenAsync(yann, PortalTrainings.Sheet(session, 2), "émargement, avant le début");
        await AttendingAsync(yann, session);
        await CancellingASessionAsync(yann, session);
    }

    private async Task<string> WritingACourseAsync(IPage yann)
    {
        await yann.GotoAsync("/formations/nouvelle");
        await yann.SaveAsync("Enregistrer");
        await yann.SeesAsync("À corriger avant d’enregistrer");
        await LookAsync(yann, "ajouter une formation, avec des erreurs");
        await yann.Locator("#titre").FillAsync($"Visite {Guid.NewGuid():N}");
        await yann.Locator("#objectifs").FillAsync("Reconnaître un besoin numérique\nSavoir vers qui orienter");
        await yann.Locator("#demi-journees").FillAsync("2");
        await yann.Locator("#modalite").SelectOptionAsync("OnSite");
        await yann.Locator("#places").FillAsync("12");
        await yann.Locator("#places-minimum").FillAsync("4");
        await yann.SaveAsync("Enregistrer");
        await yann.SeesAsync("La formation est enregistrée.");
        var course = new Uri(yann.Url).AbsolutePath;
        await OpenAsync(yann, course + "/modifier", "modifier une formation");
        await yann.GotoAsync(course);
        await yann.GetByRole(AriaRole.Button, new() { Name = "Mettre au catalogue" }).ClickAsync();
        await yann.SeesAsync("La formation est au catalogue");
        await yann.UnfoldAllAsync();
        await LookAsync(yann, "une formation de son institution");
        return course;
    }

    private async Task<string> PlanningASessionAsync(IPage yann)
    {
        await yann.GetByRole(AriaRole.Link, new() { Name = "Organiser une session" }).ClickAsync();
        await yann.Locator("#demi-journee-0-debut").FillAsync("09:00");
        await yann.SaveAsync("Préparer la session");
        await yann.SeesAsync("À corriger avant d’enregistrer");
        await LookAsync(yann, "organiser une session, avec des erreurs");
        await yann.HalfDayAsync(0, "09:00", "12:00");
        await yann.HalfDayAsync(1, "14:00", "17:00");
        await yann.Locator("#reservation-0-institution").FillAsync("caf-35");
        await yann.Locator("#reservation-0-places").FillAsync("3");
        await yann.Locator("#reservation-0-jusqu-au").FillAsync(PortalTrainings.Day(PortalTrainings.InAMonth.AddDays(-5)));
        await yann.SaveAsync("Préparer la session");
        await yann.SeesAsync("La session est préparée.");
        var session = new Uri(yann.Url).AbsolutePath;
        await OpenAsync(yann, session + "/modifier", "modifier une session");
        await yann.GotoAsync(session);
        await yann.ActAsync("ouvrir", "La session est ouverte");
        await yann.UnfoldAllAsync();
        await LookAsync(yann, "une session de son institution, dépliée");
        return session;
    }

    private async Task EnrollingAsync(IPage yann, string session)
    {
        await yann.GotoAsync(session);
        await yann.GetByRole(AriaRole.Button, new() { Name = "M’inscrire", Exact = true }).ClickAsync();
        await yann.SeesAsync("Votre place est réservée.");
        await LookAsync(yann, "une session, inscrit");
        await OpenAsync(yann, "/mes-formations", "mes formations");
        await yann.GetByRole(AriaRole.Button, new() { Name = "Créer l’adresse de mon agenda" }).ClickAsync();
        await yann.SeesAsync("Voici l’adresse de votre agenda de formations.");
        await LookAsync(yann, "mes formations, adresse de l'agenda");
    }

    private async Task AttendingAsync(IPage yann, string session)
    {
        using (var organiser = await Party.SignInAsync(edition, "yann.responsable")) await organiser.BeginSessionAsync(PortalTrainings.NameOf(session));
        await yann.GotoAsync(PortalTrainings.Sheet(session, 1));
        await yann.SaveAsync("Enregistrer les présences");
        await yann.SeesAsync("Rien n’est enregistré");
        await LookAsync(yann, "émargement, avec des erreurs");
        await yann.GetByRole(AriaRole.Button, new() { Name = "Marquer présents tous les autres" }).ClickAsync();
        await yann.SeesAsync("rien n’est encore enregistré");
        await LookAsync(yann, "émargement, tout le monde présent");
        await yann.SaveAsync("Enregistrer les présences");
        await yann.SeesAsync("Les présences sont enregistrées.");
        await LookAsync(yann, "émargement enregistré");
    }

    private async Task CancellingASessionAsync(IPage yann, string session)
    {
        await yann.GotoAsync(session);
        await (await yann.UnfoldAsync("annuler")).GetByRole(AriaRole.Button).ClickAsync();
        await yann.SeesAsync("Ce n’est pas fait");
        await LookAsync(yann, "une session, avec des erreurs");
        await yann.ActAsync("annuler", "La session est annulée", form => form.Locator("#raison-annuler").FillAsync("Visite terminée"));
        await LookAsync(yann, "une session annulée");
    }

    private async Task CertificatesAsync(IPage page)
    {
        await OpenAsync(page, "/attestation?code=AAAA-BBBB-CCCC", "vérifier une attestation, code inconnu");
        await OpenAsync(page, "/attestation?code=", "vérifier une attestation, avec des erreurs", status: 422);
    }
}
