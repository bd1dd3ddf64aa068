using Google.Protobuf.WellKnownTypes;
using Reseau.Conventions.Domain;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>Conventions to messages. What the caller may do is what the table, their place in the convention and their roles all allow.</summary>
internal static class ConventionMapper
{
    private static readonly EventTypes Types = new ConventionsLog().Types;

    private static readonly Dictionary<string, Access.V1.Rule> Rules = Contract.ConventionsService.Descriptor.Methods
        .ToDictionary(method => method.Name, method => AccessRules.RuleOf(method)!, StringComparer.Ordinal);

    /// <summary>The whole convention.</summary>
    public static Contract.Convention ToMessage(StoredConvention stored, Caller caller, DateOnly today)
    {
        var message = ToMessage(stored.Convention, caller, today);
        message.VerificationCode = EvidenceJournal.CodeOf(stored);
        var state = ConventionState.Draft;
        foreach (var recorded in stored.History)
        {
            var happened = (ConventionEvent)recorded.Body;
            if (happened is ConventionMoved moved) state = moved.To;
            if (!Reach.Hears(caller, happened)) continue;
            message.History.Add(new Contract.HistoryEntry
            {
                OccurTime = recorded.OccurredAt.ToTimestamp(),
                // What comes due by itself is nobody's doing.
                Institution = Codes.Institution(recorded.Institution),
                Type = Types.NameOf(happened),
                State = (Contract.Convention.Types.State)state,
                Version = happened.Between.TextVersion,
                Text = happened is ConventionPartyLeft left ? DepartureWords.Of(stored.Convention, left.Institution) : Said(happened),
            });
            if (happened is ConventionCommented comment)
            {
                message.Comments.Add(new Contract.Comment
                {
                    Institution = Codes.Institution(recorded.Institution), Author = comment.By, CreateTime = recorded.OccurredAt.ToTimestamp(),
                    Version = comment.Between.TextVersion, Clause = comment.Clause, Text = comment.Text,
                });
            }
        }
        return message;
    }

    /// <summary>One line of a list.</summary>
    public static Contract.Convention ToMessage(Convention convention, Caller caller, DateOnly today)
    {
        var message = new Contract.Convention
        {
            Name = convention.Name,
            Etag = Etag.Of(convention.Version),
            State = (Contract.Convention.Types.State)convention.State,
            Content = ContentMapper.ToMessage(convention.Content, convention.Progress, today),
            Version = convention.TextVersion,
            Author = Codes.Institution(convention.Author),
            DocumentSha256 = convention.Proposal?.DocumentSha256 ?? "",
            CreateTime = convention.CreatedAt.ToTimestamp(),
            UpdateTime = convention.ChangedAt.ToTimestamp(),
            Supersedes = convention.Supersedes ?? "",
            // Who follows it with a draft is that one's author's business, until it is proposed: that something is begun, everybody may know.
            SupersededBy = convention.SupersededBy ?? "",
            Renewal = convention.Renewal,
            Ready = convention.IsReady,
            Reason = convention.EndedBy.Length > 0 ? DepartureWords.Of(convention, convention.EndedBy) : convention.Reason,
            SuspendedBy = Codes.Institution(convention.SuspendedBy),
        };
        message.Signatures.AddRange(convention.Signatures.Select(ToMessage));
        message.NextSigners.AddRange(convention.NextSigners.Select(Codes.Institution));
        message.DepartedParties.AddRange(convention.Left.Select(Codes.Institution));
        message.Possible.AddRange(convention.PossibleFor(caller.Institution).Select(Codes.Method).Distinct(StringComparer.Ordinal)
            .Where(method => Rules[method].Roles.Any(caller.Roles.Contains)));
        return message;
    }

    private static Contract.Signature ToMessage(GivenSignature given) => new()
    {
        Institution = Codes.Institution(given.Signature.Institution), Signer = given.Signature.Signer, Function = given.Signature.Function, Mandate = given.Signature.Mandate,
        SignTime = given.At.ToTimestamp(), Level = (Contract.Signature.Types.Level)given.Signature.Level, Method = given.Signature.Method, DocumentSha256 = given.Signature.DocumentSha256,
    };

    private static string Said(ConventionEvent happened) => happened switch
    {
        ConventionRevised revised => revised.Why,
        ConventionCommented comment => comment.Text,
        ConventionDeclined declined => declined.Reason,
        ConventionWithdrawn withdrawn => withdrawn.Reason,
        ConventionSuspended suspended => suspended.Reason,
        ConventionTerminated terminated => terminated.Reason,
        CommitmentKept kept => kept.Evidence,
        _ => "",
    };
}
