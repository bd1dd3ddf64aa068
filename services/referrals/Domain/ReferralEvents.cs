namespace Reseau.Referrals.Domain;

/// <summary>Something that happened to a referral. No event carries personal data: what was said lies in the personal part of its version.</summary>
/// <param name="Parties">Who it is between: each event says it, so that one event alone tells who may see it.</param>
public abstract record ReferralEvent(Parties Parties);

/// <summary>Between whom a referral runs.</summary>
/// <param name="Service"><c>services/{service}</c>.</param>
/// <param name="Sender">Institution id that sent it.</param>
/// <param name="Recipient">Institution id that must answer.</param>
public sealed record Parties(string Service, string Sender, string Recipient);

/// <summary>A person was sent to a service.</summary>
/// <param name="Parties">Between whom.</param>
/// <param name="ServiceDisplayName">Name of the service that day.</param>
/// <param name="Theme">data.inclusion theme of the need.</param>
/// <param name="Consent">What the person agreed to.</param>
public sealed record ReferralSubmitted(Parties Parties, string ServiceDisplayName, string Theme, Consent Consent) : ReferralEvent(Parties)
{
    /// <summary>Département of the recipient that day: its calendar counts the days, even if the service moves. Null = not known, mainland.</summary>
    public string? Departement { get; init; }

    /// <summary>The conventions it was sent under; null for none.</summary>
    public ReliedOn? Policy { get; init; }

    /// <summary>Who was asked before, oldest first; null for a referral that continues none.</summary>
    public IReadOnlyList<ChainLink>? Chain { get; init; }
}

/// <summary>A referral went from a state to another: one line of <see cref="Transitions"/>.</summary>
/// <param name="Parties">Between whom.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
public abstract record ReferralMoved(Parties Parties, ReferralState From, ReferralState To) : ReferralEvent(Parties);

/// <summary>The recipient has read it.</summary>
public sealed record ReferralAcknowledged(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>The recipient takes the person.</summary>
public sealed record ReferralAccepted(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>The recipient does not take the person.</summary>
/// <param name="Parties">Between whom.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Reasons">Codes of <see cref="DeclineReasons"/>.</param>
public sealed record ReferralDeclined(Parties Parties, ReferralState From, ReferralState To, IReadOnlyList<string> Reasons) : ReferralMoved(Parties, From, To);

/// <summary>An appointment was booked or moved.</summary>
/// <param name="Parties">Between whom.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="AppointmentAt">When the person is expected.</param>
public sealed record ReferralScheduled(Parties Parties, ReferralState From, ReferralState To, DateTimeOffset AppointmentAt) : ReferralMoved(Parties, From, To);

/// <summary>The person came.</summary>
public sealed record ReferralAttended(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>The person did not come.</summary>
public sealed record ReferralMissed(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>The recipient closed it.</summary>
/// <param name="Parties">Between whom.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Autonomy">How the mediator worked.</param>
public sealed record ReferralCompleted(Parties Parties, ReferralState From, ReferralState To, Outcome Outcome, Autonomy? Autonomy) : ReferralMoved(Parties, From, To);

/// <summary>The sender stopped it before the recipient began.</summary>
public sealed record ReferralCancelled(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>The sender asks to stop.</summary>
public sealed record ReferralCancellationRequested(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>The recipient agreed to stop.</summary>
public sealed record ReferralCancellationConfirmed(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>The recipient asks the sender for something.</summary>
public sealed record ReferralInformationRequested(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>The sender answered.</summary>
public sealed record ReferralInformationProvided(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>The recipient keeps the person in line.</summary>
/// <param name="Parties">Between whom.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Until">Last day in line.</param>
public sealed record ReferralWaitlisted(Parties Parties, ReferralState From, ReferralState To, DateOnly Until) : ReferralMoved(Parties, From, To);

/// <summary>The recipient has begun, without appointment.</summary>
public sealed record ReferralStarted(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>The recipient paused it.</summary>
/// <param name="Parties">Between whom.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Until">Day on which it should go on.</param>
public sealed record ReferralHeld(Parties Parties, ReferralState From, ReferralState To, DateOnly Until) : ReferralMoved(Parties, From, To);

/// <summary>The recipient goes on.</summary>
public sealed record ReferralResumed(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>The appointment will not take place.</summary>
public sealed record ReferralAppointmentCancelled(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>It was entered in error.</summary>
public sealed record ReferralVoided(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>The recipient took it up again.</summary>
public sealed record ReferralReopened(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>Nobody answered in time.</summary>
public sealed record ReferralExpired(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>The wish to stop was not answered in time: it is stopped.</summary>
public sealed record ReferralCancellationLapsed(Parties Parties, ReferralState From, ReferralState To) : ReferralMoved(Parties, From, To);

/// <summary>Time reminded somebody of it; it stays where it is.</summary>
/// <param name="Parties">Between whom.</param>
/// <param name="Kind">Of what.</param>
/// <param name="ToBackup">Whether it goes to the recipient's backup, because whoever is asked for first is away or has not answered.</param>
public sealed record ReferralReminded(Parties Parties, TimerKind Kind, bool ToBackup) : ReferralEvent(Parties);
