using System.Collections.Concurrent;
using Grpc.Core;
using Reseau.Training.V1;
using State = Reseau.Training.V1.Need.Types.State;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Needs of training, signals and figures that tests put in, and what was written of them.</summary>
public sealed class NeedsStandIn : NeedsService.NeedsServiceBase
{
    private readonly ConcurrentDictionary<string, Need> _needs = new(StringComparer.Ordinal);

    public ListNeedsRequest LastList { get; private set; } = new();

    public ListSignalsRequest LastSignals { get; private set; } = new();

    public GetNeedFiguresRequest LastFigures { get; private set; } = new();

    public ConcurrentQueue<PlanNeedRequest> Planned { get; } = new();

    public IReadOnlyList<Signal> Signals { get; set; } = [];

    public NeedFigures Figures { get; set; } = new();

    /// <summary>A need of the CCAS of Rennes.</summary>
    public Need Given(Action<Need>? but = null)
    {
        var need = new Need
        {
            Name = $"needs/{Guid.NewGuid():N}",
            Etag = "1",
            State = State.Open,
            Institution = "institutions/ccas-rennes",
            Title = "Recevoir une personne en colère",
            Urgency = Need.Types.Urgency.High,
            Persons = 12,
        };
        but?.Invoke(need);
        return _needs[need.Name] = need;
    }

    public Need Find(string name) => _needs.TryGetValue(name, out var found) ? found : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non.");

    public override Task<Need> GetNeed(GetNeedRequest request, ServerCallContext context) => Task.FromResult(Find(request.Name));

    public override Task<ListNeedsResponse> ListNeeds(ListNeedsRequest request, ServerCallContext context)
    {
        LastList = request;
        if (request.Institution == "institutions/") throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("institution", "Cette institution n’existe pas."));
        return Task.FromResult(new ListNeedsResponse { Needs = { _needs.Values.Where(need => request.Plan.Length == 0 || need.Plan == request.Plan).OrderBy(need => need.Name, StringComparer.Ordinal) } });
    }

    public override Task<NeedFigures> GetNeedFigures(GetNeedFiguresRequest request, ServerCallContext context)
    {
        LastFigures = request;
        return Task.FromResult(Figures);
    }

    public override Task<ListSignalsResponse> ListSignals(ListSignalsRequest request, ServerCallContext context)
    {
        LastSignals = request;
        if (request.Until?.Year < request.From?.Year) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("until", "La fin de la période est avant son début."));
        return Task.FromResult(new ListSignalsResponse { Signals = { Signals } });
    }

    public override Task<Need> RaiseNeed(RaiseNeedRequest request, ServerCallContext context)
    {
        Demand(request.Need, request.RequestId);
        var raised = request.Need.Clone();
        (raised.Name, raised.Etag, raised.State, raised.Institution) = ($"needs/{request.RequestId}", "1", State.Open, raised.Network ? "institutions/rennes-metropole" : "institutions/ccas-rennes");
        return Task.FromResult(_needs[raised.Name] = raised);
    }

    public override Task<Need> UpdateNeed(UpdateNeedRequest request, ServerCallContext context)
    {
        Demand(request.Need, request.RequestId);
        var known = Current(request.Need.Name, request.Need.Etag);
        var written = request.Need.Clone();
        (written.Etag, written.State, written.Institution, written.Network) = (known.Etag + "+", known.State, known.Institution, known.Network);
        return Task.FromResult(_needs[written.Name] = written);
    }

    public override Task<Need> PlanNeed(PlanNeedRequest request, ServerCallContext context)
    {
        Planned.Enqueue(request);
        if (request.Plan.Length == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("plan", "Ce champ est obligatoire."), ("answer", "Ce champ est obligatoire."));
        var need = Current(request.Name, request.Etag);
        (need.State, need.Plan, need.Goal, need.Course) = (State.Planned, request.Plan, request.Goal, request.Course);
        return Task.FromResult(need);
    }

    public override Task<Need> MeetNeed(MeetNeedRequest request, ServerCallContext context)
    {
        var need = Current(request.Name, request.Etag);
        need.State = State.Met;
        return Task.FromResult(need);
    }

    public override Task<Need> SetNeedAside(SetNeedAsideRequest request, ServerCallContext context)
    {
        if (request.Reason.Length == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("reason", "Dites pourquoi."));
        var need = Current(request.Name, request.Etag);
        (need.State, need.SetAsideReason) = (State.SetAside, request.Reason);
        return Task.FromResult(need);
    }

    private Need Current(string name, string etag)
    {
        var need = Find(name);
        return etag == need.Etag ? need : throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "Le besoin a changé.");
    }

    private static void Demand(Need need, string requestId)
    {
        var wrong = new List<(string, string)>();
        if (need.SubjectCase == Need.SubjectOneofCase.None) wrong.Add(("need.subject", "Dites ce qui manque."));
        if (need.Urgency == default) wrong.Add(("need.urgency", "Choisissez une urgence."));
        if (requestId.Length == 0) wrong.Add(("request_id", "L’identifiant est obligatoire."));
        if (wrong.Count > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", [.. wrong]);
    }
}
