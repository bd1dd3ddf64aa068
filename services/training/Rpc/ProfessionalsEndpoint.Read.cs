using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Showing and listing professionals; the skills a network speaks of.</summary>
internal sealed partial class ProfessionalsEndpoint
{
    private const int QueryLength = 100;

    public override Task<Contract.Professional> GetProfessional(Contract.GetProfessionalRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, "professionals", "name", violations).ToString();
        violations.ThrowIfAny();
        return store.GetAsync(name, Caller.Of(context), context.CancellationToken);
    }

    public override async Task<Contract.ListProfessionalsResponse> ListProfessionals(Contract.ListProfessionalsRequest request, ServerCallContext context)
    {
        var (caller, cancellation) = (Caller.Of(context), context.CancellationToken);
        if (!ProfessionalReach.Manages(caller, caller.Institution)) throw Caller.NotAllowed();
        var filter = Filter(request, caller);
        var (after, size) = (Paging.Read(request.PageToken, filter.Question, parts: 2), Paging.Size(request.PageSize));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var page = await ProfessionalPages.ReadAsync(db, filter, Today, after, size, cancellation);

        var answer = new Contract.ListProfessionalsResponse();
        if (page.Count > size)
        {
            page.RemoveAt(size);
            answer.NextPageToken = Paging.Token(filter.Question, page[^1].PlainName, page[^1].Name);
        }
        var persons = await ProfessionalPages.PersonsAsync(db, page.ConvertAll(row => row.Name), cancellation);
        answer.Professionals.AddRange(page.Select(row => ProfessionalMapper.ToMessage(ProfessionalView.Read(row), persons.GetValueOrDefault(row.Name), caller, Today)));
        return answer;
    }

    public override async Task<Contract.ListSkillsResponse> ListSkills(Contract.ListSkillsRequest request, ServerCallContext context)
    {
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var rows = await db.Skills.AsNoTracking().Where(row => request.ShowRetired || !row.Retired).ToListAsync(context.CancellationToken);
        var (page, next) = TermPages.Read(rows.InOrder(), row => row.Name, $"skills/{request.ShowRetired}", request.PageToken, request.PageSize);
        var answer = new Contract.ListSkillsResponse { NextPageToken = next };
        answer.Skills.AddRange(page.Select(row => ProfessionalMapper.ToMessage(SkillView.Read(row), row.Version)));
        return answer;
    }

    public override async Task<Contract.Skill> DefineSkill(Contract.DefineSkillRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var skill = PeopleRules.Skill(request.Skill ?? new(), violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();
        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var history = await unit.ReadAsync(skill.Name, cancellation);
            var current = history.Count == 0 ? null : ((SkillDefined)history[^1].Body).Skill;
            Etag.Check(request.Skill!.Etag, skill.Name, history.Count);
            return await unit.AppendAsync(skill.Name, history.Count, Skill.Define(current, skill).EventsOrThrow(), cancellation);
        }, context.CancellationToken);
        return ProfessionalMapper.ToMessage(((SkillDefined)(await log.ReadStreamAsync(result.Stream, result.Version, context.CancellationToken))[^1].Body).Skill, result.Version);
    }

    private static ProfessionalFilter Filter(Contract.ListProfessionalsRequest request, Caller caller)
    {
        var violations = new Violations();
        if (request.Functions.Any(function => function == Contract.Function.Unspecified || !Enum.IsDefined(function)))
            violations.Add("functions", "UNKNOWN_VALUE", "A function is not in the list.", "Une fonction n'est pas dans la liste.");
        var filter = new ProfessionalFilter
        {
            Institution = caller.Institution,
            PlainName = PlainWords.Of(violations.Optional("query", request.Query, QueryLength)),
            Functions = [.. request.Functions.Select(function => (int)function).Distinct().Order()],
            Site = Named(request.Site, "structures", "site", violations),
            Skill = Named(request.Skill, "skills", "skill", violations),
            Habilitation = Named(request.Habilitation, HabilitationRule.Collection, "habilitation", violations),
            ShowDeparted = request.ShowDeparted,
        };
        violations.ThrowIfAny();
        return filter;
    }

    private static string Named(string name, string collection, string field, Violations violations) =>
        name.Length == 0 ? "" : ResourceName.Parse(name, collection, field, violations).ToString();
}
