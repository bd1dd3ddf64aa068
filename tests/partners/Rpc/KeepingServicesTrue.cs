using System.Text;
using Dapr.Client;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Messaging;
using Reseau.Partners.Subscriptions;
using Reseau.Partners.V1;
using Reseau.Testing;
using Reseau.Testing.Hosts;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Partners.Tests.Rpc;

/// <summary>Drafts, confirmation, room, and places that were written twice.</summary>
public sealed class KeepingServicesTrue(PartnersHost host) : IClassFixture<PartnersHost>, IAsyncLifetime
{
    private PartnersService.PartnersServiceClient _admin = null!;
    private PartnersService.PartnersServiceClient _caf = null!;

    public async Task InitializeAsync()
    {
        (_admin, _caf) = (await host.ClientAsync("admin.reseau"), await host.ClientAsync("si-caf-35"));
        await _admin.RegisterInstitutionAsync(new() { Institution = new() { Name = "institutions/caf-35", DisplayName = "CAF d'Ille-et-Vilaine", Typology = "CAF" }, RequestId = NewId() });
        await _caf.PublishStructureAsync(Place("structures/caf-accueil", "Accueil de la CAF"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_draft_is_seen_by_its_institution_alone_until_it_is_published()
    {
        var draft = await _caf.SaveServiceDraftAsync(new() { Service = Service("services/caf--draft"), RequestId = NewId() });
        Assert.Equal(V1.Service.Types.State.Draft, draft.State);
        Assert.Equal(draft, await _caf.GetServiceAsync(new() { Name = draft.Name }));
        await RefusedAsync(async () => await host.Anonymous.GetServiceAsync(new() { Name = draft.Name }), StatusCode.NotFound, "SERVICE_NOT_FOUND");
        var neighbour = await host.ClientAsync("si-ccas-rennes");
        await RefusedAsync(async () => await neighbour.GetServiceAsync(new() { Name = draft.Name }), StatusCode.NotFound, "SERVICE_NOT_FOUND");

        var published = await _caf.PublishServiceAsync(new() { Service = Service("services/caf--draft"), RequestId = NewId() });

        Assert.Equal(V1.Service.Types.State.Published, published.State);
        Assert.Equal(published.Name, (await host.Anonymous.GetServiceAsync(new() { Name = draft.Name })).Name);
        await RefusedAsync(async () => await _caf.SaveServiceDraftAsync(new() { Service = Service("services/caf--draft"), RequestId = NewId() }), StatusCode.FailedPrecondition, "SERVICE_PUBLISHED");
    }

    [Fact]
    public async Task Confirming_makes_the_record_fresh_today_and_its_quality_better()
    {
        var old = Service("services/caf--old");
        old.Origin = new() { Source = "dora", UpdateDate = new() { Year = 2024, Month = 1, Day = 31 } };
        var before = await _caf.PublishServiceAsync(new() { Service = old, RequestId = NewId() });
        Assert.Equal(new() { Year = 2024, Month = 1, Day = 31 }, before.FreshDate);
        Assert.Contains(before.Quality.Criteria, criterion => criterion is { Code: "date-maj", Score: < 1, Advice.Length: > 0 });

        var confirmed = await _caf.ConfirmServiceAsync(new() { Name = old.Name, Etag = before.Etag, RequestId = NewId() });

        Assert.True(confirmed.Quality.Score > before.Quality.Score);
        Assert.True(confirmed.FreshDate.Year >= 2026);
        Assert.Equal(confirmed.Etag, (await _caf.ConfirmServiceAsync(new() { Name = old.Name, RequestId = NewId() })).Etag);
        await RefusedAsync(async () => await _caf.ConfirmServiceAsync(new() { Name = "services/rien", RequestId = NewId() }), StatusCode.NotFound, "SERVICE_NOT_FOUND");
    }

    [Fact]
    public async Task What_is_said_of_the_room_is_on_the_record_and_in_the_shared_state_of_the_network()
    {
        var service = await _caf.PublishServiceAsync(new() { Service = Service("services/caf--room"), RequestId = NewId() });
        Assert.Null(service.Capacity);

        var said = await _caf.SetCapacityAsync(new()
        {
            Name = service.Name, RequestId = NewId(),
            Capacity = new() { State = Capacity.Types.State.WaitingList, UntilDate = new() { Year = 2026, Month = 12, Day = 31 }, Seats = 0 },
        });

        Assert.Equal((Capacity.Types.State.WaitingList, true, 0), (said.Capacity.State, said.Capacity.HasSeats, said.Capacity.Seats));
        var dapr = host.Services.GetRequiredService<DaprClient>();
        var shared = await Eventually.GetAsync(
            async () => await dapr.GetByteStateAsync(Topics.SharedState, CapacityBoard.KeyOf(service.Name)), bytes => !bytes.IsEmpty);
        Assert.Equal(said.Capacity, Capacity.Parser.ParseJson(Encoding.UTF8.GetString(shared.Span)));

        await _caf.SetCapacityAsync(new() { Name = service.Name, RequestId = NewId(), Capacity = new() { State = Capacity.Types.State.Open } });
        await Eventually.GetAsync(
            async () => Capacity.Parser.ParseJson(Encoding.UTF8.GetString((await dapr.GetByteStateAsync(Topics.SharedState, CapacityBoard.KeyOf(service.Name))).Span)),
            capacity => capacity.State == Capacity.Types.State.Open);
        await RefusedAsync(
            async () => await _caf.SetCapacityAsync(new() { Name = service.Name, RequestId = NewId(), Capacity = new() { Seats = -1 } }), StatusCode.InvalidArgument, "INVALID_REQUEST");
    }

    [Fact]
    public async Task What_the_shared_state_lost_is_said_again()
    {
        var clock = new TestClock();
        await using var losing = new PartnersHost { Clock = clock };
        await losing.InitializeAsync();
        var (admin, caf) = (await losing.ClientAsync("admin.reseau"), await losing.ClientAsync("si-caf-35"));
        await admin.RegisterInstitutionAsync(new() { Institution = new() { Name = "institutions/caf-35", DisplayName = "CAF d'Ille-et-Vilaine", Typology = "CAF" }, RequestId = NewId() });
        await caf.PublishStructureAsync(Place("structures/caf-accueil", "Accueil de la CAF"));
        var service = await caf.PublishServiceAsync(new() { Service = Service("services/caf--lost"), RequestId = NewId() });
        await caf.SetCapacityAsync(new() { Name = service.Name, RequestId = NewId(), Capacity = new() { State = Capacity.Types.State.Closed } });
        var dapr = losing.Services.GetRequiredService<DaprClient>();
        await IsThereAsync(CapacityBoard.KeyOf(service.Name));
        await IsThereAsync("board:capacities");

        await dapr.DeleteStateAsync(Topics.SharedState, CapacityBoard.KeyOf(service.Name));
        await dapr.DeleteStateAsync(Topics.SharedState, "board:capacities");

        await IsThereAsync(CapacityBoard.KeyOf(service.Name));
        await IsThereAsync("board:capacities");

        // The board looks at every sign of life, by the same clock.
        Task IsThereAsync(string key) => Eventually.GetAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return dapr.GetByteStateAsync(Topics.SharedState, key);
        }, bytes => !bytes.IsEmpty);
    }

    [Fact]
    public async Task A_place_written_twice_is_found_merged_and_separated_again()
    {
        await _caf.PublishStructureAsync(Place("structures/twin-a", "Antenne de la CAF, quartier nord"));
        await _caf.PublishStructureAsync(Place("structures/twin-b", "ANTENNE DE LA CAF QUARTIER NORD"));
        var service = Service("services/caf--twin");
        service.Structure = "structures/twin-b";
        await _caf.PublishServiceAsync(new() { Service = service, RequestId = NewId() });
        var sofia = await host.ClientAsync("sofia.mission");

        var pair = await Eventually.GetAsync<Duplicate?>(
            async () => (await sofia.ListDuplicatesAsync(new() { PageSize = 200 })).Duplicates.FirstOrDefault(d => d.Structure.Name == "structures/twin-b" && d.Other.Name == "structures/twin-a"), found => found is not null);
        Assert.Contains(Duplicate.Types.Evidence.NameAndAddress, pair!.Evidence);

        var merged = await sofia.MergeStructureAsync(new() { Name = "structures/twin-b", Into = "structures/twin-a", RequestId = NewId() });
        Assert.Equal("structures/twin-a", merged.MergedInto);
        await Eventually.GetAsync(async () => await PlaceOfAsync(service), place => place == "structures/twin-a");
        await RefusedAsync(
            async () => await sofia.MergeStructureAsync(new() { Name = "structures/twin-a", Into = "structures/caf-accueil", RequestId = NewId() }), StatusCode.FailedPrecondition, "STRUCTURE_MERGED");

        await sofia.SeparateStructureAsync(new() { Name = "structures/twin-b", RequestId = NewId() });
        await Eventually.GetAsync(async () => await PlaceOfAsync(service), place => place == "structures/twin-b");

        await sofia.DismissDuplicateAsync(new() { Name = "structures/twin-b", Other = "structures/twin-a", RequestId = NewId() });
        await Eventually.GetAsync(async () => (await sofia.ListDuplicatesAsync(new() { PageSize = 200 })).Duplicates, pairs => pairs.All(d => d.Structure.Name != "structures/twin-b"));
    }

    [Fact]
    public async Task What_nobody_offers_is_counted_by_theme_and_commune_and_small_counts_are_not_told()
    {
        var question = new SearchServicesRequest { Themes = { "sante--sante-sexuelle" }, Commune = "29103", Text = "mots de la personne" };
        for (var i = 0; i < 6; i++) await host.Anonymous.SearchServicesAsync(question);
        await host.Anonymous.SearchServicesAsync(new() { Themes = { "sante--addictions" }, Commune = "29103" });
        var sofia = await host.ClientAsync("sofia.mission");

        var needs = await Eventually.GetAsync(async () => (await sofia.ListUnmetNeedsAsync(new() { Departement = "29" })).Needs, found => found.Count == 2);

        Assert.Equal(("sante--sante-sexuelle", "Landerneau", 6), (needs[0].Theme, needs[0].Commune, needs[0].Searches));
        Assert.False(needs[1].HasSearches);
        Assert.Empty((await sofia.ListUnmetNeedsAsync(new() { Departement = "35" })).Needs);
    }

    [Fact]
    public async Task A_record_is_found_by_its_uuid_and_contacts_are_for_the_network()
    {
        var service = Service("services/caf--uuid");
        service.Contacts.Add(new Contact { DisplayName = "Équipe des travailleurs sociaux", Phone = "02 99 00 00 00" });
        var published = await _caf.PublishServiceAsync(new() { Service = service, RequestId = NewId() });

        var found = await Eventually.GetAsync<V1.Service?>(async () => await FindAsync($"services/{published.Uid}"), one => one is not null);

        Assert.Equal((published.Name, 0), (found!.Name, found.Contacts.Count));
        Assert.Single((await (await host.ClientAsync("claire.accueil")).GetServiceAsync(new() { Name = published.Name })).Contacts);
    }

    private async Task<V1.Service?> FindAsync(string name)
    {
        try
        {
            return await host.Anonymous.GetServiceAsync(new() { Name = name });
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task<string> PlaceOfAsync(V1.Service service) =>
        (await host.Anonymous.SearchServicesAsync(new() { Text = service.DisplayName, PageSize = 200 })).Hits.Single(hit => hit.Service.Name == service.Name).Structure.Name;

    private static PublishStructureRequest Place(string name, string displayName) => new()
    {
        RequestId = NewId(),
        Structure = new()
        {
            Name = name, Institution = "institutions/caf-35", DisplayName = displayName,
            Address = new() { StreetAddress = "1 cours des Alliés", PostalCode = "35000", Commune = "Rennes", InseeCode = "35238" },
        },
    };

    private static V1.Service Service(string name) => new()
    {
        Name = name, Structure = "structures/caf-accueil", DisplayName = "Aide à la déclaration de ressources", Description = "Être aidé pour déclarer ses ressources en ligne.",
        Themes = { "numerique--acceder-a-des-services-en-ligne" },
    };

    private static async Task RefusedAsync(Func<Task> call, StatusCode code, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((code, reason), (refused.StatusCode, ErrorInfoOf(refused).Reason));
    }

    private static string NewId() => Guid.NewGuid().ToString();
}
