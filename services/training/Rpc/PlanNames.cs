using Microsoft.EntityFrameworkCore;
using Reseau.Training.Domain.Courses;
using Reseau.Training.Domain.Plans;
using Reseau.Training.Views;

namespace Reseau.Training.Rpc;

/// <summary>Looks up what a plan names.</summary>
internal static class PlanNames
{
    /// <summary>What there is of it; a course that another institution still writes does not exist yet.</summary>
    public static async Task<NamedByPlan> KnownAsync(TrainingDb db, PlanContent content, string institution, CancellationToken cancellation)
    {
        string[] skills = [.. NamedByPlan.SkillsOf(content)];
        string[] rules = [.. NamedByPlan.RulesOf(content)];
        string[] courses = [.. NamedByPlan.CoursesOf(content)];
        var knownSkills = await db.Skills.Where(row => EF.Parameter(skills).Contains(row.Name)).Select(row => row.Name).ToListAsync(cancellation);
        var knownRules = await db.HabilitationRules.Where(row => EF.Parameter(rules).Contains(row.Name)).Select(row => row.Name).ToListAsync(cancellation);
        var knownCourses = await db.Courses.Where(row => EF.Parameter(courses).Contains(row.Name) && (row.State != CourseState.Draft || row.Institution == institution))
            .Select(row => row.Name).ToListAsync(cancellation);
        return new(knownSkills.ToHashSet(StringComparer.Ordinal), knownRules.ToHashSet(StringComparer.Ordinal), knownCourses.ToHashSet(StringComparer.Ordinal));
    }
}
