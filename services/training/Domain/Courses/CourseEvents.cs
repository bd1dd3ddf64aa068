namespace Reseau.Training.Domain.Courses;

/// <summary>Something that happened to a course.</summary>
public abstract record CourseEvent;

/// <summary>A course was written down.</summary>
/// <param name="Institution">Institution id that keeps it.</param>
/// <param name="Content">What it is.</param>
public sealed record CourseDrafted(string Institution, CourseContent Content) : CourseEvent;

/// <summary>It was replaced.</summary>
/// <param name="Content">What it is.</param>
public sealed record CourseRevised(CourseContent Content) : CourseEvent;

/// <summary>It is in the catalogue.</summary>
public sealed record CoursePublished : CourseEvent;

/// <summary>It is no longer given.</summary>
public sealed record CourseArchived : CourseEvent;
