namespace Reseau.Kernel.Policies;

/// <summary>
/// What binds two institutions when one sends somebody to the other: the policy compiled from their conventions, and how the network
/// treats those who have none.
/// </summary>
/// <param name="Policy">What their conventions command; null when none ever bound them.</param>
/// <param name="Mode">How the network is.</param>
public sealed record Bond(Policy? Policy, NetworkMode Mode)
{
    /// <summary>Nothing was ever signed, in an open network.</summary>
    public static Bond Free { get; } = new(null, NetworkMode.Open);

    /// <summary>The policy when it is in force on a day.</summary>
    public Policy? On(DateOnly today) => Policy?.IsInForce(today) == true ? Policy : null;

    /// <summary>
    /// Whether something may be sent. Without a convention in force the network's mode decides; what is suspended stays so even in an open
    /// network, because somebody said stop.
    /// </summary>
    /// <returns>Why not, with the clause that says so; null when it may.</returns>
    public Refusal? Check(PolicyQuestion question)
    {
        if (Policy is { Standing: PolicyStanding.Suspended }) return Policy.Refuse("POLICY_SUSPENDED", PolicyRule.Standing, "The convention between the two institutions is suspended.");
        if (On(question.Today) is { } inForce) return inForce.Check(question);
        const string missing = "In this network nothing is referred without a convention in force.";
        return Mode == NetworkMode.Open ? null : Policy?.Refuse("POLICY_MISSING", PolicyRule.Standing, missing) ?? new("POLICY_MISSING", missing);
    }
}
