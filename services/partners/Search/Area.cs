using System.Runtime.InteropServices;

namespace Reseau.Partners.Search;

/// <summary>A ball that holds the points of some documents; a negative radius when none has a point.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Area(UnitVector Centre, float Radius)
{
    public static readonly Area None = new(default, -1);

    public static Area Around(ReadOnlySpan<UnitVector> points)
    {
        if (points.IsEmpty) return None;
        var (x, y, z) = (0f, 0f, 0f);
        foreach (var point in points) (x, y, z) = (x + point.X, y + point.Y, z + point.Z);
        var centre = new UnitVector(x / points.Length, y / points.Length, z / points.Length);
        var radius = 0f;
        foreach (var point in points) radius = MathF.Max(radius, centre.SquaredChordTo(point));
        return new(centre, MathF.Sqrt(radius) + UnitVector.Uncertain);
    }

    /// <summary>No point in it is nearer.</summary>
    public float NearestTo(UnitVector origin) => MathF.Max(0, MathF.Sqrt(Centre.SquaredChordTo(origin)) - Radius - UnitVector.Uncertain);

    /// <summary>No point in it is farther.</summary>
    public float FarthestFrom(UnitVector origin) => MathF.Sqrt(Centre.SquaredChordTo(origin)) + Radius + UnitVector.Uncertain;
}
