using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>What of which plan answers a need, as one choice of a form.</summary>
/// <param name="Plan"><c>plans/{plan}</c>.</param>
/// <param name="Goal">Key of a goal; empty when a course answers.</param>
/// <param name="Course"><c>courses/{course}</c>; empty when a goal answers.</param>
public sealed record PlanAnswer(string Plan, string Goal, string Course)
{
    private const char Separator = '|';

    /// <summary>Everything of a plan that may answer a need, to choose from.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="courses">Titles of courses, by name.</param>
    public static IEnumerable<(string Value, string Text)> Choices(Plan plan, IReadOnlyDictionary<string, string> courses) =>
    [
        .. plan.Goals.Select(goal => (new PlanAnswer(plan.Name, goal.Key, "").ToString(), $"{plan.Title} : {goal.Text}")),
        .. plan.Courses.Select(course => (new PlanAnswer(plan.Name, "", course.Course).ToString(), $"{plan.Title} : formation « {courses.GetValueOrDefault(course.Course, course.Course)} »")),
    ];

    /// <summary>Reads a choice; nothing for none.</summary>
    public static PlanAnswer Read(string text) => text.Split(Separator) is [var plan, var goal, var course] ? new(plan, goal, course) : new("", "", "");

    /// <inheritdoc />
    public override string ToString() => string.Join(Separator, Plan, Goal, Course);
}
