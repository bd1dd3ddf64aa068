using Reseau.Kernel.Policies;

namespace Reseau.Referrals.Domain;

/// <summary>How long each may take: business days of the recipient's département, unless said otherwise.</summary>
public sealed record Delays
{
    /// <summary>Those of the network, for parties that have agreed on nothing else.</summary>
    public static Delays Default { get; } = new();

    /// <summary>Those of the network, save what a convention states.</summary>
    public static Delays Of(AgreedDelays agreed) => Default with
    {
        Acknowledge = agreed.Acknowledge ?? Default.Acknowledge,
        Decide = agreed.Decide ?? Default.Decide,
        Escalation = agreed.Escalate ?? Default.Escalation,
    };

    /// <summary>To read it and say so.</summary>
    public int Acknowledge { get; init; } = 2;

    /// <summary>Before the first reminder. Recipients take an earlier one badly.</summary>
    public int Reminder { get; init; } = 3;

    /// <summary>To take the person or not.</summary>
    public int Decide { get; init; } = 5;

    /// <summary>Before the backup is told.</summary>
    public int Escalation { get; init; } = 6;

    /// <summary>Days of the calendar after which an unanswered referral expires.</summary>
    public int ExpiryInCalendarDays { get; init; } = 30;

    /// <summary>To confirm that it stops, or say what was done.</summary>
    public int CancellationAnswer { get; init; } = 3;

    /// <summary>For the sender, to answer what it was asked.</summary>
    public int Information { get; init; } = 10;

    /// <summary>When reminders are sent: people read them as they begin the day.</summary>
    public TimeOnly Morning { get; init; } = new(8, 0);
}
