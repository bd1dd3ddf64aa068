using Reseau.Partners.Demo;
using Reseau.Partners.Domain;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;
using static Reseau.Partners.Tests.Search.Directory;

namespace Reseau.Partners.Tests.Search;

public sealed class KeepingTheIndexCurrent
{
    [Fact]
    public void A_service_published_again_replaces_itself()
    {
        var directory = new Directory().With(Service("a") with { Name = "Logement" });

        directory.Index.Apply([new ServicePublished(Service("a") with { Name = "Budget" })]);

        Assert.Empty(directory.Ids(new() { Text = "logement" }));
        Assert.Equal(["a"], directory.Ids(new() { Text = "budget" }));
        Assert.Equal("Budget", directory.Index.Find("a")!.Service.Name);
        Assert.Equal(1, directory.Index.Count);
    }

    [Fact]
    public void An_archived_service_is_gone_and_archiving_twice_changes_nothing()
    {
        var directory = new Directory().With(Service("a"), Service("b"));

        directory.Index.Apply([new ServiceArchived("a")]);
        directory.Index.Apply([new ServiceArchived("a"), new ServiceArchived("never-known")]);

        Assert.Equal(["b"], directory.Ids(new()));
        Assert.Null(directory.Index.Find("a"));
        Assert.Equal(1, directory.Index.Count);
    }

    [Fact]
    public void A_service_archived_then_published_is_back()
    {
        var directory = new Directory().With(Service("a"));

        directory.Index.Apply([new ServiceArchived("a")]);
        directory.Index.Apply([new ServicePublished(Service("a"))]);

        Assert.Equal(["a"], directory.Ids(new()));
    }

    [Fact]
    public void An_institution_that_leaves_takes_its_services_along_and_brings_them_back_as_they_are_by_then()
    {
        var directory = new Directory().With(Service("a"), Service("b"), Service("c") with { InstitutionId = "caf" });

        directory.Index.Apply([new InstitutionArchived("ville"), new InstitutionArchived("ville")]);
        Assert.Equal(["c"], directory.Ids(new()));
        Assert.Equal((true, false), (directory.Index.HasLeft("ville"), directory.Index.HasLeft("caf")));
        Assert.Null(directory.Index.Find("a"));

        directory.Index.Apply([new ServiceArchived("b")]);
        directory.Index.Apply([new InstitutionRestored("ville"), new InstitutionRestored("caf")]);
        Assert.Equal(["a", "c"], directory.Ids(new()).Order());
        Assert.Equal(2, directory.Index.Count);
    }

    [Fact]
    public void A_structure_that_moves_takes_its_services_along()
    {
        var directory = new Directory().With(Service("a"));

        directory.Index.Apply([new StructurePublished(Place(LeMans) with { Id = $"place-{Rennes}" })]);

        Assert.InRange(Assert.Single(directory.Search(new() { CommuneInsee = Rennes }).Hits).DistanceMeters!.Value, 130_000, 150_000);
    }

    [Fact]
    public void An_institution_that_changes_name_is_found_under_the_new_one()
    {
        var directory = new Directory().With(Service("a"));

        directory.Index.Apply([new InstitutionRegistered(new() { Id = "ville", Name = "Agglomération", Typology = "EPCI" })]);

        Assert.Equal(["a"], directory.Ids(new() { Text = "agglomeration" }));
        Assert.Empty(directory.Ids(new() { Text = "ville" }));
    }

    [Fact]
    public void A_service_shows_when_its_structure_and_institution_have_arrived()
    {
        var index = new DirectoryIndex(France.Shared);
        index.Apply([new ServicePublished(Service("a"))]);
        Assert.Equal(0, index.Count);

        index.Apply([new StructurePublished(Place(Rennes))]);
        Assert.Equal(0, index.Count);

        index.Apply([new InstitutionRegistered(new() { Id = "ville", Name = "Ville", Typology = "MUNI" })]);
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void Replaying_the_events_changes_nothing()
    {
        var events = DemoNetwork.Load().Events().ToList();
        var index = new DirectoryIndex(France.Shared);
        index.Apply(events);
        var once = Summary(index);

        index.Apply(events);

        Assert.Equal(once, Summary(index));
    }

    /// <summary>The order of a result must not depend on how the index came to be: replicas would disagree, and pages overlap.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_history_that_ends_the_same_searches_the_same(int seed)
    {
        var random = new Random(seed);
        var network = DemoNetwork.Load();
        var whole = new DirectoryIndex(France.Shared);
        whole.Apply([.. network.Events()]);

        var pieces = new DirectoryIndex(France.Shared);
        pieces.Apply([.. network.Events().Where(happened => happened is not ServicePublished)]);
        for (var round = 0; round < 12; round++)
        {
            var some = random.GetItems([.. network.Services], random.Next(1, 200));
            pieces.Apply([.. some.Select(service => random.Next(3) switch
            {
                0 => (PartnerEvent)new ServiceArchived(service.Id),
                1 => new ServicePublished(service with { Name = "Autre nom", Themes = [Equipment] }),
                _ => new ServicePublished(service),
            })]);
        }

        var last = network.Services.ToArray();
        random.Shuffle(last);
        foreach (var chunk in last.Chunk(17)) pieces.Apply([.. chunk.Select(service => new ServicePublished(service))]);

        Assert.Equal(Summary(whole), Summary(pieces));
    }

    /// <summary>At its start a service reads the whole log and sorts once; what it then lists is what following event by event gives.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_whole_log_read_at_once_lists_and_finds_what_following_it_does(int seed)
    {
        var events = Lively(new(seed));
        var followed = new DirectoryIndex(France.Shared);
        foreach (var chunk in events.Chunk(53)) followed.Apply(chunk);
        var read = new DirectoryIndex(France.Shared);
        read.Gather();
        foreach (var chunk in events.Chunk(200)) read.Take([.. chunk.Select(happened => new DirectoryChange(happened, History.At))]);
        read.Show();

        Assert.Equal(Summary(followed), Summary(read));
        Assert.Equal(Lists(followed), Lists(read));

        // And both go on alike.
        var more = Lively(new(seed + 100));
        followed.Apply(more);
        read.Apply(more);
        Assert.Equal(Summary(followed), Summary(read));
        Assert.Equal(Lists(followed), Lists(read));
    }

    [Fact]
    public void A_large_directory_grown_one_batch_at_a_time_stays_exact()
    {
        var directory = new Directory().With(Service("seed"));

        for (var batch = 0; batch < 8; batch++)
            directory.With([.. Enumerable.Range(0, 200).Select(i => Service($"s{batch}-{i:000}") with { Name = $"Atelier {batch}" })]);

        Assert.Equal(1_601, directory.Index.Count);
        Assert.Equal(200, directory.Search(new() { Text = "atelier 7" }).Total);
        Assert.Equal(200, directory.Search(new() { Text = "atelier 0" }).Total);
    }

    [Fact]
    public async Task A_search_sees_a_batch_whole_or_not_at_all()
    {
        var directory = new Directory().With(Service("a") with { Name = "Version 0" }, Service("b") with { Name = "Version 0" });
        var done = false;

        var reader = Task.Run(() =>
        {
            while (!Volatile.Read(ref done))
            {
                var names = directory.Search(new()).Hits.Select(hit => hit.Entry.Service.Name).Distinct(StringComparer.Ordinal);
                Assert.Single(names);
            }
        });
        for (var version = 1; version <= 300; version++)
            directory.Index.Apply([new ServicePublished(Service("a") with { Name = $"Version {version}" }), new ServicePublished(Service("b") with { Name = $"Version {version}" })]);
        Volatile.Write(ref done, true);

        await reader;
        Assert.Equal(2, directory.Index.Count);
    }

    /// <summary>The demo network, then archives, drafts, places that merge, separate and change hands, institutions that leave and return.</summary>
    private static PartnerEvent[] Lively(Random random)
    {
        var network = DemoNetwork.Load();
        var (services, structures) = (network.Services.ToArray(), network.Structures.ToArray());
        var changes = Enumerable.Range(0, 400).Select(_ =>
        {
            var (service, place, other) = (services[random.Next(services.Length)], structures[random.Next(structures.Length)], structures[random.Next(structures.Length)]);
            return random.Next(9) switch
            {
                0 => (PartnerEvent)new ServiceArchived(service.Id),
                1 => new ServiceDrafted(service with { Name = "Brouillon" }),
                2 => new ServicePublished(service with { StructureId = place.Id }),
                3 => new StructureMerged(place.Id, other.Id),
                4 => new StructureSeparated(place.Id),
                6 => new InstitutionArchived(place.InstitutionId),
                7 => new InstitutionRestored(place.InstitutionId),
                5 => new StructurePublished(place with { Name = "Élan " + other.Name, InstitutionId = other.InstitutionId }),
                _ => new ServicePublished(service with { InstitutionId = place.InstitutionId, Name = "étape " + service.Name }),
            };
        });
        return [.. network.Events(), .. changes];
    }

    private static List<string> Lists(DirectoryIndex index)
    {
        const int All = 10_000;
        var (institutions, structures, _) = index.Ids();
        List<string> lines = [];
        void Write<T>(string list, ListPage<T> page, Func<T, string> idOf) => lines.Add($"{list}: {page.Total} {string.Join(' ', page.Rows.Select(idOf))}");

        foreach (var institution in institutions.Order(StringComparer.Ordinal).Prepend(null))
        {
            Write($"services of {institution}", index.ListServices(new(null, institution, EveryState: false), null, All), row => row.Record.Content.Id);
            Write($"places of {institution}", index.ListPlaces(institution, null, All), row => row.Content.Id);
            if (institution is not null) Write($"written by {institution}", index.ListServices(new(null, institution, EveryState: true), null, All), row => row.Record.Content.Id);
        }

        foreach (var structure in structures.Order(StringComparer.Ordinal))
            Write($"services at {structure}", index.ListServices(new(structure, null, EveryState: false), null, All), row => row.Record.Content.Id);
        return lines;
    }

    private static List<string> Summary(DirectoryIndex index)
    {
        SearchQuery[] questions =
        [
            new() { Limit = 500 },
            new() { Text = "aide numérique", CommuneInsee = Rennes, Limit = 500 },
            new() { ThemeFamily = "numerique", CommuneInsee = Bruz, RadiusMeters = 15_000, Limit = 500 },
            new() { Publics = ["jeunes"], CommuneInsee = LeMans, Limit = 500 },
            new() { Text = "impots", RemoteOnly = true, Limit = 500 },
        ];
        return [.. questions.SelectMany(question => index.Search(question).Hits).Select(hit => $"{hit.ServiceId} {hit.Score} {hit.DistanceMeters} {string.Join(',', hit.Reasons)}")];
    }
}
