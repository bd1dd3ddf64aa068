using System.Text;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Tests.Territory;

public sealed class FindingACommune
{
    private static France France => France.Shared;

    [Fact]
    public void Every_commune_epci_and_departement_is_there()
    {
        Assert.Equal(34_969, France.Communes.Count);
        Assert.Equal(1_255, France.Epcis.Count);
        Assert.Equal(109, France.Departements.Count);
        Assert.Equal(8_251, France.Communes.Count(commune => commune.PointPrecision == PointPrecision.Commune));
        Assert.Equal(94, France.Communes.Count(commune => commune.Point is null));
    }

    [Fact]
    public void A_commune_knows_its_departement_region_epci_and_point()
    {
        var rennes = France.FindCommune("35238")!;

        Assert.Equal(("Rennes", "35", "53", "243500139"), (rennes.Name, rennes.Departement, rennes.Region, rennes.Epci));
        Assert.Equal("Rennes Métropole", France.FindEpci(rennes.Epci!)!.Name);
        Assert.Equal("Bretagne", France.FindDepartement(rennes.Departement)!.RegionName);
        Assert.Contains("35200", rennes.PostalCodes);
        Assert.False(rennes.IsPointApproximate);
    }

    [Fact]
    public void A_point_averaged_from_the_neighbours_says_so() =>
        Assert.True(France.FindCommune("01001")!.IsPointApproximate);

    [Theory]
    [InlineData("75112", "Paris")]
    [InlineData("69383", "Lyon")]
    [InlineData("13216", "Marseille")]
    public void The_code_of_a_city_district_gives_the_city(string insee, string city) =>
        Assert.Equal(city, France.FindCommune(insee)!.Name);

    [Theory]
    [InlineData("")]
    [InlineData("99999")]
    [InlineData("35238 ")]
    public void An_unknown_code_gives_nothing(string insee) => Assert.Null(France.FindCommune(insee));

    [Fact]
    public void A_national_file_of_centres_replaces_imprecise_points()
    {
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes("insee,latitude,longitude\n01001,46.15,4.93\n00000,1,1\n"));

        var commune = France.WithCentres(csv).FindCommune("01001")!;

        Assert.Equal(new GeoPoint(46.15, 4.93), commune.Point);
        Assert.False(commune.IsPointApproximate);
    }

    [Fact]
    public void Rennes_is_about_308_kilometres_from_Paris()
    {
        var distance = France.FindCommune("35238")!.Point!.Value.DistanceTo(France.FindCommune("75056")!.Point!.Value);

        Assert.InRange(distance, 305_000, 312_000);
    }

    [Fact]
    public void A_distance_is_the_same_both_ways_and_nil_on_the_spot()
    {
        var (wallis, fiji) = (new GeoPoint(-13.28, -176.18), new GeoPoint(-18.14, 178.44));

        Assert.Equal(wallis.DistanceTo(fiji), fiji.DistanceTo(wallis), 6);
        Assert.InRange(wallis.DistanceTo(fiji), 700_000, 850_000);
        Assert.Equal(0, wallis.DistanceTo(wallis));
    }
}
