using Google.Rpc;
using Grpc.Core;
using Reseau.Partners.V1;
using Reseau.Testing;
using Reseau.Testing.Hosts;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Partners.Tests.Rpc;

public sealed class KeepingTheDirectory(PartnersHost host) : IClassFixture<PartnersHost>
{
    [Fact]
    public async Task What_an_institution_publishes_is_found_with_reasons_and_gone_once_archived()
    {
        var (admin, caf) = (await host.ClientAsync("admin.reseau"), await host.ClientAsync("si-caf-35"));
        await RegisterAsync(admin);
        await caf.PublishStructureAsync(Structure());
        var published = await caf.PublishServiceAsync(Service("services/caf--aide"));

        var question = new SearchServicesRequest { Text = "déclaration de ressources", Themes = { "numerique--acceder-a-des-services-en-ligne" }, Commune = "35238" };
        var hit = await Eventually.GetAsync<SearchHit?>(async () => (await host.Anonymous.SearchServicesAsync(question)).Hits.SingleOrDefault(h => h.Service.Name == published.Name), found => found is not null);
        Assert.NotNull(hit);
        Assert.Equal("institutions/caf-35", hit.Service.Institution);
        Assert.Equal(hit.Score, hit.Reasons.Sum(reason => reason.Weight), 6);
        Assert.Contains(hit.Reasons, reason => reason.Kind == SearchReason.Types.Kind.Theme && reason.Text.StartsWith("Répond au thème", StringComparison.Ordinal));
        Assert.Contains(hit.Reasons, reason => reason.Kind == SearchReason.Types.Kind.Distance);
        Assert.InRange(hit.DistanceMeters, 0, 10_000);

        var archived = await caf.ArchiveServiceAsync(new() { Name = published.Name, Etag = published.Etag, RequestId = NewId() });
        Assert.Equal(V1.Service.Types.State.Archived, archived.State);
        await Eventually.GetAsync<Google.Protobuf.Collections.RepeatedField<SearchHit>>(async () => (await host.Anonymous.SearchServicesAsync(question)).Hits, hits => hits.All(h => h.Service.Name != published.Name));
        Assert.Equal(V1.Service.Types.State.Archived, (await host.Anonymous.GetServiceAsync(new() { Name = published.Name })).State);
    }

    [Fact]
    public async Task Publishing_the_same_again_changes_nothing()
    {
        var (admin, caf) = (await host.ClientAsync("admin.reseau"), await host.ClientAsync("si-caf-35"));
        await RegisterAsync(admin);
        await caf.PublishStructureAsync(Structure());
        var first = await caf.PublishServiceAsync(Service("services/caf--same"));
        Assert.Equal(first, await caf.PublishServiceAsync(Service("services/caf--same")));
    }

    [Fact]
    public async Task A_telephone_loses_the_zero_that_is_not_dialled_from_abroad()
    {
        var (admin, caf) = (await host.ClientAsync("admin.reseau"), await host.ClientAsync("si-caf-35"));
        await RegisterAsync(admin);
        var place = Structure();
        place.Structure.Phone = "+33 (0)2 61 91 00 12";
        Assert.Equal("+33 2 61 91 00 12", (await caf.PublishStructureAsync(place)).Phone);
    }

    [Fact]
    public async Task Nobody_publishes_for_somebody_else()
    {
        var (admin, caf, ccas) = (await host.ClientAsync("admin.reseau"), await host.ClientAsync("si-caf-35"), await host.ClientAsync("si-ccas-rennes"));
        await RegisterAsync(admin);
        await caf.PublishStructureAsync(Structure());

        await RefusedAsync(async () => await ccas.PublishServiceAsync(Service("services/intruder")), StatusCode.PermissionDenied, "NOT_ALLOWED");
        await RefusedAsync(async () => await ccas.PublishStructureAsync(Structure()), StatusCode.PermissionDenied, "NOT_ALLOWED");
        await RefusedAsync(
            async () => await ccas.RegisterInstitutionAsync(new() { Institution = Caf(), RequestId = NewId() }), StatusCode.PermissionDenied, "NOT_ALLOWED");
    }

    [Fact]
    public async Task A_service_stays_its_institutions_in_the_house_of_another()
    {
        var (admin, caf, ccas) = (await host.ClientAsync("admin.reseau"), await host.ClientAsync("si-caf-35"), await host.ClientAsync("si-ccas-rennes"));
        await RegisterAsync(admin);
        await caf.PublishStructureAsync(Structure());
        var written = await caf.PublishServiceAsync(Service("services/caf--guest"));
        var house = Structure();
        (house.Structure.Name, house.Structure.Institution) = ("structures/house-of-another", "institutions/caf-35");
        await caf.PublishStructureAsync(house);
        var moved = Service("services/caf--guest");
        moved.Service.Structure = house.Structure.Name;
        await caf.PublishServiceAsync(moved);
        // The house goes to another institution, its guest does not.
        house.Structure.Institution = "institutions/ccas-rennes";
        house.RequestId = NewId();
        await admin.RegisterInstitutionAsync(new() { Institution = new() { Name = "institutions/ccas-rennes", DisplayName = "CCAS de Rennes", Typology = "CCAS" }, RequestId = NewId() });
        await admin.PublishStructureAsync(house);

        var again = Service("services/caf--guest");
        (again.Service.Structure, again.Service.Description) = (house.Structure.Name, "La CAF reçoit dans la maison du CCAS, le mardi matin, sur rendez-vous.");
        Assert.Equal("institutions/caf-35", (await caf.PublishServiceAsync(again)).Institution);

        again.RequestId = NewId();
        await RefusedAsync(async () => await ccas.PublishServiceAsync(again), StatusCode.PermissionDenied, "NOT_ALLOWED");
        var intruder = Service("services/caf--intruder");
        intruder.Service.Structure = house.Structure.Name;
        await RefusedAsync(async () => await caf.PublishServiceAsync(intruder), StatusCode.PermissionDenied, "NOT_ALLOWED");
        Assert.Equal("institutions/caf-35", (await host.Anonymous.GetServiceAsync(new() { Name = written.Name })).Institution);
    }

    [Fact]
    public async Task Every_mistake_of_a_record_comes_back_at_once_under_the_name_of_the_contract()
    {
        var admin = await host.ClientAsync("admin.reseau");
        var wrong = new PublishStructureRequest
        {
            Structure = new()
            {
                Name = "structures/wrong", Institution = "institutions/caf-35", DisplayName = "A", Email = "nobody", Website = "ftp://example.org",
                Address = new() { PostalCode = "3", Commune = "Rennes", InseeCode = "99999", Position = new() { Latitude = -1.67, Longitude = 48.11 } },
            },
        };

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await admin.PublishStructureAsync(wrong));

        var fields = DetailOf<BadRequest>(refused).FieldViolations.Select(violation => violation.Field).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(
            new HashSet<string>
            {
                "structure.display_name", "structure.email", "structure.website", "structure.address.postal_code", "structure.address.insee_code",
                "structure.address.position", "request_id",
            },
            fields);
    }

    [Fact]
    public async Task Ids_of_other_systems_survive_slashes_included()
    {
        var (admin, caf) = (await host.ClientAsync("admin.reseau"), await host.ClientAsync("si-caf-35"));
        await RegisterAsync(admin);
        await caf.PublishStructureAsync(Structure());
        var name = $"services/{Uri.EscapeDataString("dora--a/b")}";

        await caf.PublishServiceAsync(Service(name));

        Assert.Equal(name, (await host.Anonymous.GetServiceAsync(new() { Name = name })).Name);
    }

    [Theory]
    [InlineData("theme")]
    [InlineData("commune")]
    [InlineData("radius")]
    [InlineData("text")]
    public async Task A_question_that_makes_no_sense_is_refused(string what)
    {
        var question = what switch
        {
            "theme" => new SearchServicesRequest { Themes = { "numerique--rien" } },
            "commune" => new() { Commune = "99999" },
            "radius" => new() { RadiusMeters = 1000 },
            _ => new() { Text = new('a', 10_000) },
        };
        await RefusedAsync(async () => await host.Anonymous.SearchServicesAsync(question), StatusCode.InvalidArgument, "INVALID_REQUEST");
    }

    private static async Task RegisterAsync(PartnersService.PartnersServiceClient admin) =>
        await admin.RegisterInstitutionAsync(new() { Institution = Caf(), RequestId = NewId() });

    private static Institution Caf() => new() { Name = "institutions/caf-35", DisplayName = "CAF d'Ille-et-Vilaine", Typology = "CAF", Networks = { "caf" } };

    private static PublishStructureRequest Structure() => new()
    {
        RequestId = NewId(),
        Structure = new()
        {
            Name = "structures/caf-accueil", Institution = "institutions/caf-35", DisplayName = "Accueil de la CAF",
            Address = new() { StreetAddress = "1 cours des Alliés", PostalCode = "35000", Commune = "Rennes", InseeCode = "35238", Position = new() { Latitude = 48.105, Longitude = -1.67 } },
        },
    };

    private static PublishServiceRequest Service(string name) => new()
    {
        RequestId = NewId(),
        Service = new()
        {
            Name = name, Structure = "structures/caf-accueil", DisplayName = "Aide à la déclaration de ressources", Description = "Être aidé pour déclarer ses ressources en ligne.",
            Type = "accompagnement", Themes = { "numerique--acceder-a-des-services-en-ligne" }, AcceptsReferrals = true,
        },
    };

    private static async Task RefusedAsync(Func<Task> call, StatusCode code, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((code, reason), (refused.StatusCode, ErrorInfoOf(refused).Reason));
    }

    private static string NewId() => Guid.NewGuid().ToString();
}
