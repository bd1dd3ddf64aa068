using Reseau.Conventions.Domain;
using Reseau.Conventions.Signing;
using Reseau.Hosting.Log;
using Reseau.Kernel.Calendar;

namespace Reseau.Conventions.Rpc;

/// <summary>The part of a convention's history that proves who signed what, as the chained journal of its evidence.</summary>
internal static class EvidenceJournal
{
    /// <summary>The journal of a history.</summary>
    public static Journal Of(StoredConvention stored)
    {
        var facts = new List<JournalFact>();
        Convention? current = null;
        foreach (var recorded in stored.History)
        {
            current = Convention.Evolve(current, recorded.Stream, recorded.Version, recorded.OccurredAt, (ConventionEvent)recorded.Body);
            if (Fact(current, recorded) is not { } fact) continue;
            facts.Add(fact);
            if (recorded.Body is ConventionSigned && !current.Missing.Any())
                facts.Add(new() { Event = JournalEvent.Completed, OccurredAt = recorded.OccurredAt, Version = current.TextVersion, DocumentSha256 = current.Proposal!.DocumentSha256 });
        }
        return Journal.Of(stored.Convention.Name, facts);
    }

    /// <summary>Its verification code, from the first signature on; empty before.</summary>
    public static string CodeOf(StoredConvention stored) => stored.History.Any(recorded => recorded.Body is ConventionSigned) ? Of(stored).Code : "";

    private static JournalFact? Fact(Convention current, RecordedEvent recorded) => recorded.Body switch
    {
        ConventionProposed => Proposed(JournalEvent.Proposed, current, recorded),
        ConventionRevised { Proposal: not null } => Proposed(JournalEvent.Revised, current, recorded),
        ConventionSigned { Signature: var signature } => Base(JournalEvent.PartySigned, current, recorded) with
        {
            Signer = new(signature.Subject, signature.Signer),
            Function = signature.Function,
            Mandate = signature.Mandate,
            Method = signature.Method,
            Level = (Signing.SignatureLevel)signature.Level,
            SignedInAt = signature.AuthenticatedAt,
            DocumentSha256 = signature.DocumentSha256,
        },
        ConventionDeclined declined => Base(JournalEvent.Declined, current, recorded) with { Reason = declined.Reason },
        ConventionWithdrawn withdrawn => Base(JournalEvent.Withdrawn, current, recorded) with { Reason = withdrawn.Reason },
        ConventionLapsed => Base(JournalEvent.Withdrawn, current, recorded),
        // It goes on as it was signed, for those who are left.
        ConventionPartyLeft left when left.From == left.To => null,
        ConventionPartyLeft left => Base(left.To == ConventionState.Withdrawn ? JournalEvent.Withdrawn : JournalEvent.Terminated, current, recorded) with
        {
            Reason = DepartureWords.Of(current, left.Institution),
        },
        ConventionSuspended suspended => Base(JournalEvent.Suspended, current, recorded) with { Reason = suspended.Reason },
        ConventionResumed => Base(JournalEvent.Resumed, current, recorded),
        ConventionTerminated terminated => Base(JournalEvent.Terminated, current, recorded) with { Reason = terminated.Reason },
        ConventionExpired => Base(JournalEvent.Expired, current, recorded),
        // What had expired was over already: its renewal adds nothing to what was signed.
        ConventionSuperseded { From: ConventionState.Expired } => null,
        ConventionSuperseded => Base(JournalEvent.Superseded, current, recorded),
        _ => null,
    };

    private static JournalFact Proposed(JournalEvent what, Convention current, RecordedEvent recorded)
    {
        var proposal = current.Proposal!;
        var text = DocumentText.Of(current, current.Content, current.TextVersion, proposal.SignBefore);
        return Base(what, current, recorded) with
        {
            DocumentSha256 = proposal.DocumentSha256,
            Terms = JournalTerms.Of(text, FrenchPlace.Of(null).At(proposal.SignBefore.AddDays(1), TimeOnly.MinValue)),
        };
    }

    private static JournalFact Base(JournalEvent what, Convention current, RecordedEvent recorded) => new()
    {
        Event = what, OccurredAt = recorded.OccurredAt, Version = current.TextVersion, Institution = Codes.Institution(recorded.Institution),
    };
}
