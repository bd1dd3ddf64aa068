namespace Reseau.Training.Domain.Plans;

/// <summary>Something that happened to a plan.</summary>
public abstract record PlanEvent;

/// <summary>A plan was written down.</summary>
/// <param name="Institution">Institution id that keeps it.</param>
/// <param name="Network">Whether it is for the whole network.</param>
/// <param name="Content">What it says.</param>
public sealed record PlanDrafted(string Institution, bool Network, PlanContent Content) : PlanEvent;

/// <summary>What it says was replaced.</summary>
/// <param name="TextVersion">Version of what it says from now on.</param>
/// <param name="Content">What it says.</param>
public sealed record PlanRevised(int TextVersion, PlanContent Content) : PlanEvent;

/// <summary>It was shown to everyone it is for.</summary>
public sealed record PlanPublished : PlanEvent;

/// <summary>It is over.</summary>
public sealed record PlanClosed : PlanEvent;
