using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Views;

/// <summary>Keeps the skills a network speaks of.</summary>
public sealed class SkillView : View<TrainingDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(TrainingDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is not SkillDefined { Skill: var skill }) return;
        var row = await db.Skills.FindAsync([skill.Name], cancellation);
        if (row is null) db.Skills.Add(row = new() { Name = skill.Name, Family = "", Label = "", Body = "" });
        (row.Version, row.Family, row.Label, row.Retired, row.Body) = (recorded.Version, skill.Family, skill.Label, skill.Retired, RowJson.Write(skill));
    }

    /// <inheritdoc />
    public override Task ClearAsync(TrainingDb db, CancellationToken cancellation) => db.Skills.ExecuteDeleteAsync(cancellation);

    /// <summary>The skill of a row.</summary>
    public static Skill Read(SkillRow row) => RowJson.Read<Skill>(row.Body);
}
