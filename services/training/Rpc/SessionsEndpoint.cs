using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>
/// The API of sessions, one file per verb. Every change goes the same way: permission (interceptor) → parse → take the session up from its row → check
/// who asks → decide → append with views in one transaction → answer. What is answered is what the command saw: nothing is folded, unless it is a retry.
/// </summary>
internal sealed partial class SessionsEndpoint(
    CommandLog<TrainingDb> commands, SessionStore store, IDbContextFactory<TrainingDb> databases, TimeProvider clock) : Contract.SessionsService.SessionsServiceBase
{
    private const string Collection = "sessions";
    private const int ReasonLength = 500;

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Moves a session: what all verbs of its organiser share.</summary>
    /// <param name="context">The call.</param>
    /// <param name="request">The request, for its fingerprint.</param>
    /// <param name="target">Name, etag and request id of the request.</param>
    /// <param name="violations">What was wrong so far.</param>
    /// <param name="decide">Decides.</param>
    /// <param name="then">What follows from it elsewhere; null for nothing.</param>
    private async Task<Contract.CourseSession> MoveAsync(
        ServerCallContext context, IMessage request, (string Name, string Etag, string RequestId) target, Violations violations,
        Func<LogUnit<TrainingDb>, Session, CancellationToken, Task<Decision<SessionEvent>>> decide, Func<LogUnit<TrainingDb>, SessionDesk, CancellationToken, Task>? then = null)
    {
        Commands.RequireRequestId(target.RequestId, violations);
        violations.ThrowIfAny();
        var caller = Caller.Of(context);
        Session? seen = null;
        var result = await commands.ExecuteAsync(Commands.From(context, request, target.RequestId, clock), async (unit, cancellation) =>
        {
            var desk = await OwnAsync(unit, target.Name, caller, cancellation);
            var version = desk.Session.Version;
            await desk.ReleaseAsync(cancellation);
            var events = (await decide(unit, desk.Session, cancellation)).EventsOrThrow();
            Etag.Check(target.Etag, target.Name, version);
            await desk.AppendAsync(events, cancellation);
            await desk.ServeAsync(cancellation);
            if (then is not null && events.Count > 0) await then(unit, desk, cancellation);
            seen = desk.Session;
            return desk.Result;
        }, context.CancellationToken);
        return SessionMapper.ToMessage(await SeenAsync(seen, result, context.CancellationToken), caller, hasSeat: false, Now);
    }

    private async Task<Session> SeenAsync(Session? seen, StreamVersion result, CancellationToken cancellation) =>
        seen ?? await store.FindAsync(result.Stream, result.Version, cancellation) ?? throw Caller.NotAllowed();

    /// <summary>A session that the caller's institution organises.</summary>
    private static async Task<SessionDesk> OwnAsync(LogUnit<TrainingDb> unit, string name, Caller caller, CancellationToken cancellation) =>
        await SessionDesk.FindAsync(unit, name, cancellation) is { } desk && SessionReach.Organises(caller, desk.Session) ? desk : throw Caller.NotAllowed();

    // Time-ordered and random: new sessions sit side by side in every index, and nobody guesses a name.
    private static string NewName(DateTimeOffset now) => $"{Collection}/{Guid.CreateVersion7(now):N}";

    private static string Name(string name, string field, Violations violations) => ResourceName.Parse(name, Collection, field, violations).ToString();

    /// <summary>The session and the professional that the name of an enrolment is made of.</summary>
    private static (string Session, string Professional) EnrolmentName(string name, Violations violations)
    {
        if (name.Split('/') is [Collection, var session, "enrolments", var professional]
            && ResourceName.TryParse($"{Collection}/{session}", Collection, out var of) && ResourceName.TryParse($"professionals/{professional}", "professionals", out var who))
            return (of.ToString(), who.ToString());
        violations.Add("name", "NOT_A_RESOURCE_NAME", "name must look like sessions/{session}/enrolments/{professional}.", "Cet identifiant n'est pas reconnu.");
        return ("", "");
    }
}
