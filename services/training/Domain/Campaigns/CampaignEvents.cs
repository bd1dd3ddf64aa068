namespace Reseau.Training.Domain.Campaigns;

/// <summary>Something that happened to a campaign. That somebody answered is none: who did and what is kept beside the log, for as long as it takes answers.</summary>
public abstract record CampaignEvent;

/// <summary>A campaign was written down.</summary>
/// <param name="Institution">Institution id that keeps it.</param>
/// <param name="Network">Whether it asks the whole network.</param>
/// <param name="Content">What it is.</param>
public sealed record CampaignDrafted(string Institution, bool Network, CampaignContent Content) : CampaignEvent;

/// <summary>What it is was replaced.</summary>
/// <param name="Content">What it is.</param>
public sealed record CampaignRevised(CampaignContent Content) : CampaignEvent;

/// <summary>The draft was thrown away.</summary>
public sealed record CampaignDiscarded : CampaignEvent;

/// <summary>It was shown to whom it asks.</summary>
public sealed record CampaignOpened : CampaignEvent;

/// <summary>Its last day was moved.</summary>
/// <param name="End">The day.</param>
public sealed record CampaignExtended(DateOnly End) : CampaignEvent;

/// <summary>It is over.</summary>
/// <param name="Answers">How many answered.</param>
public sealed record CampaignClosed(int Answers) : CampaignEvent;
