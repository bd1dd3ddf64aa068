using Reseau.Kernel;

namespace Reseau.Training.Domain.Plans;

/// <summary>What there is of the skills, rules and courses that a plan names.</summary>
/// <param name="Skills"><c>skills/{skill}</c>.</param>
/// <param name="Rules"><c>habilitationRules/{rule}</c>.</param>
/// <param name="Courses"><c>courses/{course}</c> that the institution of the plan can see.</param>
public sealed record NamedByPlan(IReadOnlySet<string> Skills, IReadOnlySet<string> Rules, IReadOnlySet<string> Courses)
{
    /// <summary>The first thing that a plan names and that does not exist; null when all of it does.</summary>
    public Refusal? Missing(PlanContent content)
    {
        if (SkillsOf(content).FirstOrDefault(skill => !Skills.Contains(skill)) is { } skill) return new("SKILL_NOT_FOUND", "There is no such skill.", ("skill", skill));
        if (RulesOf(content).FirstOrDefault(rule => !Rules.Contains(rule)) is { } rule) return new("HABILITATION_RULE_NOT_FOUND", "There is no such rule.", ("rule", rule));
        if (CoursesOf(content).FirstOrDefault(course => !Courses.Contains(course)) is { } course) return new("COURSE_NOT_FOUND", "There is no such course.", ("course", course));
        return null;
    }

    /// <summary>The skills that a plan names.</summary>
    public static IEnumerable<string> SkillsOf(PlanContent content) => content.Goals.Select(goal => goal.Skill).Where(skill => skill.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>The rules of habilitations that a plan names.</summary>
    public static IEnumerable<string> RulesOf(PlanContent content) => content.Goals.Select(goal => goal.Habilitation).Where(rule => rule.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>The courses that a plan names.</summary>
    public static IEnumerable<string> CoursesOf(PlanContent content) => content.Courses.Select(planned => planned.Course).Distinct(StringComparer.Ordinal);
}
