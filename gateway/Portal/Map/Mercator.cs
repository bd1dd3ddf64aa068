namespace Reseau.Gateway.Portal.Map;

/// <summary>The projection of most maps on the web: a small area keeps its shape, whatever its latitude.</summary>
internal static class Mercator
{
    private const double EarthRadius = 6_378_137;
    private const double Farthest = 85;

    /// <summary>Metres east and north of the point (0, 0), stretched with the latitude.</summary>
    public static (double X, double Y) Project(MapPosition position)
    {
        var latitude = double.DegreesToRadians(Math.Clamp(position.Latitude, -Farthest, Farthest));
        return (EarthRadius * double.DegreesToRadians(position.Longitude), EarthRadius * Math.Log(Math.Tan((Math.PI / 4) + (latitude / 2))));
    }

    /// <summary>Metres on the ground for one projected metre.</summary>
    public static double GroundScale(double y) => 1 / Math.Cosh(y / EarthRadius);
}
