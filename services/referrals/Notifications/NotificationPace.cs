namespace Reseau.Referrals.Notifications;

/// <summary>When something is said; numbers are those of the contract.</summary>
public enum NotificationPace
{
    /// <summary>Never.</summary>
    None = 1,

    /// <summary>With the rest, in the morning of the next business day.</summary>
    Digest,

    /// <summary>At once, or when the quiet hours end.</summary>
    Immediate,
}
