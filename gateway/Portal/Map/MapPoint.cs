namespace Reseau.Gateway.Portal.Map;

/// <summary>Something to show on the map, under the number it has in the list beside it.</summary>
public sealed record MapPoint(int Number, MapPosition Position);
