using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>The API of habilitations: their rules as data, and who holds which.</summary>
internal sealed partial class HabilitationsEndpoint(
    CommandLog<TrainingDb> commands, ProfessionalChanges changes, LogReader<TrainingDb> log, IDbContextFactory<TrainingDb> databases, TimeProvider clock)
    : Contract.HabilitationsService.HabilitationsServiceBase
{
    private const int DaysAhead = 90;
    private const int MostDaysAhead = 730;
    private const int DaysBehind = 90;

    private DateOnly Today => FrenchDay.Of(clock.GetUtcNow());

    public override async Task<Contract.HabilitationRule> DefineHabilitationRule(Contract.DefineHabilitationRuleRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var rule = PeopleRules.Rule(request.Rule ?? new(), violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();
        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var history = await unit.ReadAsync(rule.Name, cancellation);
            var current = history.Count == 0 ? null : ((HabilitationRuleDefined)history[^1].Body).Rule;
            Etag.Check(request.Rule!.Etag, rule.Name, history.Count);
            return await unit.AppendAsync(rule.Name, history.Count, HabilitationRule.Define(current, rule).EventsOrThrow(), cancellation);
        }, context.CancellationToken);
        return ProfessionalMapper.ToMessage(((HabilitationRuleDefined)(await log.ReadStreamAsync(result.Stream, result.Version, context.CancellationToken))[^1].Body).Rule, result.Version);
    }

    public override async Task<Contract.ListHabilitationRulesResponse> ListHabilitationRules(Contract.ListHabilitationRulesRequest request, ServerCallContext context)
    {
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var rows = await db.HabilitationRules.AsNoTracking().Where(row => request.ShowRetired || !row.Retired).ToListAsync(context.CancellationToken);
        var ordered = rows.OrderBy(row => PlainWords.Of(row.Title), StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal);
        var (page, next) = TermPages.Read(ordered, row => row.Name, $"habilitationRules/{request.ShowRetired}", request.PageToken, request.PageSize);
        var answer = new Contract.ListHabilitationRulesResponse { NextPageToken = next };
        answer.Rules.AddRange(page.Select(row => ProfessionalMapper.ToMessage(HabilitationRuleView.Read(row), row.Version)));
        return answer;
    }

    public override Task<Contract.Professional> GrantHabilitation(Contract.GrantHabilitationRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var rule = RuleName(request.Rule, violations);
        var day = PeopleRules.FirstDay(request.Date, Today, violations);
        var evidence = PeopleRules.Words("evidence", request.Evidence, violations);
        return changes.ChangeAsync(context, request, (request.Name, request.Etag, request.RequestId, ByInstitution: true), violations, async (unit, record, cancellation) =>
        {
            var row = await unit.Db.HabilitationRules.FindAsync([rule], cancellation);
            return HabilitationDecider.Grant(record.Current, row is null ? null : HabilitationRuleView.Read(row), (rule, day, evidence), FrenchDay.Of(unit.Command.Now));
        });
    }

    public override Task<Contract.Professional> RevokeHabilitation(Contract.RevokeHabilitationRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var rule = RuleName(request.Rule, violations);
        var reason = PeopleRules.Words("reason", request.Reason, violations);
        return changes.ChangeAsync(context, request, (request.Name, request.Etag, request.RequestId, ByInstitution: true), violations, (unit, record, _) =>
            Task.FromResult(HabilitationDecider.Revoke(record.Current, rule, reason, FrenchDay.Of(unit.Command.Now))));
    }

    public override async Task<Contract.ListDueResponse> ListDue(Contract.ListDueRequest request, ServerCallContext context)
    {
        var (caller, cancellation) = (Caller.Of(context), context.CancellationToken);
        if (!ProfessionalReach.Manages(caller, caller.Institution)) throw Caller.NotAllowed();
        var violations = new Violations();
        var rule = request.Rule.Length == 0 ? "" : RuleName(request.Rule, violations);
        if (request.WithinDays is < 0 or > MostDaysAhead) violations.Add("within_days", "OUT_OF_RANGE", $"within_days is between 0 and {MostDaysAhead}.", "Indiquez de 0 à 730 jours.");
        violations.ThrowIfAny();

        var ahead = request.WithinDays == 0 ? DaysAhead : request.WithinDays;
        var question = string.Create(CultureInfo.InvariantCulture, $"due/{caller.Institution}/{rule}/{ahead}");
        var (after, size) = (Paging.Read(request.PageToken, question, parts: 3, Position), Paging.Size(request.PageSize));
        var today = Today.DayNumber;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var page = await DuePages.ReadAsync(db, (caller.Institution, rule), (today - DaysBehind, today + ahead, today), after, size, cancellation);

        var answer = new Contract.ListDueResponse();
        if (page.Count > size)
        {
            page.RemoveAt(size);
            answer.NextPageToken = Paging.Token(question, page[^1].UntilDay.ToString(CultureInfo.InvariantCulture), page[^1].Professional, page[^1].Rule);
        }
        var persons = await ProfessionalPages.PersonsAsync(db, [.. page.Select(due => due.Professional).Distinct(StringComparer.Ordinal)], cancellation);
        var renewals = await DuePages.RenewedByAsync(db, page, cancellation);
        answer.Due.AddRange(page.Select(due => new Contract.DueHabilitation
        {
            Professional = due.Professional,
            DisplayName = persons.GetValueOrDefault(due.Professional) is { } person ? $"{person.FirstName} {person.LastName}".Trim() : "",
            Rule = due.Rule,
            ValidUntil = DateOnly.FromDayNumber(due.UntilDay).ToDate(),
            RenewedBy = renewals.GetValueOrDefault((due.Professional, due.Rule), ""),
        }));
        return answer;
    }

    private static DuePosition Position(string[] token) => new(int.Parse(token[0], CultureInfo.InvariantCulture), token[1], token[2]);

    private static string RuleName(string name, Violations violations) => ResourceName.Parse(name, HabilitationRule.Collection, "rule", violations).ToString();
}
