using System.Collections.Concurrent;
using Grpc.Core;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Training plans that tests put in.</summary>
public sealed class PlansStandIn : PlansService.PlansServiceBase
{
    private readonly ConcurrentDictionary<string, Plan> _plans = new(StringComparer.Ordinal);

    public void Given(Plan plan) => _plans[plan.Name] = plan;

    public Plan Find(string name) => _plans.TryGetValue(name, out var found) ? found : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non.");

    public override Task<Plan> GetPlan(GetPlanRequest request, ServerCallContext context) => Task.FromResult(Find(request.Name));

    public override Task<ListPlansResponse> ListPlans(ListPlansRequest request, ServerCallContext context) =>
        Task.FromResult(new ListPlansResponse { Plans = { _plans.Values.OrderBy(plan => plan.Name, StringComparer.Ordinal) } });
}
