using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Views;

/// <summary>One referral as the figures need it: instants and delays, nothing of a person. Erasing personal data leaves it as it is.</summary>
public sealed class FigureRow
{
    /// <summary><c>referrals/{referral}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Institution id that sent it.</summary>
    public required string Sender { get; set; }

    /// <summary>Institution id that must answer.</summary>
    public required string Recipient { get; set; }

    /// <summary><c>services/{service}</c>.</summary>
    public required string Service { get; set; }

    /// <summary>Theme of the need.</summary>
    public required string Theme { get; set; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset SubmittedAt { get; set; }

    /// <summary>When a reaction of the recipient was due.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When waiting for a reaction ended: the recipient did something, or it was over. Null while it lasts.</summary>
    public DateTimeOffset? WaitedUntil { get; set; }

    /// <summary>Where it stands.</summary>
    public ReferralState State { get; set; }

    /// <summary>What first became of it; null without answer.</summary>
    public FirstAnswer? Answer { get; set; }

    /// <summary>Business minutes up to the first yes or no.</summary>
    public int? ResponseMinutes { get; set; }

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>Minutes from there to the first time the person was met.</summary>
    public int? ContactMinutes { get; set; }

    /// <summary>Minutes from there to the outcome; null while it has none.</summary>
    public int? OutcomeMinutes { get; set; }

    /// <summary>Minutes from the sending to the close; null while it is open, and when it expired.</summary>
    public int? ClosingMinutes { get; set; }

    /// <summary>How it ended.</summary>
    public Outcome? Outcome { get; set; }

    /// <summary>Coded reasons of a refusal, with commas between them; empty without.</summary>
    public string Reasons { get; set; } = "";

    /// <summary>Appointments kept.</summary>
    public int Kept { get; set; }

    /// <summary>Appointments missed.</summary>
    public int Missed { get; set; }

    /// <summary>When a party last did something.</summary>
    public DateTimeOffset TouchedAt { get; set; }
}
