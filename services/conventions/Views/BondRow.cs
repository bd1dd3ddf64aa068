namespace Reseau.Conventions.Views;

/// <summary>A pair of institutions whose referrals a convention has terms for, from its first signature by all on: also when it is over.</summary>
public sealed class BondRow
{
    /// <summary>Institution id that sends.</summary>
    public required string Sender { get; set; }

    /// <summary>Institution id that receives.</summary>
    public required string Recipient { get; set; }

    /// <summary><c>conventions/{convention}</c>.</summary>
    public required string Convention { get; set; }
}
