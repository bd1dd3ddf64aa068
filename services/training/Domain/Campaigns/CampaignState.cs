namespace Reseau.Training.Domain.Campaigns;

/// <summary>Where a campaign stands; numbers are those of the contract.</summary>
public enum CampaignState
{
    /// <summary>Being written.</summary>
    Draft = 1,

    /// <summary>Shown to whom it asks.</summary>
    Open,

    /// <summary>Over.</summary>
    Closed,

    /// <summary>Thrown away before it was opened.</summary>
    Discarded,
}
