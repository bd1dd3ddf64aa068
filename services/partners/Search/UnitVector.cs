using System.Runtime.InteropServices;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>
/// A point of the Earth as a direction from its centre. The square of the chord between two of them grows with the distance along the ground
/// and costs three multiplications, where a great circle costs five trigonometric functions. Single precision is half a metre.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UnitVector(float X, float Y, float Z)
{
    private const double EarthRadiusMeters = 6_371_008.8;

    /// <summary>What single precision may add to or take from a chord.</summary>
    public const float Uncertain = 1e-6f;

    public static UnitVector Of(GeoPoint point)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        var (sinLongitude, cosLongitude) = Math.SinCos(double.DegreesToRadians(point.Longitude));
        return new((float)(cosLatitude * cosLongitude), (float)(cosLatitude * sinLongitude), (float)sinLatitude);
    }

    public float SquaredChordTo(UnitVector other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return (x * x) + (y * y) + (z * z);
    }

    /// <summary>The chord of a distance along the ground; as long as the Earth is wide for all that is farther than its other side.</summary>
    public static float ChordOf(double meters) => (float)(2 * Math.Sin(Math.Min(Math.PI / 2, meters / (2 * EarthRadiusMeters))));

    /// <summary>Metres of a short chord; a little less than along the ground for a long one (1 km in 1 000).</summary>
    public static float Meters(float squaredChord) => MathF.Sqrt(squaredChord) * (float)EarthRadiusMeters;
}
