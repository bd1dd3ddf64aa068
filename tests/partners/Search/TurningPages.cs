using Reseau.Partners.Domain;
using Reseau.Partners.Search;
using static Reseau.Partners.Tests.Search.Directory;

namespace Reseau.Partners.Tests.Search;

/// <summary>Whatever the question, the page size and the way the index grew, every service is on exactly one page.</summary>
public sealed class TurningPages
{
    private const int Services = 1_200;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_service_found_is_on_exactly_one_page_in_the_same_order(int seed)
    {
        var random = new Random(seed);
        var directory = Grown(random);
        SearchQuery[] questions =
        [
            new(),
            new() { Text = "atelier", CommuneInsee = Rennes },
            new() { Text = "atelier budget loup", CommuneInsee = LeMans, Publics = ["jeunes"] },
            new() { CommuneInsee = Landerneau, RadiusMeters = 150_000, Themes = [Rights, Equipment] },
            new() { ThemeFamily = "numerique", RemoteOnly = true, CommuneInsee = Bruz },
        ];

        foreach (var question in questions)
        {
            var whole = directory.Search(question with { Limit = 5_000 });
            var ids = whole.Hits.Select(hit => hit.ServiceId).ToList();

            Assert.Equal(whole.Total, ids.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(ids, Pages(directory, question, random.Next(1, 60)));
            Assert.Equal(ids.Skip(700).Take(13), directory.Ids(question with { Offset = 700, Limit = 13 }));
            Assert.All(whole.Hits, hit => Assert.Equal(hit.Score, hit.Reasons.Sum(reason => reason.Weight), 6));
            Assert.Equal(whole.Hits.OrderByDescending(hit => hit.Score).Select(hit => hit.Score), whole.Hits.Select(hit => hit.Score));
        }
    }

    [Fact]
    public void A_page_follows_the_one_before_even_when_its_last_service_is_gone()
    {
        var directory = new Directory().With([.. Enumerable.Range(0, 9).Select(i => Service($"s{i}"))]);
        var first = directory.Search(new() { Limit = 3 });

        directory.Index.Apply([new ServiceArchived("s2"), new ServicePublished(Service("s00"))]);

        Assert.Equal(["s3", "s4", "s5"], directory.Ids(new() { Limit = 3, After = first.End }));
    }

    [Fact]
    public void Every_listed_service_and_place_is_on_exactly_one_page()
    {
        var directory = Grown(new(7));
        directory.Index.Apply([new StructureMerged($"place-{Bruz}", $"place-{Rennes}"), new ServiceDrafted(Service("draft"))]);

        var all = Rows(after => directory.Index.ListServices(new(null, null, EveryState: false), after, 37));
        var ofRennes = Rows(after => directory.Index.ListServices(new($"place-{Rennes}", null, EveryState: false), after, 11));
        var own = Rows(after => directory.Index.ListServices(new(null, "ville", EveryState: true), after, 50));
        var places = Rows(after => directory.Index.ListPlaces(null, after, 1));

        Assert.Equal(directory.Index.Count, all.Select(row => row.Record.Content.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(all.OrderBy(row => row.Record.Content.Name, StringComparer.Ordinal).Select(row => row.Record.Content.Name), all.Select(row => row.Record.Content.Name));
        Assert.Equal(all.Count(row => row.Record.Content.StructureId is $"place-{Rennes}" or $"place-{Bruz}"), ofRennes.Count);
        Assert.Equal(all.Count + own.Count(row => row.Record.State != RecordState.Published), own.Count);
        Assert.Equal(own.OrderBy(row => row.Record.FreshOn).Select(row => row.Record.FreshOn), own.Select(row => row.Record.FreshOn));
        Assert.Equal(new[] { $"place-{Landerneau}", $"place-{LeMans}", $"place-{Rennes}" }.Order(), places.Select(place => place.Content.Id).Order());
    }

    private static List<string> Pages(Directory directory, SearchQuery question, int size)
    {
        var ids = new List<string>();
        for (PagePosition? after = null; ;)
        {
            var page = directory.Search(question with { Limit = size, After = after });
            ids.AddRange(page.Hits.Select(hit => hit.ServiceId));
            if (page.End is null) return ids;
            after = page.End;
        }
    }

    private static List<T> Rows<T>(Func<RowPosition?, ListPage<T>> read)
    {
        var rows = new List<T>();
        for (RowPosition? after = null; ;)
        {
            var page = read(after);
            rows.AddRange(page.Rows);
            if (page.End is null)
            {
                Assert.Equal(page.Total, rows.Count);
                return rows;
            }
            after = page.End;
        }
    }

    private static Directory Grown(Random random)
    {
        var directory = new Directory();
        string[] communes = [Rennes, Bruz, Landerneau, LeMans];
        string[] names = ["Atelier budget", "Atelier cuisine", "Permanence", "Aide au logement", "Budget"];
        string[][] modes = [[], ["a-distance"], ["en-presentiel", "a-distance"]];
        var services = Enumerable.Range(0, Services).Select(i => Service($"s{i}", random.GetItems(communes, 1)[0]) with
        {
            Name = random.GetItems(names, 1)[0],
            Themes = [.. random.GetItems([Rights, Equipment, DigitalBasics], random.Next(3)).Distinct(StringComparer.Ordinal)],
            Publics = [.. random.GetItems(["jeunes", "seniors", "tous-publics"], random.Next(2))],
            ReceptionModes = [.. random.GetItems(modes, 1)[0]],
        }).ToArray();
        foreach (var chunk in services.Chunk(random.Next(50, 400))) directory.With(chunk);
        directory.Index.Apply([.. services.Where(_ => random.Next(10) == 0).Select(service => new ServiceArchived(service.Id))]);
        return directory;
    }
}
