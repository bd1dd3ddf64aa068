using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Needs;
using Reseau.Training.Needs;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>The API of needs: an institution says its own, the chargé de mission the network's; whoever looks after the network hears all of them and what the referrals reveal.</summary>
internal sealed partial class NeedsEndpoint(
    CommandLog<TrainingDb> commands, LogReader<TrainingDb> log, IDbContextFactory<TrainingDb> databases, TimeProvider clock) : Contract.NeedsService.NeedsServiceBase
{
    private const string Collection = "needs";

    private DateOnly Today => FrenchDay.Of(clock.GetUtcNow());

    public override async Task<Contract.Need> RaiseNeed(Contract.RaiseNeedRequest request, ServerCallContext context)
    {
        var (violations, need, caller) = (new Violations(), request.Need ?? new(), Caller.Of(context));
        if (!NeedReach.Keeps(caller, need.Network)) throw Caller.NotAllowed();
        var content = NeedRules.Read(need, Today, violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();
        var command = Commands.From(context, request, request.RequestId, clock);
        // Time-ordered and random: nobody guesses a name, and the newest are the last.
        var name = $"{Collection}/{Guid.CreateVersion7(command.Now):N}";
        var result = await commands.ExecuteAsync(command, async (unit, cancellation) =>
        {
            var known = await NeedNames.KnownAsync(unit.Db, content, need.Network ? "" : caller.Institution, cancellation);
            var events = NeedDecider.Create(new(caller.Institution, content) { Network = need.Network }, known).EventsOrThrow();
            return await unit.AppendAsync(name, 0, events, cancellation);
        }, context.CancellationToken);
        return await AnswerAsync(result, caller, context.CancellationToken);
    }

    public override Task<Contract.Need> UpdateNeed(Contract.UpdateNeedRequest request, ServerCallContext context)
    {
        var (violations, need) = (new Violations(), request.Need ?? new());
        var content = NeedRules.Read(need, Today, violations);
        return ChangeAsync(context, request, (Named(need.Name, "need.name", violations), need.Etag, request.RequestId), violations, NeedReach.Keeps, async (db, current, cancellation) =>
            NeedDecider.Revise(current, content, await NeedNames.KnownAsync(db, content, current.Owner, cancellation)));
    }

    public override Task<Contract.Need> PlanNeed(Contract.PlanNeedRequest request, ServerCallContext context)
    {
        var (violations, caller) = (new Violations(), Caller.Of(context));
        var answer = new NeedPlanned(
            ResourceName.Parse(request.Plan, "plans", "plan", violations).ToString(),
            request.AnswerCase == Contract.PlanNeedRequest.AnswerOneofCase.Goal ? FieldRules.Key(request.Goal, "goal", violations) : "",
            request.AnswerCase == Contract.PlanNeedRequest.AnswerOneofCase.Course ? ResourceName.Parse(request.Course, "courses", "course", violations).ToString() : "");
        if (request.AnswerCase == Contract.PlanNeedRequest.AnswerOneofCase.None)
            violations.Add("answer", "REQUIRED", "A goal or a course of the plan answers it.", "Choisissez l'objectif ou la formation du plan qui répond à ce besoin.");
        return ChangeAsync(context, request, (Named(request.Name, "name", violations), request.Etag, request.RequestId), violations, NeedReach.Plans, async (db, current, cancellation) =>
        {
            var row = await db.Plans.FindAsync([answer.Plan], cancellation);
            var plan = row is null ? null : PlanView.Read(row);
            return NeedDecider.Plan(current, plan is not null && PlanReach.Sees(caller, plan) ? plan : null, answer);
        });
    }

    public override Task<Contract.Need> MeetNeed(Contract.MeetNeedRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        return ChangeAsync(context, request, (Named(request.Name, "name", violations), request.Etag, request.RequestId), violations, NeedReach.Keeps,
            (_, current, _) => Task.FromResult(NeedDecider.Meet(current)));
    }

    public override Task<Contract.Need> SetNeedAside(Contract.SetNeedAsideRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var reason = violations.FreeText("reason", request.Reason, NeedRules.ReasonLength);
        if (reason.Length == 0) violations.Add("reason", "REQUIRED", "reason is required.", "Dites pourquoi ce besoin est écarté.");
        return ChangeAsync(context, request, (Named(request.Name, "name", violations), request.Etag, request.RequestId), violations, NeedReach.Keeps,
            (_, current, _) => Task.FromResult(NeedDecider.SetAside(current, reason)));
    }

    private async Task<Contract.Need> ChangeAsync(
        ServerCallContext context, IMessage request, (string Name, string Etag, string RequestId) target, Violations violations, Func<Caller, Need, bool> mayChange,
        Func<TrainingDb, Need, CancellationToken, Task<Decision<NeedEvent>>> decide)
    {
        Commands.RequireRequestId(target.RequestId, violations);
        violations.ThrowIfAny();
        var caller = Caller.Of(context);
        var change = new StreamChange(target.Name, target.Etag, Commands.From(context, request, target.RequestId, clock));
        var result = await change.RunAsync(commands, Fold, current => mayChange(caller, current), decide, context.CancellationToken);
        return await AnswerAsync(result, caller, context.CancellationToken);
    }

    private async Task<Contract.Need> AnswerAsync(StreamVersion at, Caller caller, CancellationToken cancellation)
    {
        var need = Fold(at.Stream, await log.ReadStreamAsync(at.Stream, at.Version, cancellation));
        if (need is null || !NeedReach.Sees(caller, need)) throw Caller.NotAllowed();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        List<int?> referrals = [];
        foreach (var origin in need.Content.RevealedBy.ToList())
            referrals.Add(origin.Kind == NeedOriginKind.Referrals ? await SignalReader.CountAsync(db, need, origin, caller.Institution, cancellation) : 0);
        return NeedMapper.ToMessage(need, caller.Institution, referrals);
    }

    private static Need? Fold(string name, IReadOnlyList<RecordedEvent> history) => history.Aggregate((Need?)null,
        (current, recorded) => Need.Evolve(current, name, recorded.Version, recorded.OccurredAt, (NeedEvent)recorded.Body));

    private static string Named(string name, string field, Violations violations) => ResourceName.Parse(name, Collection, field, violations).ToString();
}
