using Grpc.Core;
using Reseau.Partners.V1;
using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using static Reseau.Partners.Tests.Imports.Uploads;
using static Reseau.Testing.Contracts.EveryMethod;
using State = Reseau.Partners.V1.Service.Types.State;

namespace Reseau.Partners.Tests.Rpc;

/// <summary>An institution leaves the network, and comes back.</summary>
public sealed class LeavingTheNetwork
{
    private const string Caf = "institutions/caf-35";
    private const string Place = "structures/caf-depart";
    private const string Help = "services/caf--depart";

    [Theory, OnEveryProvider]
    public async Task Its_services_are_no_longer_found_nothing_of_it_is_written_and_all_comes_back(DatabaseProvider provider)
    {
        var host = new PartnersHost { Provider = provider };
        await host.InitializeAsync();
        try
        {
            var (admin, sofia, caf) = (await host.ClientAsync("admin.reseau"), await host.ClientAsync("sofia.mission"), await host.ClientAsync("si-caf-35"));
            var known = await admin.RegisterInstitutionAsync(new() { Institution = Institution(), RequestId = NewId() });
            await caf.PublishStructureAsync(new() { Structure = Structure(), RequestId = NewId() });
            var service = await caf.PublishServiceAsync(new() { Service = Service(), RequestId = NewId() });
            await FindsAsync(1);

            var left = await sofia.ArchiveInstitutionAsync(new() { Name = Caf, Etag = known.Etag, RequestId = NewId() });

            Assert.NotNull(left.ArchiveTime);
            Assert.Equal(left.Etag, (await sofia.ArchiveInstitutionAsync(new() { Name = Caf, RequestId = NewId() })).Etag);
            Assert.Equal(left, Assert.Single((await host.Anonymous.ListInstitutionsAsync(new())).Institutions));
            await FindsAsync(0);
            Assert.Empty((await host.Anonymous.ListServicesAsync(new() { Institution = Caf })).Services);
            Assert.Empty((await host.Anonymous.ListStructuresAsync(new())).Structures);
            var page = await host.Anonymous.GetServiceAsync(new() { Name = Help });
            Assert.Equal((State.Archived, false), (page.State, page.AcceptsReferrals));

            await ClosedAsync(() => admin.RegisterInstitutionAsync(new() { Institution = Institution("Un autre nom"), RequestId = NewId() }));
            await ClosedAsync(() => caf.PublishStructureAsync(new() { Structure = Structure("Un autre nom"), RequestId = NewId() }));
            await ClosedAsync(() => caf.PublishServiceAsync(new() { Service = Service("Un autre nom"), RequestId = NewId() }));
            await ClosedAsync(() => caf.SaveServiceDraftAsync(new() { Service = new(Service()) { Name = "services/caf--new" }, RequestId = NewId() }));
            await ClosedAsync(() => caf.ConfirmServiceAsync(new() { Name = Help, RequestId = NewId() }));
            await ClosedAsync(() => caf.ArchiveServiceAsync(new() { Name = Help, RequestId = NewId() }));
            await ClosedAsync(() => caf.SetCapacityAsync(new() { Name = Help, Capacity = new() { State = Capacity.Types.State.Open }, RequestId = NewId() }));
            Assert.Equal("INSTITUTION_ARCHIVED", await RefusalOfAsync(() => caf.SendAsync(Header(DirectoryFormat.DataInclusionJson), "[]")));

            var back = await admin.RestoreInstitutionAsync(new() { Name = Caf, Etag = left.Etag, RequestId = NewId() });

            Assert.Null(back.ArchiveTime);
            Assert.Equal(back.Etag, (await admin.RestoreInstitutionAsync(new() { Name = Caf, RequestId = NewId() })).Etag);
            await FindsAsync(1);
            Assert.Equal((State.Published, service.Etag), await host.Anonymous.GetServiceAsync(new() { Name = Help }) is { } again ? (again.State, again.Etag) : default);
            await caf.SetCapacityAsync(new() { Name = Help, Capacity = new() { State = Capacity.Types.State.Open }, RequestId = NewId() });

            Task<int> FindsAsync(int count) => Eventually.GetAsync(async () => (await host.Anonymous.SearchServicesAsync(new())).Hits.Count, found => found == count);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Only_who_looks_after_the_network_says_so_and_only_of_whom_it_knows()
    {
        await using var running = await RunningAsync();
        var (admin, caf, sofia) = (await running.Host.ClientAsync("admin.reseau"), await running.Host.ClientAsync("si-caf-35"), await running.Host.ClientAsync("sofia.mission"));
        var known = await admin.RegisterInstitutionAsync(new() { Institution = Institution(), RequestId = NewId() });

        Assert.Equal("NOT_ALLOWED", await RefusalOfAsync(() => caf.ArchiveInstitutionAsync(new() { Name = Caf, RequestId = NewId() }).ResponseAsync));
        Assert.Equal("NOT_ALLOWED", await RefusalOfAsync(() => caf.RestoreInstitutionAsync(new() { Name = Caf, RequestId = NewId() }).ResponseAsync));
        Assert.Equal("INSTITUTION_NOT_FOUND", await RefusalOfAsync(() => sofia.ArchiveInstitutionAsync(new() { Name = "institutions/rien", RequestId = NewId() }).ResponseAsync));
        Assert.Equal("INSTITUTION_NOT_FOUND", await RefusalOfAsync(() => sofia.RestoreInstitutionAsync(new() { Name = "institutions/rien", RequestId = NewId() }).ResponseAsync));
        await sofia.ArchiveInstitutionAsync(new() { Name = Caf, RequestId = NewId() });
        Assert.Equal("STALE_ETAG", await RefusalOfAsync(() => sofia.RestoreInstitutionAsync(new() { Name = Caf, Etag = known.Etag, RequestId = NewId() }).ResponseAsync));
    }

    private static async Task ClosedAsync<T>(Func<AsyncUnaryCall<T>> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call());
        Assert.Equal((StatusCode.FailedPrecondition, "INSTITUTION_ARCHIVED", "caf-35"), (refused.StatusCode, ErrorInfoOf(refused).Reason, ErrorInfoOf(refused).Metadata["institution"]));
    }

    private static async Task<string> RefusalOfAsync(Func<Task> call) => ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(call)).Reason;

    private static V1.Institution Institution(string name = "CAF d'Ille-et-Vilaine") => new() { Name = Caf, DisplayName = name, Typology = "CAF" };

    private static V1.Structure Structure(string name = "Accueil de la CAF") => new()
    {
        Name = Place, Institution = Caf, DisplayName = name, Address = new() { StreetAddress = "1 cours des Alliés", PostalCode = "35000", Commune = "Rennes", InseeCode = "35238" },
    };

    private static V1.Service Service(string name = "Aide à la déclaration de ressources") => new()
    {
        Name = Help, Structure = Place, DisplayName = name, Description = "Être aidé pour déclarer ses ressources en ligne.", AcceptsReferrals = true,
        Themes = { "numerique--acceder-a-des-services-en-ligne" },
    };

    private static string NewId() => Guid.NewGuid().ToString();

    private static async Task<Running> RunningAsync()
    {
        var host = new PartnersHost();
        await host.InitializeAsync();
        return new(host);
    }

    private sealed record Running(PartnersHost Host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}
