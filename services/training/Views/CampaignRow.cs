using Reseau.Training.Domain.Campaigns;

namespace Reseau.Training.Views;

/// <summary>A campaign on its list.</summary>
public sealed class CampaignRow
{
    /// <summary><c>campaigns/{campaign}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Version of the campaign.</summary>
    public long Version { get; set; }

    /// <summary>Institution id that keeps it.</summary>
    public required string Institution { get; set; }

    /// <summary>Whether it asks the whole network.</summary>
    public bool Network { get; set; }

    /// <summary>Where it stands.</summary>
    public CampaignState State { get; set; }

    /// <summary>Number of the first day on which it takes answers.</summary>
    public int StartDay { get; set; }

    /// <summary>Number of the last one: what lists are ordered by.</summary>
    public int EndDay { get; set; }

    /// <summary>The campaign, as JSON.</summary>
    public required string Body { get; set; }

    /// <summary>When time ends it; null when it does not.</summary>
    public DateTimeOffset? DueAt { get; set; }
}
