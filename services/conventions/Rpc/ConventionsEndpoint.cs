using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Documents;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Subscriptions;
using Reseau.Conventions.Views;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>
/// The convention API, one file per verb. Every change goes the same way: permission (interceptor) → parse → load → check the
/// institution → decide → append with views and document in one transaction → answer the version it led to.
/// </summary>
internal sealed partial class ConventionsEndpoint(
    CommandLog<ConventionsDb> commands, ConventionStore store, LogReader<ConventionsDb> reader, IDbContextFactory<ConventionsDb> databases, TimeProvider clock)
    : Contract.ConventionsService.ConventionsServiceBase
{
    private const string Collection = "conventions";
    private const int ReasonLength = 1000;
    private const int CommentLength = 2000;

    private DateOnly Today => FrenchDay.Of(clock.GetUtcNow());

    /// <summary>Moves a convention: what all verbs but Create, Sign and Amend share.</summary>
    /// <param name="context">The call.</param>
    /// <param name="request">The request, for its fingerprint.</param>
    /// <param name="target">Name, etag and request id of the request.</param>
    /// <param name="violations">What was wrong so far.</param>
    /// <param name="action">What the caller does.</param>
    /// <param name="facts">Adds what the action needs to know.</param>
    private Task<Contract.Convention> MoveAsync(
        ServerCallContext context, IMessage request, (string Name, string Etag, string RequestId) target, Violations violations,
        ConventionAction action, Func<MoveConvention, MoveConvention>? facts = null)
    {
        var caller = Caller.Of(context);
        return ChangeAsync(context, request, target, violations, async (unit, current, cancellation) =>
        {
            var move = new MoveConvention(caller.Institution, action, unit.Command.Now) { Person = caller.Name };
            if (facts is not null) move = facts(move);
            move = move with { Departed = await Departures.IdsAmongAsync(unit.Db, (move.Content ?? current.Content).Institutions, cancellation) };
            var events = ConventionDecider.Move(current, move).EventsOrThrow();
            if (Proposed(current, events) is not { } text) return events;
            // The hash of the document is part of what happened, and the document is drawn of what is about to happen: decide, draw, decide with it.
            var document = DocumentRenderer.Render(text);
            unit.Db.Documents.Add(new() { Convention = current.Name, TextVersion = text.Version, Content = document.Pdf });
            return ConventionDecider.Move(current, move with { DocumentSha256 = document.Sha256 }).EventsOrThrow();
        });
    }

    /// <summary>Loads, checks who asks and what they saw, decides, appends, and tells the convention that this one follows.</summary>
    private async Task<Contract.Convention> ChangeAsync(
        ServerCallContext context, IMessage request, (string Name, string Etag, string RequestId) target, Violations violations,
        Func<LogUnit<ConventionsDb>, Convention, CancellationToken, Task<IReadOnlyList<ConventionEvent>>> decide)
    {
        var name = ResourceName.Parse(target.Name, Collection, "name", violations).ToString();
        Commands.RequireRequestId(target.RequestId, violations);
        violations.ThrowIfAny();

        var caller = Caller.Of(context);
        var result = await commands.ExecuteAsync(Commands.From(context, request, target.RequestId, clock), async (unit, cancellation) =>
        {
            var current = ConventionStore.Fold(name, await unit.ReadAsync(name, cancellation)) ?? throw Caller.NotAllowed();
            // Who may read all of them changes only their own.
            if (current.SidesOf(caller.Institution).Count == 0) throw Caller.NotAllowed();
            Etag.Check(target.Etag, name, current.Version);
            var appended = await unit.AppendAsync(name, current.Version, await decide(unit, current, cancellation), cancellation);
            await ConventionStore.TellFollowedAsync(unit, ConventionStore.After(current, appended), cancellation);
            return appended;
        }, context.CancellationToken);
        return await AnswerAsync(result, caller, context.CancellationToken);
    }

    private async Task<Contract.Convention> AnswerAsync(StreamVersion result, Caller caller, CancellationToken cancellation) =>
        ConventionMapper.ToMessage(await SeenAsync(result.Stream, result.Version, caller, cancellation), caller, Today);

    /// <summary>A convention that the caller may see.</summary>
    private async Task<StoredConvention> SeenAsync(string name, long upTo, Caller caller, CancellationToken cancellation) =>
        await store.FindAsync(name, upTo, cancellation) is { } stored && Reach.Sees(caller, stored.Convention) ? stored : throw Caller.NotAllowed();

    private static ConventionText? Proposed(Convention current, IReadOnlyList<ConventionEvent> events) => events switch
    {
        [ConventionProposed proposed] => DocumentText.Of(current, current.Content, current.TextVersion, proposed.Proposal.SignBefore),
        [ConventionRevised { Proposal: { } proposal } revised] => DocumentText.Of(current, revised.Content, revised.Between.TextVersion, proposal.SignBefore),
        _ => null,
    };

    // Time-ordered and random: new conventions sit side by side in every index, and nobody guesses a name.
    private static string NewName(DateTimeOffset now) => $"{Collection}/{Guid.CreateVersion7(now):N}";

    private static string Name(string name, Violations violations) => ResourceName.Parse(name, Collection, "name", violations).ToString();
}
