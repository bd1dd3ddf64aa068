using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>A directory of two services, which remembers how it was asked. What an institution and the network do with it is in the other parts.</summary>
public sealed partial class DirectoryStandIn : PartnersService.PartnersServiceBase
{
    public const string Digital = "services/demo--accueil%20numerique";
    public const string Closed = "services/demo--sans-orientation";

    private readonly List<Commune> _communes =
    [
        new() { InseeCode = "35238", DisplayName = "Rennes", PostalCodes = { "35000", "35200", "35700" }, Departement = "35" },
        new() { InseeCode = "53189", DisplayName = "Rennes-en-Grenouilles", PostalCodes = { "53110" }, Departement = "53" },
        new() { InseeCode = "93066", DisplayName = "Saint-Denis", PostalCodes = { "93200", "93210" }, Departement = "93" },
        new() { InseeCode = "97411", DisplayName = "Saint-Denis", PostalCodes = { "97400" }, Departement = "974" },
        new() { InseeCode = "53210", DisplayName = "Saint-Denis-d'Anjou", PostalCodes = { "53290" }, Departement = "53" },
    ];

    public Metadata LastHeaders { get; private set; } = [];

    public DateTime LastDeadline { get; private set; }

    public SearchServicesRequest LastSearch { get; private set; } = new();

    public TimeSpan Delay { get; set; }

    public override async Task<SearchServicesResponse> SearchServices(SearchServicesRequest request, ServerCallContext context)
    {
        Remember(context);
        LastSearch = request;
        await Task.Delay(Delay, context.CancellationToken);
        var answer = new SearchServicesResponse
        {
            TotalSize = 2,
            NextPageToken = request.PageToken.Length == 0 ? "suite" : "",
            Hits = { Hit(Digital, "À 1,2 km de Rennes"), Hit(Closed, "Le thème demandé") },
            Widened = request.Text.Contains("introuvable", StringComparison.Ordinal),
        };
        answer.Hits.AddRange(Others);
        if (request.Text == "infromatique") answer.Corrections.Add(new Correction { Typed = "infromatique", Read = "informatique" });
        if (request.WithFacets) answer.Facets.AddRange(Facets());
        return answer;
    }

    public override Task<Service> GetService(GetServiceRequest request, ServerCallContext context)
    {
        Remember(context);
        return Task.FromResult(request.Name is Digital or Closed ? Offer(request.Name) : Find(request.Name));
    }

    public override Task<Institution> GetInstitution(GetInstitutionRequest request, ServerCallContext context) => Task.FromResult(new Institution
    {
        Name = request.Name,
        DisplayName = request.Name switch { "institutions/ccas-rennes" => "CCAS de Rennes", "institutions/caf-35" => "CAF d’Ille-et-Vilaine", Left => "Ancien relais", _ => "Réseau" },
        Typology = "CCAS",
        Etag = "7",
        ArchiveTime = request.Name == Left ? new() { Seconds = 1_790_000_000 } : null,
    });

    public override Task<SuggestCommunesResponse> SuggestCommunes(SuggestCommunesRequest request, ServerCallContext context) => Task.FromResult(new SuggestCommunesResponse
    {
        Communes =
        {
            _communes.Where(commune => commune.DisplayName.StartsWith(request.Text.Replace(' ', '-'), StringComparison.OrdinalIgnoreCase)
                || commune.InseeCode == request.Text || commune.PostalCodes.Contains(request.Text)),
        },
    });

    public override async Task WatchDirectory(WatchDirectoryRequest request, IServerStreamWriter<WatchDirectoryResponse> responseStream, ServerCallContext context)
    {
        Remember(context);
        for (var cursor = 1; cursor <= 3; cursor++)
        {
            await responseStream.WriteAsync(new() { Cursor = $"{cursor}" });
            await Task.Delay(20, context.CancellationToken);
        }
    }

    private void Remember(ServerCallContext context) => (LastHeaders, LastDeadline) = (context.RequestHeaders, context.Deadline);

    private static SearchHit Hit(string name, string reason) => new()
    {
        Service = Offer(name),
        Structure = Place(),
        InstitutionDisplayName = "CAF d’Ille-et-Vilaine",
        DistanceMeters = 1234,
        Reasons = { new SearchReason { Kind = SearchReason.Types.Kind.Distance, Weight = 1, Text = reason } },
    };

    private static Service Offer(string name) => new()
    {
        Name = name,
        DisplayName = name == Digital ? "Accueil numérique" : "Permanence sans orientation",
        Description = "Aide aux démarches en ligne.",
        State = Service.Types.State.Published,
        Structure = "structures/demo--caf",
        Institution = "institutions/caf-35",
        AcceptsReferrals = name == Digital,
        Themes = { "numerique--acceder-a-des-services-en-ligne", "famille--garde-denfants" },
        Publics = { "tous-publics" },
        Fees = "gratuit",
        ReceptionModes = { "en-presentiel" },
        UpdateTime = Timestamp.FromDateTime(new(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc)),
        FreshDate = new() { Year = 2026, Month = 3, Day = 2 },
        Capacity = name == Digital ? new() { State = Capacity.Types.State.Open, Seats = 3 } : null,
        Quality = new() { Score = 0.82, Criteria = { new QualityCriterion { Code = "frais", Advice = "Précisez les frais." } } },
        Contacts =
        {
            new Contact
            {
                DisplayName = "Anne Absente",
                Absences = { new Absence { StartDate = new() { Year = 2020, Month = 1, Day = 1 }, EndDate = new() { Year = 2099, Month = 12, Day = 31 } } },
            },
            new Contact { DisplayName = "Paul Présent", Phone = "0299000001" },
            new Contact { DisplayName = "Rémi Renfort", Email = "remi@caf.exemple" },
        },
    };

    private static IEnumerable<Facet> Facets() =>
    [
        new() { Field = "fees", Values = { new FacetValue { Value = "gratuit", Label = "Gratuit", Count = 2 }, new FacetValue { Value = "payant", Label = "Payant", Count = 1 } } },
        new() { Field = "languages", Values = { new FacetValue { Value = "ar", Label = "Arabe", Count = 1 } } },
        new() { Field = "typologies", Values = { new FacetValue { Value = "CAF", Label = "Caisse d’allocations familiales (CAF)", Count = 2 } } },
        new() { Field = "with_room_only", Values = { new FacetValue { Value = "true", Label = "Oui", Count = 1 } } },
        new() { Field = "from_a_later_version", Values = { new FacetValue { Value = "x", Label = "Inconnu", Count = 1 } } },
    ];

    private static Structure Place() => new()
    {
        Name = "structures/demo--caf",
        DisplayName = "Maison de la CAF",
        Institution = "institutions/caf-35",
        OpeningHours = "Mo-Fr 09:00-12:00,13:30-17:00; PH off",
        Address = new() { StreetAddress = "Cours des Alliés", PostalCode = "35000", Commune = "Rennes", InseeCode = "35238", Position = new() { Latitude = 48.105, Longitude = -1.664 } },
        Website = "javascript:alert(1)",
    };
}
