using Reseau.Gateway.Portal.Map;

namespace Reseau.Gateway.Tests.Portal.Map;

public sealed class DrawingTheMap
{
    private static readonly CommunePoint Rennes = new("35238", "Rennes", 220_000, new(48.1147, -1.6794));
    private static readonly CommunePoint Cesson = new("35051", "Cesson-Sévigné", 18_000, new(48.1212, -1.6030));
    private static readonly CommunePoint Lille = new("59350", "Lille", 236_000, new(50.6330, 3.0586));

    [Fact]
    public void Without_a_place_there_is_no_map() => Assert.Null(MapDrawing.Draw([], Rennes, [Rennes]));

    [Fact]
    public void North_is_up_east_is_right_and_everything_is_inside()
    {
        var map = Draw(null, (1, 48.10, -1.70), (2, 48.13, -1.60));

        var (south, north) = (map.Markers[0], map.Markers[1]);
        Assert.True(north.Y < south.Y && north.X > south.X);
        Assert.All(map.Markers, marker => Assert.True(marker.X > 20 && marker.X < map.Width - 20 && marker.Y > 20 && marker.Y < map.Height - 20));
    }

    [Fact]
    public void Marks_that_would_cover_each_other_are_one_named_after_the_best()
    {
        var map = Draw(null, (3, 48.1001, -1.7), (1, 48.10, -1.70), (2, 48.13, -1.60));

        Assert.Equal(["1 +1", "2"], map.Markers.Select(marker => marker.Text));
        Assert.Equal([1, 3], map.Markers[0].Numbers);
        Assert.Equal(3, map.Shown);
    }

    [Fact]
    public void One_place_alone_is_shown_with_two_kilometres_around()
    {
        var map = Draw(null, (1, 48.1, -1.7));

        Assert.Equal((map.Width / 2d, map.Height / 2d), (map.Markers[0].X, map.Markers[0].Y));
        Assert.Equal("500 m", map.Scale.Text);
    }

    [Fact]
    public void What_is_far_from_all_the_rest_is_left_out()
    {
        var map = Draw(Rennes, (1, 48.10, -1.70), (2, 48.13, -1.60), (3, 48.12, -1.65), (4, -20.9, 55.5));

        Assert.Equal([1, 2, 3], map.Markers.SelectMany(marker => marker.Numbers).Order());
        Assert.Equal(3, map.Shown);
    }

    [Fact]
    public void The_persons_commune_is_on_the_map_even_when_all_services_are_elsewhere()
    {
        var map = Draw(Rennes, (1, 48.39, -4.49));

        Assert.NotNull(map.Home);
        Assert.InRange(map.Home.X, 0, map.Width);
        Assert.True(map.Home.X > map.Markers[0].X);
    }

    [Fact]
    public void Communes_are_named_where_there_is_room_and_only_those_in_sight()
    {
        var map = MapDrawing.Draw([new(1, new(48.10, -1.70)), new(2, new(48.13, -1.60))], null, [Lille, Rennes, Cesson])!;

        Assert.Contains("Rennes", map.Labels.Select(label => label.Text));
        Assert.DoesNotContain("Lille", map.Labels.Select(label => label.Text));
    }

    [Fact]
    public void Two_names_never_cover_each_other()
    {
        var map = MapDrawing.Draw([new(1, new(48.05, -1.80)), new(2, new(48.20, -1.50))], null, [Rennes, Rennes with { Insee = "x", Name = "Rennes bis" }])!;

        Assert.Equal(["Rennes"], map.Labels.Select(label => label.Text));
    }

    [Theory]
    [InlineData(10, 100, 100, "1 km")]
    [InlineData(1, 120, 100, "100 m")]
    [InlineData(47, 120, 106.4, "5 km")]
    [InlineData(2000, 120, 100, "200 km")]
    public void The_bar_of_distances_is_a_round_length(double metersPerUnit, double longest, double length, string text)
    {
        var scale = MapScale.Fitting(metersPerUnit, longest);

        Assert.Equal(text, scale.Text);
        Assert.Equal(length, scale.Length, precision: 1);
    }

    [Fact]
    public void The_scale_measures_the_ground_at_that_latitude()
    {
        // A tenth of a degree of latitude is 11.1 km wherever it is.
        var map = Draw(null, (1, 48.0, -1.7), (2, 48.1, -1.7));

        var kilometre = map.Scale.Length / int.Parse(map.Scale.Text.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(11.1, (map.Markers[0].Y - map.Markers[1].Y) / kilometre, tolerance: 0.1);
    }

    [Fact]
    public void Only_communes_whose_point_is_their_own_are_drawn()
    {
        var points = new CommunePoints();

        Assert.Equal("Rennes", points.Find("35238")?.Name);
        Assert.Null(points.Find("01001"));
        Assert.Equal("Paris", points.All[0].Name);
    }

    private static MapView Draw(CommunePoint? home, params (int Number, double Latitude, double Longitude)[] points) =>
        MapDrawing.Draw([.. points.Select(point => new MapPoint(point.Number, new(point.Latitude, point.Longitude)))], home, [])!;
}
