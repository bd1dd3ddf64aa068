using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Training.Domain.Figures;
using Reseau.Training.Domain.Needs;

namespace Reseau.Training.Views;

/// <summary>Keeps the list of needs.</summary>
public sealed class NeedView : View<TrainingDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(TrainingDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is not NeedEvent happened) return;
        var row = happened is NeedRaised ? null : await db.Needs.FindAsync([recorded.Stream], cancellation);
        var next = Need.Evolve(row is null ? null : Read(row), recorded.Stream, recorded.Version, recorded.OccurredAt, happened);
        if (row is null) db.Needs.Add(row = new() { Name = next.Name, Institution = next.Institution, Network = next.Network, Subject = "", Plan = "", Body = "" });
        var content = next.Content;
        (row.State, row.Plan, row.Body) = (next.State, next.Plan, RowJson.Write(next));
        (row.Urgency, row.Subject, row.Persons, row.Functions) = (content.Urgency, content.Subject, content.Persons, FunctionSet.Of(content.Functions.Select(function => (int)function)).Bits);
    }

    /// <inheritdoc />
    public override Task ClearAsync(TrainingDb db, CancellationToken cancellation) => db.Needs.ExecuteDeleteAsync(cancellation);

    /// <summary>The need of a row.</summary>
    public static Need Read(NeedRow row) => RowJson.Read<Need>(row.Body);
}
