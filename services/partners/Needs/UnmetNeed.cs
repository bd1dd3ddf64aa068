namespace Reseau.Partners.Needs;

/// <summary>A theme looked for in a commune without result, and how often.</summary>
public sealed record UnmetNeed(string Theme, string Commune, int Searches);
