using Reseau.Training.Domain.Plans;

namespace Reseau.Training.Views;

/// <summary>A plan on its list.</summary>
public sealed class PlanRow
{
    /// <summary><c>plans/{plan}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Version of the plan.</summary>
    public long Version { get; set; }

    /// <summary>Institution id that keeps it.</summary>
    public required string Institution { get; set; }

    /// <summary>Whether it is for the whole network.</summary>
    public bool Network { get; set; }

    /// <summary>Where it stands.</summary>
    public PlanState State { get; set; }

    /// <summary>Whether it was ever published.</summary>
    public bool Shown { get; set; }

    /// <summary>Number of its last day: what lists are ordered by.</summary>
    public int EndDay { get; set; }

    /// <summary>The plan with its newest text only, as JSON.</summary>
    public required string Body { get; set; }
}
