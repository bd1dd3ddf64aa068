using Reseau.Training.Domain.Courses;

namespace Reseau.Training.Views;

/// <summary>A course of the catalogue.</summary>
public sealed class CourseRow
{
    /// <summary><c>courses/{course}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Version of the course.</summary>
    public long Version { get; set; }

    /// <summary>Institution id that keeps it.</summary>
    public required string Institution { get; set; }

    /// <summary>Where it stands.</summary>
    public CourseState State { get; set; }

    /// <summary>Its title without case and accents.</summary>
    public required string PlainTitle { get; set; }

    /// <summary>The folded state, as JSON.</summary>
    public required string Body { get; set; }
}

/// <summary>What a course gives.</summary>
public sealed class CourseGiftRow
{
    /// <summary><c>courses/{course}</c>.</summary>
    public required string Course { get; set; }

    /// <summary><c>skills/{skill}</c> or <c>habilitationRules/{rule}</c>.</summary>
    public required string Gift { get; set; }
}
