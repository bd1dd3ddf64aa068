using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>Something that happened to a convention.</summary>
/// <param name="Between">Whose it is: each event says it, so that one event alone tells who may see it.</param>
public abstract record ConventionEvent(Between Between);

/// <summary>Whose a convention is.</summary>
/// <param name="Author">Institution id that began it.</param>
/// <param name="Parties">Institution ids that it binds; none while only its author sees it.</param>
/// <param name="TextVersion">Version of what it says.</param>
public sealed record Between(string Author, ValueList<string> Parties, int TextVersion);

/// <summary>A convention was begun.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="Content">What it says.</param>
public sealed record ConventionDrafted(Between Between, ConventionContent Content) : ConventionEvent(Between)
{
    /// <summary><c>conventions/{convention}</c> it amends or renews; null otherwise.</summary>
    public string? Supersedes { get; init; }

    /// <summary>Whether it renews rather than amends.</summary>
    public bool Renewal { get; init; }

    /// <summary>How far the one it amends had come; null for a new one.</summary>
    public Progress? Progress { get; init; }
}

/// <summary>A convention went from a state to another: one line of <see cref="Transitions"/>.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
public abstract record ConventionMoved(Between Between, ConventionState From, ConventionState To) : ConventionEvent(Between);

/// <summary>What it says was replaced; signatures given are dropped.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Content">What it says.</param>
/// <param name="Why">What was said with it.</param>
public sealed record ConventionRevised(Between Between, ConventionState From, ConventionState To, ConventionContent Content, string Why) : ConventionMoved(Between, From, To)
{
    /// <summary>What is to be signed; null of a draft.</summary>
    public Proposal? Proposal { get; init; }
}

/// <summary>What is to be signed, until when.</summary>
/// <param name="DocumentSha256">SHA-256 of the canonical document, in lower-case hexadecimal.</param>
/// <param name="SignBefore">Last day to sign.</param>
public sealed record Proposal(string DocumentSha256, DateOnly SignBefore);

/// <summary>It was sent to the parties.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Proposal">What is to be signed.</param>
public sealed record ConventionProposed(Between Between, ConventionState From, ConventionState To, Proposal Proposal) : ConventionMoved(Between, From, To);

/// <summary>Something was said of it.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="Clause">Key of the clause; empty = the whole.</param>
/// <param name="Text">What.</param>
/// <param name="By">Name of the professional.</param>
public sealed record ConventionCommented(Between Between, string Clause, string Text, string By) : ConventionEvent(Between);

/// <summary>A person signed in the name of a party.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Signature">The signature.</param>
public sealed record ConventionSigned(Between Between, ConventionState From, ConventionState To, Signature Signature) : ConventionMoved(Between, From, To);

/// <summary>A party said no.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Reason">Why.</param>
public sealed record ConventionDeclined(Between Between, ConventionState From, ConventionState To, string Reason) : ConventionMoved(Between, From, To);

/// <summary>Its author took it back.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Reason">Why; empty when it was not said.</param>
public sealed record ConventionWithdrawn(Between Between, ConventionState From, ConventionState To, string Reason) : ConventionMoved(Between, From, To);

/// <summary>Not everybody had signed by the last day.</summary>
public sealed record ConventionLapsed(Between Between, ConventionState From, ConventionState To) : ConventionMoved(Between, From, To);

/// <summary>A party stopped it for a while.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="By">Institution id.</param>
/// <param name="Reason">Why.</param>
public sealed record ConventionSuspended(Between Between, ConventionState From, ConventionState To, string By, string Reason) : ConventionMoved(Between, From, To);

/// <summary>The party that stopped it took it up again.</summary>
public sealed record ConventionResumed(Between Between, ConventionState From, ConventionState To) : ConventionMoved(Between, From, To);

/// <summary>A party ended it before its time.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Reason">Why.</param>
public sealed record ConventionTerminated(Between Between, ConventionState From, ConventionState To, string Reason) : ConventionMoved(Between, From, To);

/// <summary>A party left the network: withdrawn or terminated by it, or going on between the others.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Institution">Institution id that left.</param>
public sealed record ConventionPartyLeft(Between Between, ConventionState From, ConventionState To, string Institution) : ConventionMoved(Between, From, To);

/// <summary>Less than 90 days are left.</summary>
public sealed record ConventionCameNear(Between Between, ConventionState From, ConventionState To) : ConventionMoved(Between, From, To);

/// <summary>Its end is past.</summary>
public sealed record ConventionExpired(Between Between, ConventionState From, ConventionState To) : ConventionMoved(Between, From, To);

/// <summary>Another one took its place.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Next"><c>conventions/{convention}</c>.</param>
public sealed record ConventionSuperseded(Between Between, ConventionState From, ConventionState To, string Next) : ConventionMoved(Between, From, To);

/// <summary>Another one was begun that will take its place once signed.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="Next"><c>conventions/{convention}</c>.</param>
/// <param name="Renewal">Whether it renews rather than amends.</param>
public sealed record ConventionFollowed(Between Between, string Next, bool Renewal) : ConventionEvent(Between);

/// <summary>The one that was to follow came to nothing.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="Next"><c>conventions/{convention}</c>.</param>
public sealed record ConventionFollowingDropped(Between Between, string Next) : ConventionEvent(Between);

/// <summary>Its renewal is signed by all and takes its place on a day.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="Next"><c>conventions/{convention}</c>.</param>
/// <param name="On">First day of the renewal.</param>
public sealed record ConventionRenewalSigned(Between Between, string Next, DateOnly On) : ConventionEvent(Between);

/// <summary>Something was said of a commitment.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="Commitment">Its key.</param>
/// <param name="Kept">Whether it is kept.</param>
/// <param name="Evidence">What shows it, or why it no longer is.</param>
public sealed record CommitmentKept(Between Between, string Commitment, bool Kept, string Evidence) : ConventionEvent(Between);

/// <summary>A step was reached.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="Reached">Which, and when.</param>
public sealed record StepReached(Between Between, ReachedStep Reached) : ConventionEvent(Between);

/// <summary>Money was paid.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="Paid">With which funding, and how much so far.</param>
public sealed record PaymentRecorded(Between Between, PaidFunding Paid) : ConventionEvent(Between);

/// <summary>Time reminded somebody of it; it stays where it is.</summary>
/// <param name="Between">Whose it is.</param>
/// <param name="Kind">Of what.</param>
/// <param name="Days">Which of the reminders: days before the end, or business days since it was proposed.</param>
/// <param name="Waiting">Institution ids whose signature is awaited; none for a reminder of the end.</param>
public sealed record ConventionReminded(Between Between, TimerKind Kind, int Days, ValueList<string> Waiting) : ConventionEvent(Between);
