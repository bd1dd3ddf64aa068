namespace Reseau.Gateway.Portal.Map;

/// <summary>A drawn map: everything in units of its picture.</summary>
/// <param name="Width">Of the picture.</param>
/// <param name="Height">Of the picture.</param>
/// <param name="Markers">The hits, the best first.</param>
/// <param name="Home">Where the person lives; null when it is not known or far outside.</param>
/// <param name="Labels">Names of communes.</param>
/// <param name="Scale">The bar of distances.</param>
public sealed record MapView(
    int Width, int Height, IReadOnlyList<MapMarker> Markers, MapLabel? Home, IReadOnlyList<MapLabel> Labels, MapScale Scale)
{
    /// <summary>How many hits it shows.</summary>
    public int Shown => Markers.Sum(marker => marker.Numbers.Count);
}
