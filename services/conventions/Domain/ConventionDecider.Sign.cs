using Reseau.Kernel;
using Reseau.Kernel.Calendar;

namespace Reseau.Conventions.Domain;

/// <summary>A person signs.</summary>
/// <param name="Institution">Institution id in whose name.</param>
/// <param name="Subject">Subject of their token.</param>
/// <param name="Name">Their name, as their identity provider says.</param>
/// <param name="AuthenticatedAt">When they last signed in; null when the token does not say.</param>
/// <param name="DocumentSha256">Hash of the document they were shown.</param>
/// <param name="MandateHeld">Whether they say that they hold the mandate.</param>
/// <param name="Now">When.</param>
public sealed record SignConvention(
    string Institution, string Subject, string Name, DateTimeOffset? AuthenticatedAt, string DocumentSha256, bool MandateHeld, DateTimeOffset Now)
{
    /// <summary>Institution ids of the parties that have left the network.</summary>
    public IReadOnlyCollection<string> Departed { get; init; } = [];
}

/// <summary>Signing: only a person, only what they saw, in their turn, by their mandate, and recognised anew.</summary>
public static partial class ConventionDecider
{
    /// <summary>How long ago the person may have signed in.</summary>
    public static readonly TimeSpan FreshSignIn = TimeSpan.FromMinutes(5);

    // Clocks of two machines are never quite the same.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>Signs, or refuses.</summary>
    public static Decision<ConventionEvent> Sign(Convention current, SignConvention command)
    {
        var given = current.Signatures.FirstOrDefault(given => given.Signature.Institution == command.Institution)?.Signature;
        // Their own signature of these bytes stands, whatever became of the convention since.
        if (given is not null && given.Subject == command.Subject && given.DocumentSha256 == command.DocumentSha256) return Decision.Nothing<ConventionEvent>();
        if (Refuse(current, command, given) is { } refusal) return refusal;
        var party = current.Content.PartyOf(command.Institution)!;
        var to = current.Missing.Count() > 1 ? ConventionState.PartiallySigned : current.InForceOn(FrenchDay.Of(command.Now));
        return new ConventionSigned(current.Between, current.State, to, new(
            command.Institution, command.Subject, command.Name, party.Function, party.Mandate, SignatureLevel.Simple, Signature.ReAuthentication, command.DocumentSha256, command.AuthenticatedAt!.Value));
    }

    // More than a simple signature needs a provider of trust services, and none is connected.
    private static Refusal? BeyondReach(string convention, ConventionContent content) => content.SignatureLevel > SignatureLevel.Simple
        ? new("SIGNATURE_LEVEL_TOO_LOW", "A simple signature is not enough for this convention.", ("convention", convention), ("level", EnumNames.Of(content.SignatureLevel)))
        : null;

    private static Refusal? Refuse(Convention current, SignConvention command, Signature? given)
    {
        var convention = ("convention", current.Name);
        if (current.Lapsed) return new("PROPOSAL_LAPSED", "It was not signed by all in time.", convention);
        if (!Transitions.TryFind(current.State, current.SidesOf(command.Institution), ConventionAction.Sign, out _)) return NotAllowed(current, command.Institution, ConventionAction.Sign);
        // Nobody signs with who has gone, even in the moment before it is withdrawn for that.
        if (Departed(current, command.Departed) is { } departed) return departed;
        if (FrenchDay.Of(command.Now) > current.Proposal!.SignBefore) return new("PROPOSAL_LAPSED", "The last day to sign is past.", convention);
        if (given is not null) return new("ALREADY_SIGNED", "Another person signed in the name of this institution.", convention);
        if (command.DocumentSha256 != current.Proposal.DocumentSha256)
            return new("DOCUMENT_NOT_THE_ONE_SHOWN", "The hash is not that of the document to sign.", convention, ("document_sha256", current.Proposal.DocumentSha256));
        if (!current.NextSigners.Contains(command.Institution, StringComparer.Ordinal))
            return new("NOT_YOUR_TURN", "Another party signs first.", convention, ("next", string.Join(", ", current.NextSigners.Select(Codes.Institution))));
        if (!command.MandateHeld || current.Content.PartyOf(command.Institution)!.Mandate.Length == 0)
            return new("MANDATE_MISSING", "Nothing says what gives the power to sign.", convention);
        if (BeyondReach(current.Name, current.Content) is { } beyond) return beyond;
        if (command.Now < current.ChangedAt) return new("CLOCK_BEHIND_JOURNAL", "The clock is behind what has already happened.", convention);
        if (command.AuthenticatedAt is not { } at || command.Now - at > FreshSignIn || at - command.Now > Skew)
            return new("SIGN_IN_TOO_OLD", "The person must have signed in within the last five minutes.", convention);
        return null;
    }
}
