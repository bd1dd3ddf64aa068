namespace Reseau.Gateway.Portal.Map;

/// <summary>A point of the map and the name that stands under it.</summary>
public sealed record MapLabel(double X, double Y, string Text);
