using Reseau.Kernel;
using Reseau.Kernel.Policies;

namespace Reseau.Referrals.Domain;

/// <summary>What was signed between sender and recipient when a referral was sent: it holds for this referral whatever is signed later.</summary>
/// <param name="Conventions"><c>conventions/{convention}@{version}</c>, the oldest first.</param>
/// <param name="Version">Version of the policy compiled from them.</param>
/// <param name="Delays">Delays of answer they state.</param>
public sealed record ReliedOn(ValueList<string> Conventions, long Version, AgreedDelays Delays)
{
    /// <summary>What a policy in force says; null without one.</summary>
    public static ReliedOn? Of(Policy? policy) => policy is null ? null : new(policy.Conventions, policy.Version, policy.Delays);
}
