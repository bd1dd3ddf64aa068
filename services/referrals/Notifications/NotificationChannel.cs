namespace Reseau.Referrals.Notifications;

/// <summary>By which way something is said; numbers are those of the contract and of the tables.</summary>
public enum NotificationChannel
{
    /// <summary>E-mail.</summary>
    Email = 1,

    /// <summary>Text message to a telephone.</summary>
    Sms,

    /// <summary>JSON posted to a tool of the person.</summary>
    Webhook,
}
