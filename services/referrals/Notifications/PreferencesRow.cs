namespace Reseau.Referrals.Notifications;

/// <summary>What one professional wants to be told of, and where. Personal data of that professional: here, and nowhere else.</summary>
public sealed class PreferencesRow
{
    /// <summary>Subject of the person's token.</summary>
    public required string Subject { get; set; }

    /// <summary>Institution id the person spoke for when they set this: they are told its news only.</summary>
    public required string Institution { get; set; }

    /// <summary>E-mail address; empty without.</summary>
    public required string Email { get; set; }

    /// <summary>Telephone; empty without.</summary>
    public required string Phone { get; set; }

    /// <summary>Address of a tool; empty without.</summary>
    public required string WebhookUrl { get; set; }

    /// <summary>Key of the signature of what is posted there.</summary>
    public required string WebhookSecret { get; set; }

    /// <summary>Names of the ways chosen, separated by spaces.</summary>
    public required string Channels { get; set; }

    /// <summary>What to say when: <c>Received=Immediate Accepted=Digest</c>.</summary>
    public required string Choices { get; set; }

    /// <summary>First quiet minute of the day; equal to the other when no hour is quiet.</summary>
    public int QuietFrom { get; set; }

    /// <summary>First minute of the day after the quiet ones.</summary>
    public int QuietUntil { get; set; }

    /// <summary>Whether days off are quiet.</summary>
    public bool QuietOnFreeDays { get; set; }

    /// <summary>How often it was set.</summary>
    public long Version { get; set; }
}
