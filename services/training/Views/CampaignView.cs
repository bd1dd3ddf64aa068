using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Views;

/// <summary>Keeps the list of campaigns. What was answered is no view; who is erased takes it along.</summary>
public sealed class CampaignView : View<TrainingDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(TrainingDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is ProfessionalErased)
        {
            await db.CampaignAnswers.Where(answer => answer.Professional == recorded.Stream).ExecuteDeleteAsync(cancellation);
            return;
        }
        if (recorded.Body is not CampaignEvent happened) return;
        var row = happened is CampaignDrafted ? null : await db.Campaigns.FindAsync([recorded.Stream], cancellation);
        // Nobody looks for it again.
        if (row is not null && happened is CampaignDiscarded)
        {
            db.Campaigns.Remove(row);
            return;
        }
        var next = Campaign.Evolve(row is null ? null : Read(row), recorded.Stream, recorded.Version, recorded.OccurredAt, happened);
        if (row is null) db.Campaigns.Add(row = new() { Name = next.Name, Institution = next.Institution, Network = next.Network, Body = "" });
        (row.Version, row.State, row.Body, row.DueAt) = (next.Version, next.State, RowJson.Write(next), CampaignDecider.DueAt(next));
        (row.StartDay, row.EndDay) = (next.Content.Start.DayNumber, next.Content.End.DayNumber);
    }

    /// <inheritdoc />
    public override Task ClearAsync(TrainingDb db, CancellationToken cancellation) => db.Campaigns.ExecuteDeleteAsync(cancellation);

    /// <summary>The campaign of a row.</summary>
    public static Campaign Read(CampaignRow row) => RowJson.Read<Campaign>(row.Body);
}
