using Reseau.Partners.Demo;
using Reseau.Partners.Domain;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;
using static Reseau.Partners.Tests.Search.Directory;

namespace Reseau.Partners.Tests.Search;

public sealed class CountingFacets
{
    private static readonly DirectoryIndex Demo = Filled();

    [Fact]
    public void Facets_are_counted_only_when_asked_for() => Assert.Empty(Demo.Search(new()).Facets);

    [Fact]
    public void A_used_filter_shows_what_its_other_values_would_give()
    {
        var directory = new Directory().With(
            Service("a") with { Fees = "gratuit", Type = "atelier" }, Service("b") with { Fees = "gratuit", Type = "formation" }, Service("c") with { Fees = "payant", Type = "atelier" });

        var facets = directory.Search(new() { Fees = ["gratuit"], WithFacets = true }).Facets;

        Assert.Equal([("gratuit", 2), ("payant", 1)], Values(facets, FacetKind.Fees));
        Assert.Equal([("atelier", 1), ("formation", 1)], Values(facets, FacetKind.Types));
    }

    [Fact]
    public void Values_come_in_the_order_of_the_vocabulary_and_a_family_before_its_themes()
    {
        var directory = new Directory().With(Service("a") with { Themes = [Equipment, DigitalBasics] }, Service("b") with { Themes = [Rights] });

        var themes = Values(directory.Search(new() { WithFacets = true }).Facets, FacetKind.Themes);

        Assert.Equal([("difficultes-administratives-ou-juridiques", 1), (Rights, 1), ("numerique", 1), (Equipment, 1), (DigitalBasics, 1)], themes);
    }

    /// <summary>The meaning of every facet: ask again with the value, and count.</summary>
    [Theory]
    [InlineData("", null, null)]
    [InlineData("aide numérique", null, "gratuit")]
    [InlineData("", "jeunes", null)]
    [InlineData("accompagnement", "familles", "gratuit")]
    public void A_count_is_what_the_value_gives(string text, string? people, string? fees)
    {
        var question = new SearchQuery { Text = text, Publics = people is null ? [] : [people], Fees = fees is null ? [] : [fees], CommuneInsee = Rennes, RadiusMeters = 30_000, WithFacets = true };
        var facets = Demo.Search(question).Facets;

        Assert.NotEmpty(facets);
        foreach (var facet in facets)
            Assert.All(facet.Values, value => Assert.Equal(value.Count, Demo.Search(With(question, facet.Kind, value.Code)).Total));
    }

    private static SearchQuery With(SearchQuery question, FacetKind kind, string code) => kind switch
    {
        FacetKind.Themes => code.Contains("--", StringComparison.Ordinal) ? question with { Themes = [code] } : question with { ThemeFamily = code },
        FacetKind.Publics => question with { Publics = [code] },
        FacetKind.Fees => question with { Fees = [code] },
        FacetKind.OnSite => question with { OnSiteOnly = true },
        FacetKind.Remote => question with { RemoteOnly = true },
        FacetKind.Types => question with { Types = [code] },
        FacetKind.Typologies => question with { Typologies = [code] },
        FacetKind.Languages => question with { Languages = [code] },
        FacetKind.Accessibility => question with { Accessibility = [.. question.Accessibility, code] },
        FacetKind.Room => question with { WithRoomOnly = true },
        FacetKind.Referrals => question with { AcceptsReferralsOnly = true },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static IReadOnlyList<(string Code, int Count)> Values(IEnumerable<FacetCounts> facets, FacetKind kind) => facets.Single(facet => facet.Kind == kind).Values;

    private static DirectoryIndex Filled()
    {
        var index = new DirectoryIndex(France.Shared);
        index.Apply([.. DemoNetwork.Load().Events(), new CapacityStated("bruz-permanence-numerique", new() { State = CapacityState.Closed })]);
        return index;
    }
}
