namespace Reseau.Kernel.Policies;

/// <summary>Names of the rules of a policy, as its sources and contradictions say them.</summary>
public static class PolicyRule
{
    /// <summary>Themes that may be referred.</summary>
    public const string Themes = "themes";

    /// <summary>Services that may be asked.</summary>
    public const string Services = "services";

    /// <summary>Fields of the file that may be sent.</summary>
    public const string Fields = "fields";

    /// <summary>Delay to read.</summary>
    public const string Acknowledge = "acknowledge";

    /// <summary>Delay to answer.</summary>
    public const string Decide = "decide";

    /// <summary>Delay before the backup is told.</summary>
    public const string Escalate = "escalate";

    /// <summary>Referrals a month may hold.</summary>
    public const string MonthlyCapacity = "monthly_capacity";

    /// <summary>Habilitations of the sender's agent.</summary>
    public const string Habilitations = "habilitations";

    /// <summary>The state of the convention itself.</summary>
    public const string Standing = "standing";
}
