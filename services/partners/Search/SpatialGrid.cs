using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>Documents by cell of a tenth of a degree (about 11 km by 7 in France): a radius looks only at the cells it touches.</summary>
internal sealed class SpatialGrid
{
    private const double CellsPerDegree = 10;
    private const int CellsAround = 3600;
    private const double MetersPerDegree = 111_195;

    private readonly Dictionary<int, int[]> _cells;

    private SpatialGrid(Dictionary<int, int[]> cells) => _cells = cells;

    public static SpatialGrid Of(IReadOnlyList<GeoPoint?> points)
    {
        var cells = new Dictionary<int, List<int>>();
        for (var document = 0; document < points.Count; document++)
        {
            if (points[document] is not { } point) continue;
            var cell = Cell(Row(point.Latitude), Column(point.Longitude));
            if (!cells.TryGetValue(cell, out var list)) cells[cell] = list = [];
            list.Add(document);
        }

        return new(cells.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()));
    }

    /// <summary>The cells a circle may touch: at least the documents within it, some of them farther.</summary>
    public IEnumerable<int[]> Around(GeoPoint centre, double radiusMeters)
    {
        var latitudes = radiusMeters / MetersPerDegree;
        // Near a pole a circle spans every longitude; the cosine's floor only keeps the division finite.
        var widest = Math.Max(0.01, Math.Cos(double.DegreesToRadians(Math.Min(89, Math.Abs(centre.Latitude) + latitudes))));
        var (south, north) = (Row(Math.Max(-90, centre.Latitude - latitudes)), Row(Math.Min(90, centre.Latitude + latitudes)));
        var (west, east) = (Column(centre.Longitude - (latitudes / widest)), Column(centre.Longitude + (latitudes / widest)));

        // A circle wider than the data: walking the cells that exist is shorter.
        if ((long)(north - south + 1) * (east - west + 1) > _cells.Count) return _cells.Values;
        return from row in Enumerable.Range(south, north - south + 1)
               from column in Enumerable.Range(west, east - west + 1)
               let documents = _cells.GetValueOrDefault(Cell(row, column))
               where documents is not null
               select documents;
    }

    private static int Row(double latitude) => (int)Math.Floor(latitude * CellsPerDegree);

    private static int Column(double longitude) => (int)Math.Floor(longitude * CellsPerDegree);

    /// <summary>Columns wrap at the antimeridian, which runs close to Wallis.</summary>
    private static int Cell(int row, int column) => (row * CellsAround) + (((column % CellsAround) + CellsAround) % CellsAround);
}
