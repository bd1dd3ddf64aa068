namespace Reseau.Referrals.Domain;

/// <summary>
/// A person sent, with their agreement, to the service that answers their need: the state that decisions rest on,
/// folded from its events. It knows no personal data: those lie beside the log, under the referral's own key.
/// <code>
/// SUBMITTED → ACKNOWLEDGED → ACCEPTED → SCHEDULED ⇄ NO_SHOW → IN_PROGRESS → COMPLETED     (a DRAFT before it: Drafting)
///   │ └ WAITLISTED ┘  │         └─────────── ⇄ ON_HOLD ──────────┘
///   │ ⇄ INFORMATION_REQUESTED
///   └ CANCELLED, VOIDED, EXPIRED   DECLINED, REDIRECTED ⇒ another one      CANCELLATION_REQUESTED → CANCELLED | COMPLETED
/// </code>
/// The table is <see cref="Transitions"/>.
/// </summary>
public sealed partial record Referral
{
    /// <summary><c>referrals/{referral}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many events it has.</summary>
    public long Version { get; init; }

    /// <summary>Where it stands.</summary>
    public ReferralState State { get; init; }

    /// <summary>The state that this one interrupted: where it goes on, and what a cancellation counts for (<see cref="Transitions.Before"/>).</summary>
    public ReferralState? Before { get; init; }

    /// <summary>What was sent; of a draft, from whom and where it may go, and no consent.</summary>
    public required ReferralSubmitted Submission { get; init; }

    /// <summary>When it was sent; of a draft, when it was begun.</summary>
    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Last time it moved.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>When the person is expected; null without an appointment.</summary>
    public DateTimeOffset? AppointmentAt { get; init; }

    /// <summary>Version of the event that booked the current appointment; its place is the personal part of that version.</summary>
    public long? AppointmentVersion { get; init; }

    /// <summary>Until when it waits in line (also while something is asked) or is paused; null otherwise.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What time needs to know of it.</summary>
    public required Waiting Waiting { get; init; }

    /// <summary>Coded reasons of a refusal.</summary>
    public IReadOnlyList<string> DeclineReasons { get; init; } = [];

    /// <summary>How it ended.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>How the mediator worked.</summary>
    public Autonomy? Autonomy { get; init; }

    /// <summary>When the person took their consent back; null while it stands.</summary>
    public DateTimeOffset? ConsentWithdrawnAt { get; init; }

    /// <summary>When its personal data were erased, for that or because their time was over; null while they are there.</summary>
    public DateTimeOffset? ErasedAt { get; init; }
    /// <summary>The referral that goes on in its place; null while the person is awaited here, or nowhere.</summary>
    public Destination? RedirectedTo { get; init; }

    /// <summary>Who was asked before, oldest first.</summary>
    public IReadOnlyList<ChainLink> Chain => Submission.Chain ?? [];

    /// <summary>The first referral of its chain; null for one that stands alone.</summary>
    public string? FirstOfChain => Chain.Count > 0 ? Chain[0].Referral : RedirectedTo is null ? null : Name;

    /// <summary>The same in the words of the national systems; null for a draft.</summary>
    public NationalStatus? NationalStatus => NationalStatuses.Of(State, Before);

    /// <summary>Which party an institution is; null when it is none.</summary>
    public Side? SideOf(string institution) =>
        institution.Length == 0 ? null : institution == Submission.Parties.Recipient ? Side.Recipient : institution == Submission.Parties.Sender ? Side.Sender : null;

    /// <summary>What a party may do now; nothing once the person was forgotten.</summary>
    public IEnumerable<ReferralAction> Possible(Side who) => Transitions.Possible(State, who, isElsewhere: RedirectedTo is not null, isErased: ErasedAt is not null);

    /// <summary>Takes one event in.</summary>
    public static Referral Evolve(Referral? current, string name, long version, DateTimeOffset at, ReferralEvent happened)
    {
        if (happened is ReferralSubmitted submitted)
        {
            return new()
            {
                Name = name, Version = version, SharedVersion = version, State = ReferralState.Submitted, Submission = submitted, SubmittedAt = at, ChangedAt = at, Waiting = Waiting.Of(submitted, at),
            };
        }

        if (happened is ReferralDrafted drafted) return Written(current, name, version, at, drafted);
        var known = current ?? throw new InvalidOperationException($"{name} starts with a {happened.GetType().Name}.");
        known = known with { Waiting = known.Waiting.After(happened, at) };
        if (happened is ReferralErased) return known with { Version = version, SharedVersion = version, ErasedAt = at };
        if (happened is ReferralForwarded forwarded) return known with { Version = version, SharedVersion = version, RedirectedTo = forwarded.Next };
        // Not everything that happens moves it: it is heard of, and stays where it is.
        if (happened is not ReferralMoved moved) return Hear(known, version, happened);
        var next = known with
        {
            Version = version,
            SharedVersion = version,
            State = moved.To,
            Before = Transitions.Before(moved.From, known.Before, moved.To),
            Until = UntilAfter(moved, known.Until),
            AppointmentAt = AppointmentAfter(moved, known.AppointmentAt),
            ChangedAt = at,
        };
        return moved switch
        {
            ReferralScheduled => next with { AppointmentVersion = version },
            ReferralAppointmentCancelled => next with { AppointmentVersion = null },
            ReferralConsentWithdrawn => next with { ConsentWithdrawnAt = at, ErasedAt = at },
            ReferralDraftDiscarded => next with { ErasedAt = at },
            ReferralReopened => next with { Outcome = null, Autonomy = null, DeclineReasons = [] },
            ReferralDeclined declined => next with { DeclineReasons = declined.Reasons },
            ReferralRedirected redirected => next with { DeclineReasons = redirected.Reasons, RedirectedTo = redirected.Next },
            ReferralCompleted completed => next with { Outcome = completed.Outcome, Autonomy = completed.Autonomy },
            _ => next,
        };
    }

    /// <summary>The appointment after a move.</summary>
    public static DateTimeOffset? AppointmentAfter(ReferralMoved moved, DateTimeOffset? appointment) => moved switch
    {
        ReferralScheduled scheduled => scheduled.AppointmentAt,
        ReferralAppointmentCancelled => null,
        _ => appointment,
    };

    /// <summary>Until when it waits or is paused, after a move. A place in line is kept while something is asked.</summary>
    public static DateOnly? UntilAfter(ReferralMoved moved, DateOnly? until) => moved switch
    {
        ReferralWaitlisted waitlisted => waitlisted.Until,
        ReferralHeld held => held.Until,
        { To: ReferralState.InformationRequested or ReferralState.Waitlisted } => until,
        _ => null,
    };
}
