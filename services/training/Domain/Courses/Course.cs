namespace Reseau.Training.Domain.Courses;

/// <summary>
/// What professionals can be trained in. It plans nothing and holds no seat: sessions do, and keep what it was when they were planned.
/// <code>DRAFT → PUBLISHED → ARCHIVED</code>
/// </summary>
public sealed record Course
{
    /// <summary><c>courses/{course}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many events it has.</summary>
    public long Version { get; init; }

    /// <summary>Where it stands.</summary>
    public CourseState State { get; init; } = CourseState.Draft;

    /// <summary>Institution id that keeps it.</summary>
    public required string Institution { get; init; }

    /// <summary>What it is.</summary>
    public required CourseContent Content { get; init; }

    /// <summary>Takes one event in.</summary>
    public static Course Evolve(Course? current, string name, long version, CourseEvent happened)
    {
        if (happened is CourseDrafted drafted) return new() { Name = name, Version = version, Institution = drafted.Institution, Content = drafted.Content };
        var known = (current ?? throw new InvalidOperationException($"{name} starts with a {happened.GetType().Name}.")) with { Version = version };
        return happened switch
        {
            CourseRevised revised => known with { Content = revised.Content },
            CoursePublished => known with { State = CourseState.Published },
            CourseArchived => known with { State = CourseState.Archived },
            _ => known,
        };
    }
}
