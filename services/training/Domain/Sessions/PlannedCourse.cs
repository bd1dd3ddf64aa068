using Reseau.Kernel;
using Reseau.Training.Domain.Courses;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Domain.Sessions;

/// <summary>What a session keeps of its course, as it was when the session was planned: a course that changes takes no habilitation away from who is enrolled.</summary>
/// <param name="Name"><c>courses/{course}</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Provider">Who gives it; empty = the institution itself.</param>
public sealed record PlannedCourse(string Name, string Title, string Provider)
{
    /// <summary>What one must know or hold before.</summary>
    public string Prerequisites { get; init; } = "";

    /// <summary>For whom; empty = everyone.</summary>
    public ValueList<Function> Functions { get; init; }

    /// <summary>What attending to the end evidences.</summary>
    public ValueList<GivenSkill> Skills { get; init; }

    /// <summary><c>habilitationRules/{rule}</c> that attending to the end gives.</summary>
    public ValueList<string> Habilitations { get; init; }

    /// <summary>Whether the manager must agree before a seat is taken.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>What is kept of a course.</summary>
    public static PlannedCourse Of(Course course) => new(course.Name, course.Content.Title, course.Content.Provider)
    {
        Prerequisites = course.Content.Prerequisites, Functions = course.Content.Functions, Skills = course.Content.Skills,
        Habilitations = course.Content.Habilitations, NeedsApproval = course.Content.NeedsApproval,
    };
}
