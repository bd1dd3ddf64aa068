namespace Reseau.Training.Domain.Needs;

/// <summary>Something that happened to a need.</summary>
public abstract record NeedEvent;

/// <summary>A need was raised.</summary>
/// <param name="Institution">Institution id whose need it is or, of one of the network, that raised it.</param>
/// <param name="Content">What it says.</param>
public sealed record NeedRaised(string Institution, NeedContent Content) : NeedEvent
{
    /// <summary>Whether it is the network's; none was when this was not said.</summary>
    public bool Network { get; init; }
}

/// <summary>What it says was replaced.</summary>
/// <param name="Content">What it says.</param>
public sealed record NeedRevised(NeedContent Content) : NeedEvent;

/// <summary>A plan answers it.</summary>
/// <param name="Plan"><c>plans/{plan}</c>.</param>
/// <param name="Goal">Key of the goal that does; empty for a course.</param>
/// <param name="Course"><c>courses/{course}</c> that does; empty for a goal.</param>
public sealed record NeedPlanned(string Plan, string Goal, string Course) : NeedEvent;

/// <summary>It is answered.</summary>
public sealed record NeedMet : NeedEvent;

/// <summary>It was given up.</summary>
/// <param name="Reason">Why, in words of who keeps it.</param>
public sealed record NeedSetAside(string Reason) : NeedEvent;
