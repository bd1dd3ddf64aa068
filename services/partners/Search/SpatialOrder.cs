using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>
/// Points of the Earth on a curve that keeps neighbours together (Z-order), so that 64 documents in a row are usually those of one town, and a
/// search can say of all of them at once that they are too far.
/// </summary>
internal static class SpatialOrder
{
    private const double Steps = ushort.MaxValue;

    /// <summary>After every point: for what has none.</summary>
    public const ulong Nowhere = ulong.MaxValue;

    public static ulong Of(GeoPoint point) =>
        Spread((uint)((point.Latitude + 90) / 180 * Steps)) | (Spread((uint)((point.Longitude + 180) / 360 * Steps)) << 1);

    /// <summary>Puts a zero between the bits.</summary>
    private static ulong Spread(uint value)
    {
        ulong bits = value;
        bits = (bits | (bits << 8)) & 0x00FF00FF00FF00FF;
        bits = (bits | (bits << 4)) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | (bits << 2)) & 0x3333333333333333;
        return (bits | (bits << 1)) & 0x5555555555555555;
    }
}
