namespace Reseau.Kernel.Policies;

/// <summary>Delays of answer that a convention states, in business days of the recipient's département; null = the network's.</summary>
/// <param name="Acknowledge">To say that it was read.</param>
/// <param name="Decide">To take the person or not.</param>
/// <param name="Escalate">Before the recipient's backup is told.</param>
public sealed record AgreedDelays(int? Acknowledge, int? Decide, int? Escalate)
{
    /// <summary>Nothing was agreed on.</summary>
    public static AgreedDelays None { get; } = new(null, null, null);
}
