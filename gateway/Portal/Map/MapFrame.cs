namespace Reseau.Gateway.Portal.Map;

/// <summary>The part of the world a picture shows, and where a position falls in it.</summary>
internal sealed class MapFrame
{
    public const int Width = 480;
    private const int LowestHeight = 320;
    private const int GreatestHeight = 520;
    private const double Padding = 44;
    private const double SmallestSpan = 2000;

    private readonly double _centreX;
    private readonly double _centreY;
    private readonly double _scale;

    private MapFrame(double centreX, double centreY, double scale, int height) =>
        (_centreX, _centreY, _scale, Height) = (centreX, centreY, scale, height);

    public int Height { get; }

    public double MetersPerUnit => Mercator.GroundScale(_centreY) / _scale;

    /// <summary>The frame that holds all positions with some room around; a single one is shown with its neighbourhood.</summary>
    public static MapFrame Around(IReadOnlyCollection<MapPosition> positions)
    {
        var points = positions.Select(Mercator.Project).ToList();
        var (west, east) = (points.Min(point => point.X), points.Max(point => point.X));
        var (south, north) = (points.Min(point => point.Y), points.Max(point => point.Y));
        var smallest = SmallestSpan / Mercator.GroundScale((south + north) / 2);
        var across = Math.Max(east - west, smallest);
        var upwards = Math.Max(north - south, smallest);
        var height = (int)Math.Clamp(Width * upwards / across, LowestHeight, GreatestHeight);
        var scale = Math.Min((Width - (2 * Padding)) / across, (height - (2 * Padding)) / upwards);
        return new((west + east) / 2, (south + north) / 2, scale, height);
    }

    public (double X, double Y) Place(MapPosition position)
    {
        var (x, y) = Mercator.Project(position);
        return ((Width / 2d) + ((x - _centreX) * _scale), (Height / 2d) - ((y - _centreY) * _scale));
    }

    public bool Shows(double x, double y, double margin) => x >= margin && x <= Width - margin && y >= margin && y <= Height - margin;
}
