namespace Reseau.Training.Domain.Courses;

/// <summary>Where a course stands; numbers are those of the contract.</summary>
public enum CourseState
{
    /// <summary>Its institution writes it.</summary>
    Draft = 1,

    /// <summary>In the catalogue.</summary>
    Published,

    /// <summary>No longer given.</summary>
    Archived,
}
