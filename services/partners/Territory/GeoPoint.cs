using System.Runtime.InteropServices;

namespace Reseau.Partners.Territory;

/// <summary>A WGS 84 point, in decimal degrees.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadiusMeters = 6_371_008.8;

    public bool IsOnEarth => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180;

    /// <summary>Great-circle distance in metres (haversine: exact to 0.5 %, far below what a straight line misses of a road).</summary>
    public double DistanceTo(GeoPoint other)
    {
        var latitude = double.DegreesToRadians(Latitude);
        var otherLatitude = double.DegreesToRadians(other.Latitude);
        var sinLatitude = Math.Sin((otherLatitude - latitude) / 2);
        var sinLongitude = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);

        var h = (sinLatitude * sinLatitude) + (Math.Cos(latitude) * Math.Cos(otherLatitude) * sinLongitude * sinLongitude);
        return 2 * EarthRadiusMeters * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
