using System.Collections.Concurrent;
using Grpc.Core;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Rules of habilitations, and who is due, as tests put them in.</summary>
public sealed class HabilitationsStandIn : HabilitationsService.HabilitationsServiceBase
{
    private readonly ConcurrentDictionary<string, HabilitationRule> _rules = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<DueHabilitation> _due = new();

    public void Given(HabilitationRule rule) => _rules[rule.Name] = rule;

    public void Given(DueHabilitation due) => _due.Enqueue(due);

    public override Task<ListHabilitationRulesResponse> ListHabilitationRules(ListHabilitationRulesRequest request, ServerCallContext context) =>
        Task.FromResult(new ListHabilitationRulesResponse { Rules = { _rules.Values.OrderBy(rule => rule.Title, StringComparer.Ordinal) } });

    public override Task<ListDueResponse> ListDue(ListDueRequest request, ServerCallContext context) => Task.FromResult(new ListDueResponse { Due = { _due } });
}
