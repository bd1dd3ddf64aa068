namespace Reseau.Partners.Subscriptions;

/// <summary>A referral that waits for its first answer.</summary>
public sealed class AwaitedAnswerRow
{
    /// <summary><c>referrals/{referral}</c>.</summary>
    public required string Referral { get; set; }

    /// <summary><c>services/{service}</c>.</summary>
    public required string Service { get; set; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset SubmittedAt { get; set; }
}

/// <summary>How long one first answer took.</summary>
public sealed class AnswerDelayRow
{
    /// <summary>Position of the answer in the log of referrals.</summary>
    public long Position { get; set; }

    /// <summary><c>services/{service}</c>.</summary>
    public required string Service { get; set; }

    /// <summary>From sending to acceptance or refusal.</summary>
    public double Seconds { get; set; }
}
