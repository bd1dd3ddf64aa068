using Reseau.Kernel.Policies;
using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Views;

/// <summary>What time does next to a referral, and all it needs to know for that; no personal data. A closed referral keeps its row: it may be taken up again.</summary>
public sealed class TimerRow
{
    /// <summary><c>referrals/{referral}</c>.</summary>
    public required string Referral { get; set; }

    /// <summary>Version of the referral.</summary>
    public long Version { get; set; }

    /// <summary><c>services/{service}</c>, whose absences matter.</summary>
    public required string Service { get; set; }

    /// <summary>What comes next; null when nothing does.</summary>
    public TimerKind? Kind { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary><see cref="Waiting.State"/>.</summary>
    public ReferralState State { get; set; }

    /// <summary><see cref="Waiting.Since"/>.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary><see cref="Waiting.Until"/>.</summary>
    public DateOnly? Until { get; set; }

    /// <summary><see cref="Waiting.Departement"/>.</summary>
    public string? Departement { get; set; }

    /// <summary><see cref="AnswerClock.Day"/>.</summary>
    public DateOnly ClockDay { get; set; }

    /// <summary><see cref="AnswerClock.BusinessDays"/>.</summary>
    public int ClockBusinessDays { get; set; }

    /// <summary><see cref="AnswerClock.Days"/>.</summary>
    public int ClockDays { get; set; }

    /// <summary><see cref="AgreedDelays.Acknowledge"/> of <see cref="Waiting.Agreed"/>.</summary>
    public int? AgreedAcknowledge { get; set; }

    /// <summary><see cref="AgreedDelays.Decide"/> of <see cref="Waiting.Agreed"/>.</summary>
    public int? AgreedDecide { get; set; }

    /// <summary><see cref="AgreedDelays.Escalate"/> of <see cref="Waiting.Agreed"/>.</summary>
    public int? AgreedEscalate { get; set; }

    /// <summary><see cref="Waiting.Sent"/>.</summary>
    public Reminders Sent { get; set; }

    /// <summary>What time knows of the referral.</summary>
    public Waiting Read() => new()
    {
        State = State, Since = Since, Until = Until, Departement = Departement, Clock = new(ClockDay, ClockBusinessDays, ClockDays), Sent = Sent,
        Agreed = new(AgreedAcknowledge, AgreedDecide, AgreedEscalate),
    };

    /// <summary>Keeps what time knows of the referral.</summary>
    public void Keep(Waiting waiting)
    {
        (State, Since, Until, Departement, Sent) = (waiting.State, waiting.Since, waiting.Until, waiting.Departement, waiting.Sent);
        (ClockDay, ClockBusinessDays, ClockDays) = waiting.Clock;
        (AgreedAcknowledge, AgreedDecide, AgreedEscalate) = waiting.Agreed;
    }
}
