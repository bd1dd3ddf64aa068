using System.Security.Cryptography;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Habilitations;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Planning: create, update, open, cancel, close.</summary>
internal sealed partial class SessionsEndpoint
{
    public override async Task<Contract.CourseSession> CreateSession(Contract.CreateSessionRequest request, ServerCallContext context)
    {
        var (violations, session, caller) = (new Violations(), request.Session ?? new(), Caller.Of(context));
        var course = ResourceName.Parse(session.Course, "courses", "session.course", violations).ToString();
        var content = SessionRules.Read(session, modality: null, violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        Session? seen = null;
        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var row = await unit.Db.Courses.AsNoTracking().SingleOrDefaultAsync(row => row.Name == course, cancellation);
            var known = row is null ? null : CourseView.Read(row);
            var whole = session.Modality == Contract.Modality.Unspecified && known is not null ? content with { Modality = known.Content.Modality } : content;
            var events = SessionDecider.Plan(known, course, caller.Institution, whole, unit.Command.Now).EventsOrThrow();
            SessionRules.CheckPlaces(whole);
            var result = await unit.AppendAsync(NewName(unit.Command.Now), 0, events, cancellation);
            seen = Session.Evolve(current: null, result.Stream, result.Version, unit.Command.Now, events[0]);
            return result;
        }, context.CancellationToken);
        return SessionMapper.ToMessage(await SeenAsync(seen, result, context.CancellationToken), caller, hasSeat: false, Now);
    }

    public override Task<Contract.CourseSession> UpdateSession(Contract.UpdateSessionRequest request, ServerCallContext context)
    {
        var (violations, session) = (new Violations(), request.Session ?? new());
        var name = Name(session.Name, "session.name", violations);
        var content = SessionRules.Read(session, modality: null, violations);
        return MoveAsync(context, request, (name, session.Etag, request.RequestId), violations, (_, current, _) =>
        {
            var whole = session.Modality == Contract.Modality.Unspecified ? content with { Modality = current.Content.Modality } : content;
            SessionRules.CheckPlaces(whole);
            return Task.FromResult(SessionDecider.Revise(current, whole, Now));
        });
    }

    public override Task<Contract.CourseSession> OpenSession(Contract.OpenSessionRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = Name(request.Name, "name", violations);
        return MoveAsync(context, request, (name, request.Etag, request.RequestId), violations, (unit, current, _) => Task.FromResult(SessionDecider.Open(current, unit.Command.Now)));
    }

    public override Task<Contract.CourseSession> CancelSession(Contract.CancelSessionRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = Name(request.Name, "name", violations);
        var reason = violations.FreeText("reason", request.Reason, ReasonLength);
        if (reason.Length == 0) violations.Add("reason", "REQUIRED", "reason is required.", "Dites pourquoi : les personnes inscrites le liront.");
        return MoveAsync(context, request, (name, request.Etag, request.RequestId), violations, (_, current, _) => Task.FromResult(SessionDecider.Cancel(current, reason)));
    }

    public override Task<Contract.CourseSession> CloseSession(Contract.CloseSessionRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = Name(request.Name, "name", violations);
        return MoveAsync(context, request, (name, request.Etag, request.RequestId), violations, async (unit, current, cancellation) =>
        {
            var seats = await unit.Db.Enrolments.AsNoTracking().Where(row => row.Session == name && row.State == EnrolmentState.Enrolled).ToListAsync(cancellation);
            return SessionDecider.Close(current, seats.ConvertAll(row => row.ToEnrolment()), NewCode, unit.Command.Now);
        }, AwardAsync);
    }

    // In the transaction that closes it: nobody attends for nothing.
    private static Task AwardAsync(LogUnit<TrainingDb> unit, SessionDesk desk, CancellationToken cancellation)
    {
        var (session, closed) = (desk.Session, desk.Result.Appended.Select(recorded => recorded.Body).OfType<SessionClosed>().Single());
        var skills = session.Course.Skills.Select(skill => (skill.Skill, skill.Level)).ToList();
        var attended = closed.Outcomes.Where(outcome => outcome.State == EnrolmentState.Attended)
            .Select(outcome => new Attended(outcome.Professional, session.Name, session.Content.LastDay, skills, session.Course.Habilitations)).ToList();
        return Awards.GiveAsync(unit, attended, cancellation);
    }

    private static string NewCode() => CertificateCode.Of(RandomNumberGenerator.GetBytes(CertificateCode.Random));
}
