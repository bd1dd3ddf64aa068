namespace Reseau.Kernel.Policies;

/// <summary>What somebody wants to send, as far as a policy has a say in it.</summary>
/// <param name="Service"><c>services/{service}</c> that is asked.</param>
/// <param name="Theme">data.inclusion theme of the need.</param>
/// <param name="Today">The day, in the country.</param>
public sealed record PolicyQuestion(string Service, string Theme, DateOnly Today)
{
    /// <summary>How many referrals the sender has sent the recipient this month; matters only when the policy counts them.</summary>
    public int SentThisMonth { get; init; }

    /// <summary>Habilitations that the sender's agent holds; matter only when the policy requires some.</summary>
    public IReadOnlyCollection<string> Habilitations { get; init; } = [];
}
