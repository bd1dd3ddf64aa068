using Reseau.Partners.Domain;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;
using static Reseau.Partners.Tests.Search.Directory;

namespace Reseau.Partners.Tests.Search;

public sealed class ServingTerritories
{
    [Theory]
    [InlineData("", true)]
    [InlineData("france", true)]
    [InlineData("99100", true)]
    [InlineData("99109", false)]
    [InlineData("35238", true)]
    [InlineData("35047", false)]
    [InlineData("243500139", true)]
    [InlineData("247200132", false)]
    [InlineData("35", true)]
    [InlineData("72", false)]
    [InlineData("53", true)]
    [InlineData("52", false)]
    public void A_person_of_Rennes_is_served_by_the_zones_Rennes_is_in(string zone, bool served)
    {
        var directory = new Directory().With(Service("a") with { EligibilityZones = zone.Length == 0 ? [] : [zone] });

        Assert.Equal(served, directory.Search(new() { CommuneInsee = Rennes }).Total == 1);
    }

    [Fact]
    public void A_code_that_is_a_departement_and_a_region_is_read_from_where_the_structure_stands()
    {
        var directory = new Directory().With(
            Service("of-bretagne", Rennes) with { EligibilityZones = ["53"] }, Service("of-mayenne", Laval) with { EligibilityZones = ["53"] });

        Assert.Equal(["of-bretagne"], directory.Ids(new() { CommuneInsee = Landerneau }));
        Assert.Equal(["of-mayenne"], directory.Ids(new() { CommuneInsee = Laval }));
    }

    [Fact]
    public void The_narrower_the_zone_the_better()
    {
        var directory = new Directory().With(
            Service("a") with { EligibilityZones = ["france"] },
            Service("b") with { EligibilityZones = ["53"] },
            Service("c") with { EligibilityZones = ["35"] },
            Service("d") with { EligibilityZones = ["243500139"] },
            Service("e") with { EligibilityZones = ["35238", "france"] });

        Assert.Equal(["e", "d", "c", "b", "a"], directory.Ids(new() { CommuneInsee = Rennes }));
    }

    [Fact]
    public void Without_a_commune_zones_do_not_filter() =>
        Assert.Equal(["a"], new Directory().With(Service("a") with { EligibilityZones = ["72"] }).Ids(new()));

    [Fact]
    public void An_unknown_commune_is_served_only_by_services_for_everywhere() =>
        Assert.Equal(["b"], new Directory().With(Service("a") with { EligibilityZones = ["35"] }, Service("b")).Ids(new() { CommuneInsee = "00000" }));

    [Fact]
    public void Nearer_comes_first_and_the_distance_is_given()
    {
        var directory = new Directory().With(Service("a-far", LeMans), Service("b-near", Bruz), Service("c-here", Rennes));

        var hits = directory.Search(new() { CommuneInsee = Rennes }).Hits;

        Assert.Equal(["c-here", "b-near", "a-far"], hits.Select(hit => hit.ServiceId));
        Assert.Equal(0, hits[0].DistanceMeters);
        Assert.InRange(hits[1].DistanceMeters!.Value, 8_000, 14_000);
        Assert.InRange(hits[2].DistanceMeters!.Value, 130_000, 150_000);
    }

    [Fact]
    public void A_radius_keeps_what_is_within_and_what_is_remote()
    {
        var directory = new Directory().With(
            Service("far", LeMans), Service("near", Bruz), Service("far-phone", LeMans) with { ReceptionModes = ["a-distance"] },
            Service("far-both", LeMans) with { ReceptionModes = ["a-distance", "en-presentiel"] });

        Assert.Equal(["near", "far-both", "far-phone"], directory.Ids(new() { CommuneInsee = Rennes, RadiusMeters = 20_000 }));
        Assert.Equal(["near"], directory.Ids(new() { CommuneInsee = Rennes, RadiusMeters = 20_000, OnSiteOnly = true }));
    }

    [Fact]
    public void A_remote_service_has_no_distance()
    {
        var hit = Assert.Single(new Directory().With(Service("phone", LeMans) with { ReceptionModes = ["a-distance"] }).Search(new() { CommuneInsee = Rennes }).Hits);

        Assert.Null(hit.DistanceMeters);
        Assert.DoesNotContain(hit.Reasons, reason => reason.Kind == ReasonKind.Distance);
    }

    [Fact]
    public void A_point_is_better_than_the_commune_s()
    {
        var directory = new Directory().With(Service("bruz", Bruz), Service("rennes", Rennes));

        Assert.Equal(["bruz", "rennes"], directory.Ids(new() { CommuneInsee = Rennes, Point = new GeoPoint(48.0247, -1.7458) }));
    }

    [Theory]
    [InlineData("35238", "35047", false)]
    [InlineData("35131", "35047", true)]
    [InlineData("35238", "35131", true)]
    public void A_distance_from_or_to_an_averaged_point_is_approximate(string person, string place, bool approximate) =>
        Assert.Equal(approximate, Assert.Single(new Directory().With(Service("a", place)).Search(new() { CommuneInsee = person }).Hits).DistanceApproximate);

    [Fact]
    public void A_radius_agrees_with_measuring_every_distance()
    {
        var random = new Random(20251122);
        var communes = random.GetItems([.. France.Shared.Communes], 3_000).Distinct().ToArray();
        var directory = new Directory().With([.. communes.Select(commune => Service($"s{commune.Insee}", commune.Insee))]);

        foreach (var centre in random.GetItems(communes.Where(commune => commune.Point is not null).ToArray(), 40))
        {
            var radius = random.Next(1_000, 400_000);
            var expected = communes.Count(commune => commune.Point?.DistanceTo(centre.Point!.Value) <= radius);
            Assert.Equal(expected, directory.Search(new() { Point = centre.Point, RadiusMeters = radius }).Total);
        }
    }

    [Fact]
    public void A_radius_works_across_the_antimeridian_and_around_the_globe()
    {
        var directory = new Directory().With(Service("wallis", "98613"));
        directory.Index.Apply([new StructurePublished(Place("98613") with { Address = new() { CommuneInsee = "98613", Point = new GeoPoint(-13.3, -179.95) } })]);

        Assert.Single(directory.Ids(new() { Point = new GeoPoint(-13.3, 179.95), RadiusMeters = 20_000 }));
        Assert.Single(directory.Ids(new() { Point = new GeoPoint(89.9, 0), RadiusMeters = 30_000_000 }));
    }
}
