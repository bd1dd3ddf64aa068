namespace Reseau.Partners.Territory;

/// <summary>A département, or the overseas territory that stands at its rank, with the région it belongs to.</summary>
public sealed record Departement(string Code, string Name, string Region, string RegionName);
