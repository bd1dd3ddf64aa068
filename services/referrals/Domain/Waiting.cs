using Reseau.Kernel.Calendar;
using Reseau.Kernel.Policies;

namespace Reseau.Referrals.Domain;

/// <summary>
/// What time needs to know of a referral to tell what is due (<see cref="Deadlines"/>): folded from its events, and small enough for a
/// row of a table. The log alone leads to it.
/// </summary>
public sealed record Waiting
{
    /// <summary>Where the referral stands.</summary>
    public required ReferralState State { get; init; }

    /// <summary>When it came there.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Until when it waits in line or is paused.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The recipient's département; null = mainland.</summary>
    public string? Departement { get; init; }

    /// <summary>How long the recipient has had to answer.</summary>
    public required AnswerClock Clock { get; init; }

    /// <summary>Delays of answer that conventions state.</summary>
    public AgreedDelays Agreed { get; init; } = AgreedDelays.None;

    /// <summary>How long each may take.</summary>
    public Delays Delays => Delays.Of(Agreed);

    /// <summary>Which reminders were sent.</summary>
    public Reminders Sent { get; init; }

    /// <summary>Where its days are counted.</summary>
    public FrenchPlace Place => FrenchPlace.Of(Departement);

    /// <summary>It was sent.</summary>
    public static Waiting Of(ReferralSubmitted submitted, DateTimeOffset at) => new()
    {
        State = ReferralState.Submitted,
        Since = at,
        Departement = submitted.Departement,
        Agreed = submitted.Policy?.Delays ?? AgreedDelays.None,
        Clock = AnswerClock.Start(FrenchPlace.Of(submitted.Departement).DayOf(at)),
    };

    /// <summary>Whether the recipient owes an answer, and its clock runs.</summary>
    public static bool IsUnanswered(ReferralState state) => state is ReferralState.Submitted or ReferralState.Acknowledged;

    /// <summary>The reminder that a kind of timer sends.</summary>
    public static Reminders ReminderOf(TimerKind kind) => kind switch
    {
        TimerKind.Acknowledge or TimerKind.Decide => Reminders.Answer,
        TimerKind.Provide => Reminders.Provide,
        TimerKind.Resume => Reminders.Resume,
        TimerKind.Escalate => Reminders.Escalate,
        _ => Reminders.None,
    };

    /// <summary>Something happened after.</summary>
    public Waiting After(ReferralEvent happened, DateTimeOffset at) => happened switch
    {
        ReferralReminded reminded => this with { Sent = Sent | ReminderOf(reminded.Kind) },
        ReferralMoved moved => After(moved, at),
        _ => this,
    };

    private Waiting After(ReferralMoved moved, DateTimeOffset at) => this with
    {
        State = moved.To,
        Since = at,
        Until = Referral.UntilAfter(moved, Until),
        Clock = (IsUnanswered(moved.From), IsUnanswered(moved.To)) switch
        {
            (true, false) => Clock.Stop(Place.DayOf(at), Place),
            (false, true) => Clock.Restart(Place.DayOf(at)),
            _ => Clock,
        },
        // Each question and each pause has a reminder of its own.
        Sent = moved.To switch
        {
            ReferralState.InformationRequested => Sent & ~Reminders.Provide,
            ReferralState.OnHold => Sent & ~Reminders.Resume,
            _ => Sent,
        },
    };
}
