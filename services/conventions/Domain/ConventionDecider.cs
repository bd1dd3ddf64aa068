using Reseau.Kernel;
using Reseau.Kernel.Calendar;

namespace Reseau.Conventions.Domain;

/// <summary>What somebody asks for, with the time and the facts the decision needs.</summary>
/// <param name="Institution">Institution id that asks.</param>
/// <param name="Action">What.</param>
/// <param name="Now">When.</param>
public sealed record MoveConvention(string Institution, ConventionAction Action, DateTimeOffset Now)
{
    /// <summary>What is said with it.</summary>
    public string Said { get; init; } = "";

    /// <summary>The new content.</summary>
    public ConventionContent? Content { get; init; }

    /// <summary>SHA-256 of the canonical document that the convention would have; empty for a draft that is only written.</summary>
    public string DocumentSha256 { get; init; } = "";

    /// <summary>Clause, commitment, step or funding it is about.</summary>
    public string Key { get; init; } = "";

    /// <summary>Name of the professional.</summary>
    public string Person { get; init; } = "";

    /// <summary>Whether a commitment is kept.</summary>
    public bool Kept { get; init; }

    /// <summary>When a step was reached.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>What was paid so far.</summary>
    public long PaidCents { get; init; }

    /// <summary>Institution ids of the parties, as they are or are to be, that have left the network.</summary>
    public IReadOnlyCollection<string> Departed { get; init; } = [];
}

/// <summary>All decisions about a convention but its signature: pure, with <see cref="Transitions"/> as the only authority on what may follow what.</summary>
public static partial class ConventionDecider
{
    /// <summary>Days a proposal may be signed, when it says nothing else.</summary>
    public const int DaysToSign = 60;

    /// <summary>Begins a convention.</summary>
    public static Decision<ConventionEvent> Draft(string author, ConventionContent content)
    {
        if (Readiness.Stranger(content) is { } stranger) return stranger;
        return new ConventionDrafted(new(author, [], 1), content);
    }

    /// <summary>Moves a convention, or refuses and says what is possible.</summary>
    public static Decision<ConventionEvent> Move(Convention current, MoveConvention command)
    {
        if (Repeats(current, command)) return Decision.Nothing<ConventionEvent>();
        if (current.Left.Contains(command.Institution, StringComparer.Ordinal)) return Departing.HasLeft(current.Name, command.Institution);
        if (!Transitions.TryFind(current.State, current.SidesOf(command.Institution), command.Action, out var next)) return NotAllowed(current, command.Institution, command.Action);
        var (between, from, to) = (current.Between, current.State, next ?? current.InForceOn(FrenchDay.Of(command.Now)));
        switch (command.Action)
        {
            case ConventionAction.Update: return Revise(current, command, to);
            case ConventionAction.Propose: return Propose(current, command, to);
            case ConventionAction.Comment: return new ConventionCommented(between, command.Key, command.Said, command.Person);
            case ConventionAction.Decline: return new ConventionDeclined(between, from, to, command.Said);
            case ConventionAction.Withdraw: return new ConventionWithdrawn(between, from, to, command.Said);
            case ConventionAction.Suspend: return new ConventionSuspended(between, from, to, command.Institution, command.Said);
            case ConventionAction.Resume when !current.MayResume(command.Institution):
                return new Refusal("SUSPENDED_BY_OTHERS", "Who suspended it takes it up again.", ("convention", current.Name), ("by", Codes.Institution(current.SuspendedBy)));
            case ConventionAction.Resume: return new ConventionResumed(between, from, to);
            case ConventionAction.Terminate: return new ConventionTerminated(between, from, to, command.Said);
            case ConventionAction.KeepCommitment: return Keep(current, command);
            case ConventionAction.ReachStep: return Reach(current, command);
            case ConventionAction.RecordPayment: return Pay(current, command);
            default: throw new ArgumentOutOfRangeException(nameof(command));
        }
    }

    internal static Refusal NotAllowed(Convention current, string institution, ConventionAction action) => current.EndedBy.Length > 0 ? Departing.HasLeft(current.Name, current.EndedBy) : new(
        "CONVENTION_TRANSITION_NOT_ALLOWED", $"{action} is not possible when the convention is {current.State}.",
        ("convention", current.Name), ("state", EnumNames.Of(current.State)), ("event", EnumNames.Of(action)),
        ("possible", string.Join(", ", current.PossibleFor(institution).Select(EnumNames.Of))));

    private static Decision<ConventionEvent> Revise(Convention current, MoveConvention command, ConventionState to)
    {
        // A convention keeps the model it began with, and what that asks for.
        var content = command.Content! with
        {
            Template = current.Content.Template, TemplateVersion = current.Content.TemplateVersion, LeastSignatureLevel = current.Content.LeastSignatureLevel,
        };
        if (content.SignatureLevel < content.LeastSignatureLevel)
        {
            return new Refusal("SIGNATURE_LEVEL_BELOW_TEMPLATE", "The template asks for a higher level of signature.",
                ("convention", current.Name), ("level", EnumNames.Of(content.LeastSignatureLevel)));
        }
        if (Readiness.Stranger(content) is { } stranger) return stranger;
        if (content == current.Content) return Decision.Nothing<ConventionEvent>();
        if (current.IsPrivate) return new ConventionRevised(current.Between, current.State, to, content, command.Said);
        // Whom a proposal concerns is its author's word: no party shuts another out.
        if (command.Institution != current.Author && content.Institutions != current.Content.Institutions)
            return new Refusal("PARTIES_SET_BY_AUTHOR", "Only the author changes the parties.", ("convention", current.Name));
        if (Proposal(current, content, command, out var proposal) is { } refusal) return refusal;
        // Who is no longer a party still hears of it: this event is theirs too.
        var between = new Between(current.Author, [.. content.Institutions.Union(current.Content.Institutions, StringComparer.Ordinal)], current.TextVersion + 1);
        return new ConventionRevised(between, current.State, to, content, command.Said) { Proposal = proposal };
    }

    private static Decision<ConventionEvent> Propose(Convention current, MoveConvention command, ConventionState to)
    {
        if (Proposal(current, current.Content, command, out var proposal) is { } refusal) return refusal;
        return new ConventionProposed(current.Between with { Parties = current.Content.Institutions }, current.State, to, proposal!);
    }

    private static Refusal? Proposal(Convention current, ConventionContent content, MoveConvention command, out Proposal? proposal)
    {
        var today = FrenchDay.Of(command.Now);
        proposal = new(command.DocumentSha256, SignBefore(content, today));
        // Nobody is sent what nobody here could sign: it would lapse, and everybody would have read it for nothing.
        return Departed(current, command.Departed) ?? Readiness.Check(content, today) ?? content.Financing?.Check() ?? BeyondReach(current.Name, content);
    }

    private static Refusal? Departed(Convention current, IReadOnlyCollection<string> departed) => departed.FirstOrDefault() is { } left ? Departing.HasLeft(current.Name, left) : null;

    /// <summary>Last day on which a proposal of a day may be signed; never past the end of the convention itself.</summary>
    public static DateOnly SignBefore(ConventionContent content, DateOnly proposedOn)
    {
        var last = content.SignBefore ?? proposedOn.AddDays(DaysToSign);
        return content.EndDate < last ? content.EndDate.Value : last;
    }

    // Somebody asks again for what already is: they must see success.
    private static bool Repeats(Convention current, MoveConvention command)
    {
        var sides = current.SidesOf(command.Institution);
        return (command.Action, current.State) switch
        {
            (ConventionAction.Propose, ConventionState.Proposed) => sides.Contains(Side.Author),
            (ConventionAction.Decline, ConventionState.Declined) => sides.Contains(Side.Party) && current.Reason == command.Said,
            (ConventionAction.Withdraw, ConventionState.Withdrawn) => sides.Contains(Side.Author) && !current.Lapsed && current.Reason == command.Said,
            (ConventionAction.Suspend, ConventionState.Suspended) => current.SuspendedBy == command.Institution && current.Reason == command.Said,
            (ConventionAction.Resume, ConventionState.Active or ConventionState.Expiring) => sides.Contains(Side.Party),
            (ConventionAction.Terminate, ConventionState.Terminated) => sides.Contains(Side.Party) && current.Reason == command.Said,
            _ => false,
        };
    }
}
