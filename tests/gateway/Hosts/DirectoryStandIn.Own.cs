using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Tests.Hosts;

// What an institution does with its own services: enough rules for the portal to meet each kind of refusal.
public sealed partial class DirectoryStandIn
{
    public const string OwnPlace = "structures/demo--ccas";

    private readonly ConcurrentDictionary<string, Service> _own = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Service> _done = new(StringComparer.Ordinal);

    /// <summary>A service of the CCAS of Rennes.</summary>
    public string GivenOwn(Service.Types.State state = Service.Types.State.Published, Action<Service>? but = null)
    {
        var service = new Service
        {
            Name = $"services/demo--{Guid.NewGuid():N}",
            Etag = "1",
            State = state,
            Structure = OwnPlace,
            Institution = "institutions/ccas-rennes",
            DisplayName = "Domiciliation",
            Description = "Une adresse pour recevoir son courrier.",
            Themes = { "logement-hebergement--rechercher-une-solution-dhebergement-temporaire" },
            FreshDate = new() { Year = 2025, Month = 1, Day = 31 },
            Quality = new() { Score = 0.5 },
            UpdateTime = Timestamp.FromDateTime(new(2025, 1, 31, 10, 0, 0, DateTimeKind.Utc)),
            Origin = new() { Source = "dora" },
        };
        but?.Invoke(service);
        _own[service.Name] = service;
        return service.Name;
    }

    public Service Find(string name) => _own.TryGetValue(name, out var service)
        ? service
        : throw Refusals.Of(StatusCode.NotFound, "SERVICE_NOT_FOUND", "Ce service n’est pas dans l’annuaire.");

    public IReadOnlyCollection<Service> Named(string displayName) => [.. _own.Values.Where(service => service.DisplayName == displayName)];

    public override Task<ListServicesResponse> ListServices(ListServicesRequest request, ServerCallContext context)
    {
        Remember(context);
        IReadOnlyList<Service> services = request.OwnInstitution ? [.. _own.Values.OrderBy(service => service.Name, StringComparer.Ordinal)]
            : request.Structure.Length > 0 && request.PageToken.Length == 0 ? [Offer(Digital), Offer(Closed)] : [];
        return Task.FromResult(new ListServicesResponse { Services = { services }, TotalSize = services.Count });
    }

    public override Task<Service> ConfirmService(ConfirmServiceRequest request, ServerCallContext context) => Change(request.Name, request.Etag, request.RequestId, service =>
    {
        if (service.State != Service.Types.State.Published) throw Refusals.Of(StatusCode.FailedPrecondition, "SERVICE_NOT_PUBLISHED", "Ce service n’est pas publié.");
        service.FreshDate = new() { Year = 2026, Month = 11, Day = 22 };
    });

    public override Task<Service> SetCapacity(SetCapacityRequest request, ServerCallContext context)
    {
        var violations = new List<(string, string)>();
        if (request.Capacity.State == Capacity.Types.State.Unspecified) violations.Add(("capacity.state", "Dites si le service a de la place."));
        if (request.Capacity.Seats > 10_000) violations.Add(("capacity.seats", "Le nombre de places est trop grand."));
        Demand(violations, request.RequestId);
        return Change(request.Name, request.Etag, request.RequestId, service => service.Capacity = request.Capacity);
    }

    public override Task<Service> PublishService(PublishServiceRequest request, ServerCallContext context) =>
        Write(request.Service, request.RequestId, Service.Types.State.Published);

    public override Task<Service> SaveServiceDraft(SaveServiceDraftRequest request, ServerCallContext context) =>
        Write(request.Service, request.RequestId, Service.Types.State.Draft);

    public override Task<Service> ArchiveService(ArchiveServiceRequest request, ServerCallContext context) =>
        Change(request.Name, request.Etag, request.RequestId, service => service.State = Service.Types.State.Archived);

    private Task<Service> Write(Service wanted, string requestId, Service.Types.State state)
    {
        var violations = new List<(string, string)>();
        if (wanted.DisplayName.Length < 3) violations.Add(("service.display_name", "Le nom doit avoir au moins 3 caractères."));
        if (wanted.Structure.Length == 0) violations.Add(("service.structure", "Choisissez un lieu."));
        violations.AddRange(wanted.Contacts.Select((contact, row) => (contact, row)).Where(each => each.contact.Phone == "12")
            .Select(each => ($"service.contacts[{each.row}].phone", "Ce numéro n’est pas un numéro de téléphone.")));
        Demand(violations, requestId);
        if (_done.TryGetValue(requestId, out var done)) return Task.FromResult(done);
        if (_own.TryGetValue(wanted.Name, out var current) && wanted.Etag != current.Etag) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "La fiche a changé.");
        var written = wanted.Clone();
        (written.State, written.Etag) = (state, wanted.Etag + "+");
        return Task.FromResult(_done[requestId] = _own[written.Name] = written);
    }

    private Task<Service> Change(string name, string etag, string requestId, Action<Service> how)
    {
        Demand([], requestId);
        var service = Find(name);
        if (_done.ContainsKey(requestId)) return Task.FromResult(service);
        if (etag != service.Etag) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "La fiche a changé.");
        how(service);
        service.Etag += "+";
        return Task.FromResult(_done[requestId] = service);
    }

    private static void Demand(List<(string, string)> violations, string requestId)
    {
        if (requestId.Length == 0) violations.Add(("request_id", "L’identifiant est obligatoire."));
        if (violations.Count > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", [.. violations]);
    }
}
