using System.Collections.Concurrent;
using Grpc.Core;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Training plans that tests put in, and what was written of them.</summary>
public sealed class PlansStandIn : PlansService.PlansServiceBase
{
    private readonly ConcurrentDictionary<string, Plan> _plans = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Name, int Version), Plan> _older = new();

    public void Given(Plan plan) => _plans[plan.Name] = plan;

    /// <summary>What a plan said before.</summary>
    public void GivenOlder(Plan plan) => _older[(plan.Name, plan.Version)] = plan;

    /// <summary>A plan of the CCAS of Rennes.</summary>
    public Plan GivenOwn(Action<Plan>? but = null)
    {
        var plan = new Plan
        {
            Name = $"plans/{Guid.NewGuid():N}",
            Etag = "1",
            State = Plan.Types.State.Draft,
            Institution = "institutions/ccas-rennes",
            Version = 1,
            Title = "Plan de l’année",
            StartDate = new() { Year = 2026, Month = 1, Day = 1 },
            EndDate = new() { Year = 2026, Month = 12, Day = 31 },
        };
        but?.Invoke(plan);
        Given(plan);
        return plan;
    }

    public Plan Find(string name) => _plans.TryGetValue(name, out var found) ? found : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non.");

    public override Task<Plan> GetPlan(GetPlanRequest request, ServerCallContext context) => Task.FromResult(request.Version == 0 ? Find(request.Name)
        : _older.TryGetValue((request.Name, request.Version), out var older) ? older
        : throw Refusals.Of(StatusCode.NotFound, "VERSION_NOT_FOUND", "Cette version n’existe pas."));

    public override Task<ListPlansResponse> ListPlans(ListPlansRequest request, ServerCallContext context) =>
        Task.FromResult(new ListPlansResponse { Plans = { _plans.Values.OrderBy(plan => plan.Name, StringComparer.Ordinal) } });

    public override Task<Plan> CreatePlan(CreatePlanRequest request, ServerCallContext context)
    {
        Demand(request.Plan, request.RequestId);
        var created = request.Plan.Clone();
        (created.Etag, created.State, created.Version, created.Institution) = ("1", Plan.Types.State.Draft, 1, created.Network ? "institutions/rennes-metropole" : "institutions/ccas-rennes");
        Given(created);
        return Task.FromResult(created);
    }

    public override Task<Plan> UpdatePlan(UpdatePlanRequest request, ServerCallContext context)
    {
        Demand(request.Plan, request.RequestId);
        var known = Find(request.Plan.Name);
        if (request.Plan.Etag != known.Etag) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "Le plan a changé.");
        var written = request.Plan.Clone();
        (written.Etag, written.State, written.Institution, written.Version) = (known.Etag + "+", known.State, known.Institution, known.Version + (known.State == Plan.Types.State.Published ? 1 : 0));
        Given(written);
        return Task.FromResult(written);
    }

    public override Task<Plan> PublishPlan(PublishPlanRequest request, ServerCallContext context) => Move(request.Name, request.Etag, Plan.Types.State.Published);

    public override Task<Plan> ClosePlan(ClosePlanRequest request, ServerCallContext context) => Move(request.Name, request.Etag, Plan.Types.State.Closed);

    private Task<Plan> Move(string name, string etag, Plan.Types.State state)
    {
        var plan = Find(name);
        if (etag != plan.Etag) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "Le plan a changé.");
        if (state == Plan.Types.State.Published && plan.Goals.Count == 0) throw Refusals.Of(StatusCode.FailedPrecondition, "PLAN_WITHOUT_GOAL", "Écrivez d’abord un objectif.");
        (plan.State, plan.Etag) = (state, plan.Etag + "+");
        return Task.FromResult(plan);
    }

    private static void Demand(Plan plan, string requestId)
    {
        var wrong = new List<(string, string)>();
        if (plan.Title.Length == 0) wrong.Add(("plan.title", "Donnez un titre."));
        wrong.AddRange(plan.Goals.Index().Where(each => each.Item.TargetPercent > 100).Select(each => ($"plan.goals[{each.Index}].target_percent", "100 au plus.")));
        if (plan.Funders.Count > 0 && plan.Funders.Sum(funder => funder.Cents) != plan.Costs.Sum(cost => cost.Cents)) wrong.Add(("plan.funders", "Les financements doivent couvrir exactement les dépenses."));
        if (requestId.Length == 0) wrong.Add(("request_id", "L’identifiant est obligatoire."));
        if (wrong.Count > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", [.. wrong]);
    }
}
