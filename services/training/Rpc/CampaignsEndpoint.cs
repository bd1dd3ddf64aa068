using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Campaigns;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>The API of campaigns: what a network or an institution asks its professionals, and what they answer.</summary>
internal sealed partial class CampaignsEndpoint(
    CommandLog<TrainingDb> commands, LogReader<TrainingDb> log, ILogWriter<TrainingDb> writer, IDbContextFactory<TrainingDb> databases, AskedPeople people, TimeProvider clock)
    : Contract.CampaignsService.CampaignsServiceBase
{
    private DateOnly Today => FrenchDay.Of(clock.GetUtcNow());

    public override async Task<Contract.Campaign> CreateCampaign(Contract.CreateCampaignRequest request, ServerCallContext context)
    {
        var (violations, campaign, caller) = (new Violations(), request.Campaign ?? new(), Caller.Of(context));
        if (!PlanReach.Keeps(caller, campaign.Network)) throw Caller.NotAllowed();
        var content = CampaignRules.Read(campaign, violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();
        var command = Commands.From(context, request, request.RequestId, clock);
        // Random, too: it is what keeps marks of one campaign from being compared with those of another.
        var name = $"{CampaignRules.Collection}/{Guid.CreateVersion7(command.Now):N}";
        var result = await commands.ExecuteAsync(command, async (unit, cancellation) =>
        {
            var decision = CampaignDecider.Draft(new(caller.Institution, campaign.Network, content), await SkillsAsync(unit.Db, content, cancellation));
            return await unit.AppendAsync(name, 0, decision.EventsOrThrow(), cancellation);
        }, context.CancellationToken);
        return await AnswerAsync(result, caller, context.CancellationToken);
    }

    public override Task<Contract.Campaign> UpdateCampaign(Contract.UpdateCampaignRequest request, ServerCallContext context)
    {
        var (violations, campaign) = (new Violations(), request.Campaign ?? new());
        var content = CampaignRules.Read(campaign, violations);
        return ChangeAsync(context, request, (Named(campaign.Name, "campaign.name", violations), campaign.Etag, request.RequestId), violations,
            async (db, current, cancellation) => CampaignDecider.Update(current, content, await SkillsAsync(db, content, cancellation), Today));
    }

    public override Task<Contract.Campaign> OpenCampaign(Contract.OpenCampaignRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        return ChangeAsync(context, request, (Named(request.Name, "name", violations), request.Etag, request.RequestId), violations,
            (_, current, _) => Task.FromResult(CampaignDecider.Open(current, Today)));
    }

    public override Task<Contract.Campaign> DiscardCampaign(Contract.DiscardCampaignRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        return ChangeAsync(context, request, (Named(request.Name, "name", violations), request.Etag, request.RequestId), violations,
            (_, current, _) => Task.FromResult(CampaignDecider.Discard(current)));
    }

    public override Task<Contract.Campaign> CloseCampaign(Contract.CloseCampaignRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        return ChangeAsync(context, request, (Named(request.Name, "name", violations), request.Etag, request.RequestId), violations,
            async (db, current, cancellation) => CampaignDecider.Close(current, await AnswerBook.CountAsync(db, current, cancellation)));
    }

    private async Task<Contract.Campaign> ChangeAsync(
        ServerCallContext context, IMessage request, (string Name, string Etag, string RequestId) target, Violations violations,
        Func<TrainingDb, Campaign, CancellationToken, Task<Decision<CampaignEvent>>> decide)
    {
        Commands.RequireRequestId(target.RequestId, violations);
        violations.ThrowIfAny();
        var caller = Caller.Of(context);
        var change = new StreamChange(target.Name, target.Etag, Commands.From(context, request, target.RequestId, clock));
        var result = await change.RunAsync(commands, Fold, current => CampaignReach.Keeps(caller, current), decide, context.CancellationToken);
        return await AnswerAsync(result, caller, context.CancellationToken);
    }

    private async Task<Contract.Campaign> AnswerAsync(StreamVersion at, Caller caller, CancellationToken cancellation)
    {
        var campaign = Fold(at.Stream, await log.ReadStreamAsync(at.Stream, at.Version, cancellation));
        if (campaign is null || !CampaignReach.Sees(caller, campaign)) throw Caller.NotAllowed();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var answers = CampaignReach.Keeps(caller, campaign) ? await AnswerBook.CountAsync(db, campaign, cancellation) : 0;
        return CampaignMapper.ToMessage(campaign, campaign.Content.Questions, Today, answers);
    }

    private static async Task<IReadOnlySet<string>> SkillsAsync(TrainingDb db, CampaignContent content, CancellationToken cancellation)
    {
        string[] named = [.. content.Questions.Select(question => question.Skill).Where(skill => skill.Length > 0).Distinct(StringComparer.Ordinal)];
        var known = await db.Skills.Where(row => EF.Parameter(named).Contains(row.Name)).Select(row => row.Name).ToListAsync(cancellation);
        return known.ToHashSet(StringComparer.Ordinal);
    }

    private static Campaign? Fold(string name, IReadOnlyList<RecordedEvent> history) => history.Aggregate((Campaign?)null,
        (current, recorded) => Campaign.Evolve(current, name, recorded.Version, recorded.OccurredAt, (CampaignEvent)recorded.Body));

    private static string Named(string name, string field, Violations violations) => ResourceName.Parse(name, CampaignRules.Collection, field, violations).ToString();
}
