using Reseau.Kernel;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Domain.Campaigns;

/// <summary>What a campaign is.</summary>
public sealed record CampaignContent
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for, to whom it asks.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>First day on which it takes answers.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day on which it does.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Functions that it asks; none = all.</summary>
    public ValueList<Function> Functions { get; init; }

    /// <summary>Whether answers cannot be tied to persons.</summary>
    public bool Anonymous { get; init; }

    /// <summary>What it asks.</summary>
    public ValueList<Question> Questions { get; init; }
}
