namespace Reseau.Partners.Formats;

/// <summary>A value of the national map and what it is in data.inclusion v1.</summary>
/// <param name="Label">As the map writes it.</param>
/// <param name="Code">A code of v1 or of ours; null where v1 has no word for it: the value is kept, and says nothing more here.</param>
internal sealed record CartoTerm(string Label, string? Code);
