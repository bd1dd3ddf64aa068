namespace Reseau.Partners.Territory;

/// <summary>An inter-municipal body with its own taxes. <paramref name="Type"/>: CC, CA, CU, METRO or MET69 (Lyon).</summary>
public sealed record Epci(string Siren, string Name, string Type, int Population);
