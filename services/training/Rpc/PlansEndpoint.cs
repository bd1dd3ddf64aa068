using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Domain.Needs;
using Reseau.Training.Domain.Plans;
using Reseau.Training.Figures;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>The API of training plans: what professionals shall be able to do, by when, with what money, and how far that is.</summary>
internal sealed partial class PlansEndpoint(
    CommandLog<TrainingDb> commands, LogReader<TrainingDb> log, IDbContextFactory<TrainingDb> databases, PlanFollowing following, TimeProvider clock) : Contract.PlansService.PlansServiceBase
{
    public override async Task<Contract.Plan> CreatePlan(Contract.CreatePlanRequest request, ServerCallContext context)
    {
        var (violations, plan, caller) = (new Violations(), request.Plan ?? new(), Caller.Of(context));
        if (!PlanReach.Keeps(caller, plan.Network)) throw Caller.NotAllowed();
        var content = PlanRules.Read(plan, violations);
        PlanRules.CheckGroups(content, plan.Network, caller.Institution, violations);
        var name = FieldRules.ChosenName(plan.Name, "plans", "plan.name", violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();
        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var current = Fold(name, await unit.ReadAsync(name, cancellation));
            var known = await PlanNames.KnownAsync(unit.Db, content, caller.Institution, cancellation);
            var events = PlanDecider.Create(current, name, new(caller.Institution, plan.Network, content), known).EventsOrThrow();
            return await unit.AppendAsync(name, 0, events, cancellation);
        }, context.CancellationToken);
        return await AnswerAsync(result, version: 0, caller, context.CancellationToken);
    }

    public override Task<Contract.Plan> UpdatePlan(Contract.UpdatePlanRequest request, ServerCallContext context)
    {
        var (violations, plan) = (new Violations(), request.Plan ?? new());
        var content = PlanRules.Read(plan, violations);
        return ChangeAsync(context, request, (Named(plan.Name, "plan.name", violations), plan.Etag, request.RequestId), violations, async (db, current, cancellation) =>
        {
            // Whom it is for is kept from its beginning, and only the log knows it.
            PlanRules.CheckGroups(content, current.Network, current.Institution, violations);
            violations.ThrowIfAny();
            return PlanDecider.Update(current, content, await PlanNames.KnownAsync(db, content, current.Institution, cancellation));
        });
    }

    public override Task<Contract.Plan> PublishPlan(Contract.PublishPlanRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        return ChangeAsync(context, request, (Named(request.Name, "name", violations), request.Etag, request.RequestId), violations, (_, current, _) => Task.FromResult(PlanDecider.Publish(current)));
    }

    public override Task<Contract.Plan> ClosePlan(Contract.ClosePlanRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        return ChangeAsync(context, request, (Named(request.Name, "name", violations), request.Etag, request.RequestId), violations, (_, current, _) => Task.FromResult(PlanDecider.Close(current)));
    }

    public override async Task<Contract.Plan> GetPlan(Contract.GetPlanRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = Named(request.Name, "name", violations);
        if (request.Version < 0) violations.Add("version", "OUT_OF_RANGE", "Versions begin at 1.", "Les versions commencent à 1.");
        violations.ThrowIfAny();
        return await AnswerAsync(new(name, long.MaxValue), request.Version, Caller.Of(context), context.CancellationToken);
    }

    public override async Task<Contract.ListPlansResponse> ListPlans(Contract.ListPlansRequest request, ServerCallContext context)
    {
        var (asked, size) = (PlanReach.Question(Caller.Of(context)), Paging.Size(request.PageSize));
        var question = $"plans/{asked}";
        var after = Paging.Read(request.PageToken, question, parts: 2, token => ((int, string)?)(int.Parse(token[0], CultureInfo.InvariantCulture), token[1]));
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var page = await PlanPages.ReadAsync(db, asked, after, size, context.CancellationToken);

        var answer = new Contract.ListPlansResponse();
        if (page.Count > size)
        {
            page.RemoveAt(size);
            answer.NextPageToken = Paging.Token(question, page[^1].EndDay.ToString(CultureInfo.InvariantCulture), page[^1].Name);
        }
        answer.Plans.AddRange(page.Select(PlanView.Read).Select(plan => PlanMapper.ToMessage(plan, plan.Newest, progress: null)));
        return answer;
    }

    private async Task<Contract.Plan> ChangeAsync(
        ServerCallContext context, IMessage request, (string Name, string Etag, string RequestId) target, Violations violations,
        Func<TrainingDb, Plan, CancellationToken, Task<Decision<PlanEvent>>> decide)
    {
        Commands.RequireRequestId(target.RequestId, violations);
        violations.ThrowIfAny();
        var caller = Caller.Of(context);
        var change = new StreamChange(target.Name, target.Etag, Commands.From(context, request, target.RequestId, clock));
        var result = await change.RunAsync(commands, Fold, current => PlanReach.Keeps(caller, current), decide, context.CancellationToken);
        return await AnswerAsync(result, version: 0, caller, context.CancellationToken);
    }

    private async Task<Contract.Plan> AnswerAsync(StreamVersion at, int version, Caller caller, CancellationToken cancellation)
    {
        var plan = Fold(at.Stream, await log.ReadStreamAsync(at.Stream, at.Version, cancellation));
        if (plan is null || !PlanReach.Sees(caller, plan)) throw Caller.NotAllowed();
        var text = version == 0 ? plan.Newest : plan.Texts.FirstOrDefault(text => text.Version == version)
            ?? throw new RefusedException(new("VERSION_NOT_FOUND", "The plan has no such version.", ("plan", plan.Name)));
        var message = PlanMapper.ToMessage(plan, text, await following.FollowAsync(plan, text.Content, caller.Institution, cancellation));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        message.NeedsAnswered = await db.Needs.CountAsync(need => need.Plan == plan.Name && need.State != NeedState.SetAside, cancellation);
        return message;
    }

    private static Plan? Fold(string name, IReadOnlyList<RecordedEvent> history) => history.Aggregate((Plan?)null,
        (current, recorded) => Plan.Evolve(current, name, recorded.Version, recorded.OccurredAt, (PlanEvent)recorded.Body));

    private static string Named(string name, string field, Violations violations) => ResourceName.Parse(name, "plans", field, violations).ToString();
}
