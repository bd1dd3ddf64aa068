namespace Reseau.Gateway.Portal.Map;

/// <summary>
/// Draws the map beside a list of hits, from our own points alone:
/// <code>
/// 1. leave out what lies far from all the rest: it would shrink the others to a dot
/// 2. frame what is left, and the person's commune
/// 3. marks, gathered where they would cover each other
/// 4. names of communes, the most populated first, where there is room
/// </code>
/// </summary>
public static class MapDrawing
{
    private const int MostLabels = 9;
    private const double NearEnough = 0.5;

    /// <summary>From a commune's point down to the line its name stands on.</summary>
    public const double LabelBelow = 16;

    /// <summary>The same for the person's commune, whose mark is larger.</summary>
    public const double HomeLabelBelow = 24;

    /// <summary>The map; null when nothing has a place.</summary>
    /// <param name="points">Hits whose place is known.</param>
    /// <param name="home">Where the person lives.</param>
    /// <param name="communes">Communes to name, the most important first.</param>
    public static MapView? Draw(IReadOnlyList<MapPoint> points, CommunePoint? home, IEnumerable<CommunePoint> communes)
    {
        if (points.Count == 0) return null;

        var kept = Together(points, home?.Position);
        var frame = MapFrame.Around([.. kept.Select(point => point.Position), .. home is null ? (MapPosition[])[] : [home.Position]]);
        var markers = MarkerGroups.Of(kept.Select(point => Placed(frame, point)));
        var labels = new LabelPlacing(frame);
        var scale = MapScale.Fitting(frame.MetersPerUnit, MapFrame.Width / 4d);
        labels.AvoidCorner(scale.Length + 24, 40);
        foreach (var marker in markers) labels.Avoid(marker);
        return new(MapFrame.Width, frame.Height, markers, Home(frame, home, labels), Names(frame, communes, home, labels), scale);
    }

    // What is far away, seen from the person or else from the middle of the hits, four times as far as three quarters of them.
    private static List<MapPoint> Together(IReadOnlyList<MapPoint> points, MapPosition? home)
    {
        var centre = home ?? new(Middle(points.Select(point => point.Position.Latitude)), Middle(points.Select(point => point.Position.Longitude)));
        var distances = points.Select(point => Degrees(point.Position, centre)).Order().ToList();
        var limit = Math.Max(NearEnough, 4 * distances[(distances.Count - 1) * 3 / 4]);
        return [.. points.Where(point => Degrees(point.Position, centre) <= limit)];
    }

    private static double Middle(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    // Good enough to tell near from far.
    private static double Degrees(MapPosition one, MapPosition other) => double.Hypot(
        one.Latitude - other.Latitude, (one.Longitude - other.Longitude) * Math.Cos(double.DegreesToRadians(other.Latitude)));

    private static (int Number, double X, double Y) Placed(MapFrame frame, MapPoint point)
    {
        var (x, y) = frame.Place(point.Position);
        return (point.Number, x, y);
    }

    private static MapLabel? Home(MapFrame frame, CommunePoint? home, LabelPlacing labels)
    {
        if (home is null) return null;
        var (x, y) = frame.Place(home.Position);
        // Its name matters more than that of other communes, not more than a mark; the point is drawn without a name at worst.
        return new(x, y, labels.TryPlace(x, y + HomeLabelBelow, home.Name) ? home.Name : "");
    }

    private static List<MapLabel> Names(MapFrame frame, IEnumerable<CommunePoint> communes, CommunePoint? home, LabelPlacing labels)
    {
        var names = new List<MapLabel>();
        foreach (var commune in communes.Where(commune => commune.Insee != home?.Insee))
        {
            var (x, y) = frame.Place(commune.Position);
            if (!frame.Shows(x, y, margin: 6)) continue;
            if (labels.TryPlace(x, y + LabelBelow, commune.Name)) names.Add(new(x, y, commune.Name));
            if (names.Count == MostLabels) break;
        }

        return names;
    }
}
