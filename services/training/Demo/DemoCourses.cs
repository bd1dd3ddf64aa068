using Reseau.Training.Domain.Courses;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Demo;

/// <summary>The catalogue that a first start shows: what the strategy of the espaces sociaux communs asks for, and two trainings every network needs.</summary>
internal static class DemoCourses
{
    /// <summary>Awareness for reception agents, by Emmaüs Connect (action T2.4 of the strategy).</summary>
    public static Course Reception { get; } = Of("courses/accueil-numerique", "arcs-rennes", new()
    {
        Title = "Repérer et accueillir les difficultés avec le numérique", Provider = "Emmaüs Connect",
        Objectives = ["Repérer une personne en difficulté avec le numérique", "Adapter son accueil sans faire à la place", "Orienter vers le bon lieu avec Réseau"],
        Description = "Une journée d'apports et de mises en situation, à partir de ce que les agents d'accueil rencontrent.",
        HalfDays = 2, Modality = Modality.OnSite, MinSeats = 6, MaxSeats = 12, SeatCostCents = 9_000, Functions = [Function.ReceptionAgent],
        Skills = [new("skills/accueil-posture", SkillLevel.Autonomous), new("skills/reseau-orienter", SkillLevel.Aware)],
    });

    /// <summary>Acting on somebody's behalf; the manager agrees, since the institution commits itself.</summary>
    public static Course OnBehalf { get; } = Of("courses/aidants-connect", "rennes-metropole", new()
    {
        Title = "Aidants Connect : agir en ligne pour une personne, avec son mandat",
        Objectives = ["Recueillir un mandat", "Agir avec Aidants Connect", "Savoir ce qui n'est pas permis"],
        Prerequisites = "Une adresse électronique professionnelle nominative.",
        HalfDays = 1, Modality = Modality.Remote, MaxSeats = 20, Skills = [new("skills/demarches-mandat", SkillLevel.Autonomous)], NeedsApproval = true,
    });

    /// <summary>Data protection: what gives the habilitation that conventions may require.</summary>
    public static Course Data { get; } = Of("courses/protection-des-donnees", "arcs-rennes", new()
    {
        Title = "Protéger les données des personnes accompagnées", Provider = "CNFPT",
        Objectives = ["Ne demander et ne noter que le nécessaire", "Dire à une personne ses droits"],
        HalfDays = 1, Modality = Modality.Remote, MinSeats = 3, MaxSeats = 25,
        Skills = [new("skills/donnees-bases", SkillLevel.Aware)], Habilitations = ["habilitationRules/rgpd-bases"],
    });

    public static IEnumerable<Course> All() => [Reception, OnBehalf, Data];

    /// <summary>How a course came into the catalogue.</summary>
    public static IReadOnlyList<object> Events(Course course) => [new CourseDrafted(course.Institution, course.Content), new CoursePublished()];

    private static Course Of(string name, string institution, CourseContent content) => new() { Name = name, Institution = institution, State = CourseState.Published, Content = content };
}
