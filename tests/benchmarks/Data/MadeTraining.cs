using System.Globalization;
using Reseau.Training.Domain.Courses;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Benchmarks.Data;

/// <summary>A professional who was made up.</summary>
/// <param name="Name"><c>professionals/{professional}</c>.</param>
/// <param name="Institution">Institution id.</param>
/// <param name="Number">Which.</param>
internal readonly record struct MadeProfessional(string Name, string Institution, int Number);

/// <summary>
/// A network that trains its people: a hundred institutions, two of them those of the demo network, a thousand sites, forty skills in five families, thirty
/// courses. Each professional has two skills by their own judgement and three that were shown; each asks for six seats. The same number gives the same one.
/// </summary>
internal static class MadeTraining
{
    /// <summary>Seats asked for in a session.</summary>
    public const int SeatsOfASession = 30;

    private const int Institutions = 100;
    private const int SitesOfAnInstitution = 10;
    private const int Families = 5;
    private const int Skills = 40;
    private const int Courses = 30;
    private const int SkillsOfAPerson = 5;

    private static readonly string[] LastNames = ["Le Gall", "Kervella", "Morvan", "Caradec", "Le Bihan", "Tanguy", "Guillou", "Riou", "Salaün", "Madec"];
    private static readonly string[] FirstNames = ["Maëlle", "Yann", "Soazig", "Gwenaël", "Nolwenn", "Erwan", "Katell", "Loïc", "Rozenn", "Tristan"];

    /// <summary>Sessions, so that each professional asks for six seats.</summary>
    public static int SessionsFor(int professionals) => professionals * 6 / SeatsOfASession;

    /// <summary>The skills.</summary>
    public static IEnumerable<SkillDefined> AllSkills => Enumerable.Range(0, Skills)
        .Select(number => new SkillDefined(new(SkillName(number), $"Compétence {number:00}", $"Famille {number % Families}", "")));

    /// <summary>The courses, published.</summary>
    public static IEnumerable<(string Name, CourseContent Content)> AllCourses => Enumerable.Range(0, Courses).Select(number => (CourseName(number), new CourseContent
    {
        Title = $"Formation {number:00}", Objectives = ["Savoir"], HalfDays = 1, MaxSeats = SeatsOfASession, SeatCostCents = 12_000, Skills = [new(SkillName(number), SkillLevel.Aware)],
    }));

    /// <summary>A professional; two of a hundred work for each institution of the demo network.</summary>
    public static MadeProfessional Professional(int number, DateTimeOffset at) => new(
        $"professionals/{Guid.CreateVersion7(at):N}", (number % Institutions) switch { 0 => "ccas-rennes", 1 => "caf-35", var other => string.Create(CultureInfo.InvariantCulture, $"institution-{other:00}") }, number);

    /// <summary>Their names: there are a hundred, as in a country.</summary>
    public static (string Last, string First) NamesOf(MadeProfessional one) => (LastNames[one.Number / 7 % LastNames.Length], FirstNames[one.Number % FirstNames.Length]);

    /// <summary>What is known of them, first what their institution says.</summary>
    public static IEnumerable<ProfessionalEvent> HistoryOf(MadeProfessional one, DateTimeOffset at)
    {
        var site = string.Create(CultureInfo.InvariantCulture, $"structures/{one.Institution}-{one.Number / Institutions % SitesOfAnInstitution}");
        yield return new ProfessionalRecorded(one.Institution, new((Function)(1 + (one.Number % 8)), [site], null, null, ""));
        int[] skills = [.. Enumerable.Range(0, SkillsOfAPerson).Select(place => ((one.Number * 7) + (place * 11)) % Skills)];
        yield return new SkillsDeclared([.. skills.Take(2).Select(skill => new DeclaredSkill(SkillName(skill), SkillLevel.Aware))]);
        foreach (var skill in skills.Skip(2))
            yield return new SkillEvidenced(SkillName(skill), (SkillLevel)(1 + (one.Number % 3)), "Vu au poste", DateOnly.FromDateTime(at.UtcDateTime));
    }

    /// <summary>Name of a course.</summary>
    public static string CourseName(int number) => string.Create(CultureInfo.InvariantCulture, $"courses/formation-{number % Courses:00}");

    private static string SkillName(int number) => string.Create(CultureInfo.InvariantCulture, $"skills/competence-{number % Skills:00}");
}
