using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Domain.Courses;

namespace Reseau.Training.Views;

/// <summary>Keeps the catalogue, with what each course gives.</summary>
public sealed class CourseView : View<TrainingDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(TrainingDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is not CourseEvent happened) return;
        var row = happened is CourseDrafted ? null : await db.Courses.FindAsync([recorded.Stream], cancellation);
        var next = Course.Evolve(row is null ? null : Read(row), recorded.Stream, recorded.Version, happened);
        if (row is null) db.Courses.Add(row = new() { Name = next.Name, Institution = next.Institution, PlainTitle = "", Body = "" });
        (row.Version, row.State, row.PlainTitle, row.Body) = (next.Version, next.State, PlainWords.Of(next.Content.Title), RowJson.Write(next));
        if (happened is CourseDrafted or CourseRevised) await KeepGiftsAsync(db, next, cancellation);
    }

    /// <inheritdoc />
    public override async Task ClearAsync(TrainingDb db, CancellationToken cancellation)
    {
        await db.Courses.ExecuteDeleteAsync(cancellation);
        await db.CourseGifts.ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The course of a row.</summary>
    public static Course Read(CourseRow row) => RowJson.Read<Course>(row.Body);

    private static async Task KeepGiftsAsync(TrainingDb db, Course next, CancellationToken cancellation)
    {
        await db.CourseGifts.Where(gift => gift.Course == next.Name).LoadAsync(cancellation);
        var known = db.CourseGifts.Local.Where(gift => gift.Course == next.Name).ToDictionary(gift => gift.Gift, StringComparer.Ordinal);
        foreach (var gift in next.Content.Skills.Select(skill => skill.Skill).Concat(next.Content.Habilitations).Distinct(StringComparer.Ordinal))
        {
            if (!known.Remove(gift)) db.CourseGifts.Add(new() { Course = next.Name, Gift = gift });
        }
        db.CourseGifts.RemoveRange(known.Values);
    }
}
