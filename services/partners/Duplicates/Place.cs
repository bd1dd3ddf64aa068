using Reseau.Partners.Domain;

namespace Reseau.Partners.Duplicates;

/// <summary>A place with what decides which of two to keep.</summary>
/// <param name="Record">The place.</param>
/// <param name="Services">Published services there.</param>
/// <param name="FreshOn">The freshest of them.</param>
public sealed record Place(StructureRecord Record, int Services, DateOnly FreshOn)
{
    public Structure Structure => Record.Content;
}
