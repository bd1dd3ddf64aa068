using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Training.Domain.Plans;

namespace Reseau.Training.Views;

/// <summary>Keeps the list of plans, each with what it says now; what it said before is read from the log.</summary>
public sealed class PlanView : View<TrainingDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(TrainingDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is not PlanEvent happened) return;
        var row = happened is PlanDrafted ? null : await db.Plans.FindAsync([recorded.Stream], cancellation);
        var next = Plan.Evolve(row is null ? null : Read(row), recorded.Stream, recorded.Version, recorded.OccurredAt, happened);
        next = next with { Texts = [next.Newest] };
        if (row is null) db.Plans.Add(row = new() { Name = recorded.Stream, Institution = next.Institution, Network = next.Network, Body = "" });
        (row.Version, row.State, row.Shown, row.EndDay, row.Body) = (next.Version, next.State, next.Shown, next.Newest.Content.End.DayNumber, RowJson.Write(next));
    }

    /// <inheritdoc />
    public override Task ClearAsync(TrainingDb db, CancellationToken cancellation) => db.Plans.ExecuteDeleteAsync(cancellation);

    /// <summary>The plan of a row, as it is now.</summary>
    public static Plan Read(PlanRow row) => RowJson.Read<Plan>(row.Body);
}
