namespace Reseau.Training.Domain.Needs;

/// <summary>What revealed a need: what was counted, never a referral nor a person.</summary>
/// <param name="Kind">What it was; the properties of the other kinds stay empty.</param>
public sealed record NeedOrigin(NeedOriginKind Kind)
{
    /// <summary><c>campaigns/{campaign}</c>.</summary>
    public string Campaign { get; init; } = "";

    /// <summary>Key of its question; empty = the campaign as a whole.</summary>
    public string Question { get; init; } = "";

    /// <summary>data.inclusion theme of the referrals or searches; of searches, perhaps a family of themes.</summary>
    public string Theme { get; init; } = "";

    /// <summary>Why the referrals came back; null = for any of the reasons.</summary>
    public SignalKind? Signal { get; init; }

    /// <summary>First day of the first month in which they did.</summary>
    public DateOnly From { get; init; }

    /// <summary>First day of the last month.</summary>
    public DateOnly Until { get; init; }

    /// <summary>INSEE code of the commune of the searches; empty = not said.</summary>
    public string Commune { get; init; } = "";

    /// <summary>How many searches; 0 = fewer than five, of which no number is told.</summary>
    public int Searches { get; init; }
}

/// <summary>What can reveal a need.</summary>
public enum NeedOriginKind
{
    /// <summary>The word of a manager.</summary>
    Manager = 1,

    /// <summary>What was answered in a campaign.</summary>
    Campaign,

    /// <summary>Referrals that came back.</summary>
    Referrals,

    /// <summary>What was looked for in the directory and not found.</summary>
    Searches,
}
