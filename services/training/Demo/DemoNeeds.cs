using Reseau.Kernel.Calendar;
using Reseau.Training.Campaigns;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Domain.Needs;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Views;

namespace Reseau.Training.Demo;

/// <summary>
/// The needs that a first start shows, one of them the network's, and two campaigns: one that takes answers of the whole network, anonymous; one of ccas-rennes that is over and revealed one of the
/// needs. All answers are invented.
/// </summary>
internal static class DemoNeeds
{
    private const string OpenCampaign = "campaigns/demo-besoins-numeriques";
    private const string ClosedCampaign = "campaigns/demo-pratiques-accueil";
    private const string Offer = "offre";

    public static IEnumerable<(string Stream, IReadOnlyList<object> Events)> All(DateTimeOffset now)
    {
        var today = FrenchDay.Of(now);
        yield return (OpenCampaign, [new CampaignDrafted("rennes-metropole", Network: true, Asked(today)), new CampaignOpened()]);
        yield return (ClosedCampaign, [new CampaignDrafted("ccas-rennes", Network: false, Over(today)), new CampaignOpened(), new CampaignClosed(Sheets.Length)]);
        yield return ("needs/demo-offre",
        [
            new NeedRaised("ccas-rennes", new()
            {
                Skill = "skills/reseau-annuaire", Functions = [Function.ReceptionAgent, Function.SocialWorker], Persons = 12, Urgency = Urgency.High,
                Details = "À l'accueil, on oriente de mémoire : les lieux qui ont changé d'horaires ou de public ne sont pas connus.",
                RevealedBy = [new(NeedOriginKind.Campaign) { Campaign = ClosedCampaign, Question = Offer }],
            }),
            new NeedPlanned("plans/culture-numerique-commune", "offre-connue", ""),
        ]);
        yield return ("needs/demo-mandats",
        [
            new NeedRaised("caf-35", new()
            {
                Skill = "skills/demarches-mandat", Functions = [Function.DigitalAdviser], Persons = 7, Urgency = Urgency.Medium,
                Details = "Des démarches sont faites pour la personne sans mandat écrit.", RevealedBy = [new(NeedOriginKind.Manager)],
            }),
        ]);
        yield return ("needs/demo-services-en-ligne",
        [
            new NeedRaised("rennes-metropole", new()
            {
                Theme = "numerique--acceder-a-des-services-en-ligne", Persons = 20, Urgency = Urgency.Medium,
                Details = "Ce qui se cherche le plus autour de Saint-Malo ne s'y trouve pas : les équipes devraient savoir accompagner elles-mêmes.",
                RevealedBy = [new(NeedOriginKind.Searches) { Theme = "numerique--acceder-a-des-services-en-ligne", Commune = "35288", Searches = 34 }],
            }) { Network = true },
        ]);
        yield return ("needs/demo-rcu", [new NeedRaised("ccas-rennes", new() { Title = "Prendre en main le nouveau logiciel de suivi", Persons = 30, Urgency = Urgency.Low }), new NeedSetAside("Prévu par l'éditeur du logiciel.")]);
    }

    /// <summary>Counts what was answered to the campaign that is over.</summary>
    public static void AddAnswers(TrainingDb db, DateTimeOffset now) =>
        AnswerBook.Add(db, new() { Name = ClosedCampaign, Institution = "ccas-rennes", Content = Over(FrenchDay.Of(now)) }, Sheets);

    private static (AnsweringGroup WorksAt, IReadOnlyList<GivenAnswer> Answers)[] Sheets { get; } =
    [
        Sheet("RECEPTION_AGENT", 1, 0, "Je ne sais jamais qui reçoit sans rendez-vous."), Sheet("RECEPTION_AGENT", 0, 0, ""), Sheet("RECEPTION_AGENT", 1, 2, "Une carte à jour m'aiderait."),
        Sheet("RECEPTION_AGENT", 2, 0, ""), Sheet("RECEPTION_AGENT", 1, 0, ""), Sheet("SOCIAL_WORKER", 2, 1, ""), Sheet("SOCIAL_WORKER", 1, 1, "Les horaires changent souvent."),
        Sheet("SOCIAL_WORKER", 2, 0, ""), Sheet("CASE_OFFICER", 0, 1, ""),
    ];

    private static CampaignContent Asked(DateOnly today) => new()
    {
        Title = "De quoi avez-vous besoin pour accompagner le numérique ?", Start = today.AddDays(-7), End = today.AddDays(21), Anonymous = true,
        Introduction = "Cinq minutes pour dire où vous en êtes. Vos réponses préparent le plan de formation de l'an prochain ; elles sont anonymes.",
        Questions =
        [
            new("demarches", "Accompagner une démarche en ligne, pour vous, c'est…", QuestionKind.Level) { Skill = "skills/demarches-en-ligne", Required = true },
            new("donnees", "Protéger les données des personnes", QuestionKind.Level) { Skill = "skills/donnees-bases", Required = true },
            new("format", "Comment préférez-vous vous former ?", QuestionKind.OneOf) { Options = ["Sur place", "À distance", "Entre pairs"] },
            new("freins", "Qu'est-ce qui vous en empêche ?", QuestionKind.SeveralOf) { Options = ["Le temps", "Le remplacement à l'accueil", "La distance", "L'offre ne convient pas"] },
            new("accueil", "À l'accueil, qu'est-ce qui vous met le plus en difficulté ?", QuestionKind.Text) { Functions = [Function.ReceptionAgent] },
        ],
    };

    private static CampaignContent Over(DateOnly today) => new()
    {
        Title = "Nos pratiques d'accueil et d'orientation", Start = today.AddDays(-60), End = today.AddDays(-30), Introduction = "Pour préparer l'entretien d'équipe.",
        Functions = [Function.ReceptionAgent, Function.SocialWorker, Function.CaseOfficer],
        Questions =
        [
            new(Offer, "Connaître l'offre du territoire", QuestionKind.Level) { Skill = "skills/reseau-annuaire", Required = true },
            new("outil", "Pour trouver où orienter, vous utilisez d'abord…", QuestionKind.OneOf) { Options = ["Ma mémoire ou un collègue", "L'annuaire du réseau", "Un moteur de recherche"] },
            new("aide", "Qu'est-ce qui vous aiderait ?", QuestionKind.Text),
        ],
    };

    private static (AnsweringGroup WorksAt, IReadOnlyList<GivenAnswer> Answers) Sheet(string function, int level, int tool, string words)
    {
        List<GivenAnswer> answers = [new(Offer, [level], ""), new("outil", [tool], "")];
        if (words.Length > 0) answers.Add(new("aide", [], words));
        return (new("ccas-rennes", function, ["structures/ccas-rennes-siege"]), answers);
    }
}
