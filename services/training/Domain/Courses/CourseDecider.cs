using Reseau.Kernel;

namespace Reseau.Training.Domain.Courses;

/// <summary>All decisions about a course: pure.</summary>
public static class CourseDecider
{
    /// <summary>Writes a course down.</summary>
    /// <param name="current">What has that name already; null for nothing.</param>
    /// <param name="name"><c>courses/{course}</c>.</param>
    /// <param name="institution">Institution id that will keep it.</param>
    /// <param name="content">What it is.</param>
    public static Decision<CourseEvent> Create(Course? current, string name, string institution, CourseContent content)
    {
        if (current is not null) return new Refusal("COURSE_ALREADY_EXISTS", "A course has this name.", ("course", name));
        return new CourseDrafted(institution, content);
    }

    /// <summary>Replaces it.</summary>
    public static Decision<CourseEvent> Revise(Course current, CourseContent content)
    {
        if (current.State == CourseState.Archived) return Archived(current);
        if (current.Content == content) return Decision.Nothing<CourseEvent>();
        if (current.State == CourseState.Published && content.Objectives.Count == 0) return WithoutObjective(current);
        return new CourseRevised(content);
    }

    /// <summary>Puts it into the catalogue.</summary>
    public static Decision<CourseEvent> Publish(Course current) => current.State switch
    {
        CourseState.Published => Decision.Nothing<CourseEvent>(),
        CourseState.Archived => Archived(current),
        _ when current.Content.Objectives.Count == 0 => WithoutObjective(current),
        _ => new CoursePublished(),
    };

    /// <summary>Takes it out of the catalogue.</summary>
    public static Decision<CourseEvent> Archive(Course current)
    {
        if (current.State == CourseState.Archived) return Decision.Nothing<CourseEvent>();
        return new CourseArchived();
    }

    private static Refusal Archived(Course current) => new("COURSE_ARCHIVED", "An archived course does not change.", ("course", current.Name));

    private static Refusal WithoutObjective(Course current) => new("COURSE_WITHOUT_OBJECTIVE", "A course in the catalogue says what one can do after it.", ("course", current.Name));
}
