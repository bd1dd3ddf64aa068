using Microsoft.EntityFrameworkCore;
using Reseau.Training.Domain.Courses;

namespace Reseau.Training.Views;

/// <summary>Which courses are asked for.</summary>
/// <param name="Institution">Institution id that asks.</param>
public sealed record CourseQuestion(string Institution)
{
    /// <summary>Part of the title, without case and accents; empty = all.</summary>
    public string PlainTitle { get; init; } = "";

    /// <summary>A skill they give; empty = all.</summary>
    public string Skill { get; init; } = "";

    /// <summary>A habilitation they give; empty = all.</summary>
    public string Habilitation { get; init; } = "";

    /// <summary>Whether archived ones as well.</summary>
    public bool Archived { get; init; }
}

/// <summary>Reads the catalogue page by page, by title: one row more than asked for says that another page follows.</summary>
public static class CoursePages
{
    /// <summary>A page.</summary>
    /// <param name="db">The database.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="after">Title and name at which the page before ended; null for the first.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<List<CourseRow>> ReadAsync(TrainingDb db, CourseQuestion asked, string[]? after, int size, CancellationToken cancellation)
    {
        var rows = db.Courses.AsNoTracking().Where(row => row.State != CourseState.Draft || row.Institution == asked.Institution);
        if (!asked.Archived) rows = rows.Where(row => row.State != CourseState.Archived);
        if (asked.PlainTitle.Length > 0) rows = rows.Where(row => row.PlainTitle.Contains(asked.PlainTitle));
        foreach (var gift in ((string[])[asked.Skill, asked.Habilitation]).Where(gift => gift.Length > 0))
            rows = rows.Where(row => db.CourseGifts.Any(known => known.Course == row.Name && known.Gift == gift));
        if (after is [var title, var name]) rows = rows.Where(row => string.Compare(row.PlainTitle, title) > 0 || (row.PlainTitle == title && string.Compare(row.Name, name) > 0));
        return rows.OrderBy(row => row.PlainTitle).ThenBy(row => row.Name).Take(size + 1).ToListAsync(cancellation);
    }
}
