namespace Reseau.Referrals.Notifications;

/// <summary>One message to one professional by one way. It holds no address: that is looked up when it is sent.</summary>
public sealed class DeliveryRow
{
    /// <summary>UUID, the same however often it is made or sent.</summary>
    public required string Id { get; set; }

    /// <summary>Subject of the person's token.</summary>
    public required string Subject { get; set; }

    /// <summary>Institution id whose news it is.</summary>
    public required string Institution { get; set; }

    /// <summary>By which way.</summary>
    public NotificationChannel Channel { get; set; }

    /// <summary>What became of it.</summary>
    public DeliveryState State { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When its first news was noted.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it may be tried. Who tries it moves this on first, so that nobody else does meanwhile.</summary>
    public DateTimeOffset NextTryAt { get; set; }

    /// <summary>When it was sent or given up.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Code of the last failure; empty without. Never the text of another server, which may quote an address.</summary>
    public required string Error { get; set; }
}

/// <summary>One piece of news in a message.</summary>
public sealed class DeliveryItemRow
{
    /// <summary>Id of the message.</summary>
    public required string Delivery { get; set; }

    /// <summary>Position of the event in the log.</summary>
    public long Position { get; set; }

    /// <summary>Which sentence of Texts.resx says it.</summary>
    public required string Text { get; set; }

    /// <summary><c>referrals/{referral}</c>.</summary>
    public required string Referral { get; set; }

    /// <summary>Name of the service that day.</summary>
    public required string ServiceDisplayName { get; set; }

    /// <summary>Theme of the need.</summary>
    public required string Theme { get; set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset OccurredAt { get; set; }
}
