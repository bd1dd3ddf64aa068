using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Plans;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Demo;

/// <summary>The plan of the demo network: the same digital culture from the reception desk to the case officer, and an adviser habilitated in each place.</summary>
internal static class DemoPlans
{
    public static IEnumerable<(string Stream, IReadOnlyList<object> Events)> All(DateTimeOffset now)
    {
        var today = FrenchDay.Of(now);
        var (start, june, end) = (new DateOnly(today.Year, 1, 1), new DateOnly(today.Year + 1, 6, 30), new DateOnly(today.Year + 1, 12, 31));
        var content = new PlanContent
        {
            Title = "Culture numérique commune", Start = start, End = end,
            Purpose = "Que chaque professionnel, de l'accueil à l'instruction, sache reconnaître une difficulté avec le numérique et vers qui orienter.",
            Goals =
            [
                new Goal("accueil-sensibilise", "80 % des agents d'accueil savent accueillir une personne en difficulté avec le numérique", new("Agents d'accueil", [], [], [Function.ReceptionAgent]), 80, june) { Skill = "skills/accueil-posture" },
                new Goal("offre-connue", "60 % des professionnels de chaque lieu connaissent l'offre du territoire", new("Tous les professionnels", [], [], []), 60, end) { Skill = "skills/reseau-annuaire", EachSite = true },
                new Goal("mandats", "La moitié des conseillers numériques et des travailleurs sociaux habilités Aidants Connect", new("Conseillers et travailleurs sociaux", [], [], [Function.DigitalAdviser, Function.SocialWorker]), 50, end)
                {
                    Habilitation = "habilitationRules/aidants-connect",
                },
            ],
            Costs = [new("Intervenants", 1_200_000), new("Salles et repas", 180_000)],
            Funders = [new("Rennes Métropole", 780_000), new("État, feuille de route France Numérique Ensemble", 600_000)],
            PriorityGroups = [new("Agents d'accueil des espaces sociaux communs", [], [], [Function.ReceptionAgent])],
        };
        yield return ("plans/culture-numerique-commune", [new PlanDrafted("rennes-metropole", Network: true, content), new PlanPublished()]);
    }
}
