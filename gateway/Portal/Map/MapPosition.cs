using System.Runtime.InteropServices;
using Google.Type;

namespace Reseau.Gateway.Portal.Map;

/// <summary>A WGS 84 position, in decimal degrees.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MapPosition(double Latitude, double Longitude)
{
    public static MapPosition Of(LatLng position) => new(position.Latitude, position.Longitude);
}
