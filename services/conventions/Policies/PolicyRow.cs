namespace Reseau.Conventions.Policies;

/// <summary>The policy between two institutions, as it was last compiled.</summary>
public sealed class PolicyRow
{
    /// <summary>Institution id that sends.</summary>
    public required string Sender { get; set; }

    /// <summary>Institution id that receives.</summary>
    public required string Recipient { get; set; }

    /// <summary>Version of the policy.</summary>
    public long Version { get; set; }

    /// <summary>The policy, as JSON.</summary>
    public required string Body { get; set; }
}
