using System.Collections.Concurrent;
using Grpc.Core;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Rules of habilitations, who holds them and who is due, as tests put them in.</summary>
public sealed class HabilitationsStandIn(ProfessionalsStandIn professionals) : HabilitationsService.HabilitationsServiceBase
{
    private readonly ConcurrentDictionary<string, HabilitationRule> _rules = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<DueHabilitation> _due = new();

    public ListDueRequest LastDue { get; private set; } = new();

    public void Given(HabilitationRule rule) => _rules[rule.Name] = rule;

    public void Given(DueHabilitation due) => _due.Enqueue(due);

    public HabilitationRule? Find(string name) => _rules.GetValueOrDefault(name);

    public override Task<ListHabilitationRulesResponse> ListHabilitationRules(ListHabilitationRulesRequest request, ServerCallContext context) => Task.FromResult(new ListHabilitationRulesResponse
    {
        Rules = { _rules.Values.Where(rule => request.ShowRetired || !rule.Retired).OrderBy(rule => rule.Title, StringComparer.Ordinal) },
    });

    public override Task<ListDueResponse> ListDue(ListDueRequest request, ServerCallContext context)
    {
        LastDue = request;
        if (request.WithinDays > 730) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("within_days", "730 jours au plus."));
        return Task.FromResult(new ListDueResponse { Due = { _due } });
    }

    public override Task<HabilitationRule> DefineHabilitationRule(DefineHabilitationRuleRequest request, ServerCallContext context)
    {
        var wrong = new List<(string, string)>();
        if (request.Rule is { ByTraining: false, ByEvidence: false }) wrong.Add(("rule.by_training", "Dites ce qui la donne."));
        if (request.RequestId.Length == 0) wrong.Add(("request_id", "L’identifiant est obligatoire."));
        if (wrong.Count > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", [.. wrong]);
        if (request.Rule.Etag != (Find(request.Rule.Name)?.Etag ?? "")) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "La règle a changé.");
        var defined = request.Rule.Clone();
        defined.Etag += "+";
        Given(defined);
        return Task.FromResult(defined);
    }

    public override Task<Professional> GrantHabilitation(GrantHabilitationRequest request, ServerCallContext context)
    {
        var professional = professionals.Find(request.Name);
        if (request.Rule.Length == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("rule", "Choisissez une habilitation."));
        if (request.Etag != professional.Etag) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "La fiche a changé.");
        professional.Habilitations.Add(new HeldHabilitation { Rule = request.Rule, ValidFrom = request.Date, Evidence = request.Evidence, Holds = true });
        return Task.FromResult(professional);
    }

    public override Task<Professional> RevokeHabilitation(RevokeHabilitationRequest request, ServerCallContext context)
    {
        var professional = professionals.Find(request.Name);
        if (request.Reason.Length == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("reason", "Dites pourquoi."));
        var held = professional.Habilitations.FirstOrDefault(held => held.Rule == request.Rule)
            ?? throw Refusals.Of(StatusCode.FailedPrecondition, "HABILITATION_NOT_HELD", "Cette personne n’a pas cette habilitation.");
        (held.Revoked, held.Holds) = (true, false);
        return Task.FromResult(professional);
    }
}
