using Google.Protobuf;
using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Seats: enrol, approve, refuse, withdraw, and say what it was worth.</summary>
internal sealed partial class SessionsEndpoint
{
    private const int CommentLength = 2000;

    public override async Task<Contract.Enrolment> Enrol(Contract.EnrolRequest request, ServerCallContext context)
    {
        var (violations, caller) = (new Violations(), Caller.Of(context));
        var name = Name(request.Session, "session", violations);
        var professional = ResourceName.Parse(request.Professional, "professionals", "professional", violations).ToString();
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        (Session Session, Enrolment Enrolment, Enrollee Person)? seen = null;
        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var desk = await SessionDesk.FindAsync(unit, name, cancellation) ?? throw Caller.NotAllowed();
            var who = professional == ProfessionalStore.Me ? await ProfessionalStore.OwnAsync(unit.Db, caller, cancellation) ?? throw Caller.NotAllowed() : professional;
            var person = await SeatQueries.Of(unit.Db).Person(unit.Db, who, cancellation) ?? throw Caller.NotAllowed();
            // Somebody else's people are nobody's business, and so is a draft.
            List<SessionSide> sides = [];
            if (ProfessionalReach.IsOwn(caller, person.Subject)) sides.Add(SessionSide.Person);
            if (ProfessionalReach.Manages(caller, person.Institution)) sides.Add(SessionSide.Manager);
            if (sides.Count == 0 || !SessionReach.Sees(caller, desk.Session)) throw Caller.NotAllowed();

            await desk.ReleaseAsync(cancellation);
            var current = (await SeatQueries.Of(unit.Db).Enrolment(unit.Db, name, who, cancellation))?.ToEnrolment();
            var read = desk.Result.Appended.Count;
            var events = EnrolmentDecider.Enrol(desk.Session, current, new(who, person.Institution, sides, unit.Command.Now)
            {
                Departure = person.Departure is { } day ? DateOnly.FromDayNumber(day) : null,
                Erased = person.Erased,
                Overlapping = await OverlappingAsync(unit.Db, desk.Session, who, cancellation),
            }).EventsOrThrow();
            await desk.AppendAsync(events, cancellation);
            seen = (desk.Session, desk.After(current, who, read), person);
            return desk.Result;
        }, context.CancellationToken);
        return await AnswerAsync(seen, result, professional, caller, context.CancellationToken);
    }

    public override Task<Contract.Enrolment> ApproveEnrolment(Contract.ApproveEnrolmentRequest request, ServerCallContext context) =>
        MoveAsync(context, request, (request.Name, request.RequestId), new(), EnrolmentAction.Approve, reason: null, (session, current, sides, now) => EnrolmentDecider.Approve(session, current, sides, now));

    public override Task<Contract.Enrolment> RefuseEnrolment(Contract.RefuseEnrolmentRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var reason = violations.FreeText("reason", request.Reason, ReasonLength);
        if (reason.Length == 0) violations.Add("reason", "REQUIRED", "reason is required.", "Dites pourquoi : la personne le lira.");
        return MoveAsync(context, request, (request.Name, request.RequestId), violations, EnrolmentAction.Refuse, reason, (session, current, sides, _) => EnrolmentDecider.Refuse(session, current, sides));
    }

    public override Task<Contract.Enrolment> WithdrawEnrolment(Contract.WithdrawEnrolmentRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var reason = violations.FreeText("reason", request.Reason, ReasonLength);
        return MoveAsync(context, request, (request.Name, request.RequestId), violations, EnrolmentAction.Withdraw, reason, EnrolmentDecider.Withdraw);
    }

    public override Task<Contract.Enrolment> Evaluate(Contract.EvaluateRequest request, ServerCallContext context)
    {
        var (violations, said) = (new Violations(), request.Evaluation ?? new());
        FieldRules.Between(said.Note, 1, 5, "evaluation.note", violations);
        var comment = violations.FreeText("evaluation.comment", said.Comment, CommentLength);
        return ChangeAsync(context, request, (request.Name, request.RequestId), violations, EnrolmentAction.Evaluate, async (unit, session, current, _, cancellation) =>
        {
            var events = EnrolmentDecider.Evaluate(session, current, request.Cold, said.Note, unit.Command.Now).EventsOrThrow();
            await SayAsync(unit.Db, current, request.Cold ? WordsKind.Cold : WordsKind.Hot, comment, cancellation);
            return events;
        });
    }

    private Task<Contract.Enrolment> MoveAsync(
        ServerCallContext context, IMessage request, (string Name, string RequestId) target, Violations violations, EnrolmentAction action, string? reason,
        Func<Session, Enrolment, IReadOnlyList<SessionSide>, DateTimeOffset, Decision<SessionEvent>> decide) =>
        ChangeAsync(context, request, target, violations, action, async (unit, session, current, sides, cancellation) =>
        {
            var events = decide(session, current, sides, unit.Command.Now).EventsOrThrow();
            if (reason is not null && events.Count > 0) await SayAsync(unit.Db, current, WordsKind.Reason, reason, cancellation);
            return events;
        });

    /// <summary>Loads, checks who asks, decides, appends, and gives what became free to those who wait.</summary>
    private async Task<Contract.Enrolment> ChangeAsync(
        ServerCallContext context, IMessage request, (string Name, string RequestId) target, Violations violations, EnrolmentAction action,
        Func<LogUnit<TrainingDb>, Session, Enrolment, IReadOnlyList<SessionSide>, CancellationToken, Task<IReadOnlyList<SessionEvent>>> decide)
    {
        var (name, professional) = EnrolmentName(target.Name, violations);
        Commands.RequireRequestId(target.RequestId, violations);
        violations.ThrowIfAny();
        var caller = Caller.Of(context);
        (Session Session, Enrolment Enrolment, Enrollee Person)? seen = null;
        var result = await commands.ExecuteAsync(Commands.From(context, request, target.RequestId, clock), async (unit, cancellation) =>
        {
            var desk = await SessionDesk.FindAsync(unit, name, cancellation) ?? throw Caller.NotAllowed();
            var person = await SeatQueries.Of(unit.Db).Person(unit.Db, professional, cancellation) ?? throw Caller.NotAllowed();
            var row = await SeatQueries.Of(unit.Db).Enrolment(unit.Db, name, professional, cancellation) ?? throw Caller.NotAllowed();
            var sides = SessionReach.SidesOf(caller, desk.Session, row.Institution, person.Subject);
            if (!EnrolmentTransitions.IsEverAllowed(sides, action)) throw Caller.NotAllowed();
            await desk.ReleaseAsync(cancellation);
            // Those who waited may have been served just now, this one among them: the row is the one the view has brought up to date.
            var before = row.ToEnrolment();
            var read = desk.Result.Appended.Count;
            await desk.AppendAsync(await decide(unit, desk.Session, before, sides, cancellation), cancellation);
            await desk.ServeAsync(cancellation);
            seen = (desk.Session, desk.After(before, professional, read), person);
            return desk.Result;
        }, context.CancellationToken);
        return await AnswerAsync(seen, result, professional, caller, context.CancellationToken);
    }

    private async Task<Contract.Enrolment> AnswerAsync(
        (Session Session, Enrolment Enrolment, Enrollee Person)? seen, StreamVersion result, string professional, Caller caller, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (seen is null)
        {
            var who = professional == ProfessionalStore.Me ? await ProfessionalStore.OwnAsync(db, caller, cancellation) ?? throw Caller.NotAllowed() : professional;
            var (session, enrolment) = await store.FindAsync(result.Stream, who, result.Version, cancellation) ?? throw Caller.NotAllowed();
            seen = (session, enrolment, await SeatQueries.Of(db).Person(db, who, cancellation) ?? throw Caller.NotAllowed());
        }
        return await EnrolmentReader.ToMessageAsync(db, seen.Value.Session, seen.Value.Enrolment, seen.Value.Person, caller, Now, cancellation);
    }

    private static async Task<string?> OverlappingAsync(TrainingDb db, Session session, string professional, CancellationToken cancellation)
    {
        await foreach (var near in SeatQueries.Of(db).Near(db, professional, session.Name, session.Content.StartAt, session.Content.EndAt).WithCancellation(cancellation))
        {
            if (SessionView.Read(near).Content.Overlaps(session.Content)) return near.Name;
        }
        return null;
    }

    private static async Task SayAsync(TrainingDb db, Enrolment enrolment, WordsKind kind, string text, CancellationToken cancellation)
    {
        var row = await db.EnrolmentWords.FindAsync([enrolment.Session, enrolment.Professional, kind], cancellation);
        if (text.Length == 0)
        {
            if (row is not null) db.EnrolmentWords.Remove(row);
        }
        else if (row is null) db.EnrolmentWords.Add(new() { Session = enrolment.Session, Professional = enrolment.Professional, Kind = kind, Text = text });
        else row.Text = text;
    }
}
