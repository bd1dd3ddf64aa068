using Reseau.Kernel;
using Reseau.Kernel.Policies;

namespace Reseau.Referrals.Domain;

/// <summary>What the conventions between sender and recipient say of a referral about to be sent, with the facts their rules ask for.</summary>
/// <param name="Bond">What binds the two.</param>
public sealed record SendingTerms(Bond Bond)
{
    /// <summary>Nothing was ever signed, in an open network.</summary>
    public static SendingTerms Free { get; } = new(Bond.Free);

    /// <summary>
    /// <c>services/{service}</c> that was asked about; empty when none was chosen, null when these terms hold whichever it is. They are asked
    /// for before the transaction: what is sent in it must go where was asked about.
    /// </summary>
    public string? Service { get; init; }

    /// <summary>That service as it was known then, with the institution that the bond is with; null when nobody knew it.</summary>
    public TargetService? Target { get; init; }

    /// <summary>How many the sender has sent the recipient this month.</summary>
    public int SentThisMonth { get; init; }

    /// <summary>Habilitations of the agent who sends.</summary>
    public IReadOnlyCollection<string> Habilitations { get; init; } = [];

    /// <summary>Why it may not be sent; null when it may.</summary>
    public Refusal? Check(string service, string theme, DateOnly today) =>
        Bond.Check(new(service, theme, today) { SentThisMonth = SentThisMonth, Habilitations = Habilitations });

    /// <summary>
    /// The consent as far as the conventions go: what the person agreed to, and the two institutions did not agree to exchange, stays with
    /// the sender. Identity and need are part of every convention that lets people be referred.
    /// </summary>
    public Consent Narrow(Consent consent, DateOnly today) => Bond.On(today) is { Fields.Count: > 0 } policy
        ? consent with { SharedFields = [.. consent.SharedFields.Where(field => field is Consent.Identity or Consent.Need || policy.Fields.Contains(field, StringComparer.Ordinal))] }
        : consent;
}
