using Microsoft.EntityFrameworkCore;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Domain.Needs;
using Reseau.Training.Views;

namespace Reseau.Training.Needs;

/// <summary>Looks up what a need names.</summary>
internal static class NeedNames
{
    /// <summary>What there is of it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="content">What the need says.</param>
    /// <param name="institution">Institution id whose need it is; empty = the network's.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<NamedByNeed> KnownAsync(TrainingDb db, NeedContent content, string institution, CancellationToken cancellation)
    {
        string[] campaigns = [.. content.RevealedBy.Where(origin => origin.Kind == NeedOriginKind.Campaign).Select(origin => origin.Campaign).Distinct(StringComparer.Ordinal)];
        var skills = await db.Skills.Where(row => row.Name == content.Skill).Select(row => row.Name).ToListAsync(cancellation);
        var rows = campaigns.Length == 0
            ? []
            : await db.Campaigns.AsNoTracking().Where(row => EF.Parameter(campaigns).Contains(row.Name) && row.State != CampaignState.Draft && (row.Network || row.Institution == institution)).ToListAsync(cancellation);
        return new(
            skills.ToHashSet(StringComparer.Ordinal),
            rows.Select(CampaignView.Read).ToDictionary(campaign => campaign.Name, campaign => (IReadOnlySet<string>)campaign.Content.Questions.Select(question => question.Key).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));
    }
}
