namespace Reseau.Gateway.Portal.Map;

/// <summary>A commune whose own point is known.</summary>
public sealed record CommunePoint(string Insee, string Name, int Population, MapPosition Position);
