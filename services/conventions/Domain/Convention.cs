using System.Text.Json.Serialization;
using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>
/// What institutions promise each other: the state that decisions rest on, folded from its events.
/// <code>
/// DRAFT → PROPOSED ⇄ PARTIALLY_SIGNED → ACTIVE → EXPIRING → EXPIRED
///   │        └ DECLINED      │            └─ ⇄ SUSPENDED ─┘
///   └────── WITHDRAWN ───────┘            TERMINATED, SUPERSEDED
/// </code>
/// The table is <see cref="Transitions"/>. Nothing here reads what clauses say, so that lists keep it without their text.
/// </summary>
public sealed record Convention
{
    /// <summary>Days before the end from which it is EXPIRING.</summary>
    public const int NearDays = 90;

    /// <summary><c>conventions/{convention}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many events it has.</summary>
    public long Version { get; init; }

    /// <summary>Where it stands.</summary>
    public ConventionState State { get; init; }

    /// <summary>What it says.</summary>
    public required ConventionContent Content { get; init; }

    /// <summary>Version of what it says, from 1.</summary>
    public int TextVersion { get; init; }

    /// <summary>Institution id that began it.</summary>
    public required string Author { get; init; }

    /// <summary>What is to be signed, or was; null of a draft.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>When this version was sent to the parties; null of a draft.</summary>
    public DateTimeOffset? ProposedAt { get; init; }

    /// <summary>Signatures of this version, the first one first.</summary>
    public ValueList<GivenSignature> Signatures { get; init; }

    /// <summary>How far what it says has come.</summary>
    public Progress Progress { get; init; } = new();

    /// <summary>When it was begun.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed: nothing happens to it before.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The one it amends or renews; null otherwise.</summary>
    public string? Supersedes { get; init; }

    /// <summary>Whether it renews it rather than amends it.</summary>
    public bool Renewal { get; init; }

    /// <summary>The one that amends or renews it; null otherwise.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>When its signed renewal takes its place; null otherwise.</summary>
    public DateOnly? ReplacedOn { get; init; }

    /// <summary>Why it was declined, withdrawn, suspended or terminated; empty otherwise.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Institution id that suspended it; empty otherwise.</summary>
    public string SuspendedBy { get; init; } = "";

    /// <summary>Whether it was not signed by all in time.</summary>
    public bool Lapsed { get; init; }

    /// <summary>Institution ids of the parties that left the network since it was proposed: it binds them no more.</summary>
    public ValueList<string> Left { get; init; }

    /// <summary>Institution id whose departure ended it; empty otherwise.</summary>
    public string EndedBy { get; init; } = "";

    /// <summary>Business days of the last reminder of signatures that are missing; 0 = none.</summary>
    public int RemindedUnsigned { get; init; }

    /// <summary>Days before its end of the last reminder; null = none.</summary>
    public int? RemindedOfEnd { get; init; }

    /// <summary>Whose it is, for its events: nobody but its author knows of a draft.</summary>
    [JsonIgnore]
    public Between Between => new(Author, IsPrivate ? [] : Content.Institutions, TextVersion);

    /// <summary>Whether only its author has ever seen it.</summary>
    [JsonIgnore]
    public bool IsPrivate => Proposal is null;

    /// <summary>Whether every condition is evidenced.</summary>
    [JsonIgnore]
    public bool IsReady => !Progress.MissingConditions(Content).Any();

    /// <summary>Institution ids whose signature is missing, in the order of the parties.</summary>
    [JsonIgnore]
    public IEnumerable<string> Missing => Content.Institutions.Except(Signatures.Select(given => given.Signature.Institution), StringComparer.Ordinal);

    /// <summary>Institution ids that may sign now.</summary>
    [JsonIgnore]
    public IEnumerable<string> NextSigners => State is not (ConventionState.Proposed or ConventionState.PartiallySigned) ? []
        : Content.SigningOrder == SigningOrder.Sequential ? Missing.Take(1) : Missing;

    /// <summary>In what capacities an institution may act; none when it is not concerned.</summary>
    public IReadOnlyList<Side> SidesOf(string institution)
    {
        List<Side> sides = [];
        if (institution == Author) sides.Add(Side.Author);
        if (!IsPrivate && Content.PartyOf(institution) is not null) sides.Add(Side.Party);
        return sides;
    }

    /// <summary>Whether it binds an institution, once it is signed: a party that has not left.</summary>
    public bool IsBound(string institution) => Content.PartyOf(institution) is not null && !Left.Contains(institution, StringComparer.Ordinal);

    /// <summary>Whether an institution may take up again what was suspended: who did it, or whoever is left when that one has gone.</summary>
    public bool MayResume(string institution) => SuspendedBy == institution || Left.Contains(SuspendedBy, StringComparer.Ordinal);

    /// <summary>What an institution may do now; nothing once it has left.</summary>
    public IEnumerable<ConventionAction> PossibleFor(string institution) => Left.Contains(institution, StringComparer.Ordinal) ? [] : Transitions.Possible(State, SidesOf(institution)).Where(action => action switch
    {
        ConventionAction.Sign => NextSigners.Contains(institution, StringComparer.Ordinal),
        ConventionAction.Resume => MayResume(institution),
        ConventionAction.Amend or ConventionAction.Renew => SupersededBy is null,
        ConventionAction.KeepCommitment => Content.Commitments.Any(commitment => commitment.Institution == institution),
        ConventionAction.ReachStep => Progress.Steps.Count < Content.Steps.Count,
        ConventionAction.RecordPayment => Content.Financing is not null,
        _ => true,
    });

    /// <summary>The state of a signed convention that nothing suspends: near its end or not.</summary>
    public ConventionState InForceOn(DateOnly day) => Content.EndDate?.AddDays(-NearDays) <= day ? ConventionState.Expiring : ConventionState.Active;

    /// <summary>Whether what it says holds on a day: signed by all, neither suspended nor over, between its first and its last day.</summary>
    public bool IsInForce(DateOnly day) => State is ConventionState.Active or ConventionState.Expiring && Content.StartDate <= day && day <= Content.EndDate;

    /// <summary>Takes one event in.</summary>
    public static Convention Evolve(Convention? current, string name, long version, DateTimeOffset at, ConventionEvent happened)
    {
        if (happened is ConventionDrafted drafted)
        {
            return new()
            {
                Name = name, Version = version, State = ConventionState.Draft, Content = drafted.Content, TextVersion = 1, Author = drafted.Between.Author, CreatedAt = at, ChangedAt = at,
                Supersedes = drafted.Supersedes, Renewal = drafted.Renewal, Progress = drafted.Progress ?? new(),
            };
        }
        var known = (current ?? throw new InvalidOperationException($"{name} starts with a {happened.GetType().Name}.")) with { Version = version, ChangedAt = at };
        // Who suspended it, and why, stays said when it goes on without one of them.
        if (happened is ConventionPartyLeft { From: var from, To: var to } stayed && from == to) return known with { Left = [.. known.Left, stayed.Institution] };
        return happened is ConventionMoved moved ? Move(known with { State = moved.To, Reason = "", SuspendedBy = "" }, moved, at) : Hear(known, happened, at);
    }

    private static Convention Move(Convention next, ConventionMoved moved, DateTimeOffset at) => moved switch
    {
        ConventionRevised revised => next with
        {
            Content = revised.Content, TextVersion = revised.Between.TextVersion, Signatures = [], Progress = next.Progress.Within(revised.Content),
            Proposal = revised.Proposal, ProposedAt = revised.Proposal is null ? null : at, RemindedUnsigned = 0,
        },
        ConventionProposed proposed => next with { Proposal = proposed.Proposal, ProposedAt = at },
        ConventionSigned signed => next with { Signatures = [.. next.Signatures, new(signed.Signature, at)] },
        ConventionDeclined declined => next with { Reason = declined.Reason },
        ConventionWithdrawn withdrawn => next with { Reason = withdrawn.Reason },
        ConventionTerminated terminated => next with { Reason = terminated.Reason },
        ConventionSuspended suspended => next with { Reason = suspended.Reason, SuspendedBy = suspended.By },
        ConventionLapsed => next with { Lapsed = true },
        ConventionPartyLeft left => next with { Left = [.. next.Left, left.Institution], EndedBy = left.Institution },
        ConventionSuperseded superseded => next with { SupersededBy = superseded.Next, ReplacedOn = null },
        _ => next,
    };

    private static Convention Hear(Convention known, ConventionEvent happened, DateTimeOffset at) => happened switch
    {
        CommitmentKept kept => known with { Progress = known.Progress.With(new CommitmentEvidence(kept.Commitment, kept.Kept, kept.Evidence, at)) },
        StepReached reached => known with { Progress = known.Progress.With(reached.Reached) },
        PaymentRecorded recorded => known with { Progress = known.Progress.With(recorded.Paid) },
        ConventionFollowed followed => known with { SupersededBy = followed.Next },
        ConventionFollowingDropped => known with { SupersededBy = null, ReplacedOn = null },
        ConventionRenewalSigned signed => known with { ReplacedOn = signed.On },
        ConventionReminded { Kind: TimerKind.MissingSignatures } reminded => known with { RemindedUnsigned = reminded.Days },
        ConventionReminded { Kind: TimerKind.Ending } reminded => known with { RemindedOfEnd = reminded.Days },
        _ => known,
    };
}
