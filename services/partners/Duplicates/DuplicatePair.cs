namespace Reseau.Partners.Duplicates;

/// <summary>Two places that are probably one.</summary>
/// <param name="Keep">The one to keep if one has to be chosen: more services, then fresher, then the smaller id.</param>
/// <param name="Other">The other one.</param>
/// <param name="Evidence">Why, the strongest first.</param>
/// <param name="Likelihood">0 to 1.</param>
public sealed record DuplicatePair(Place Keep, Place Other, IReadOnlyList<DuplicateEvidence> Evidence, double Likelihood);

/// <summary>Why two places look the same.</summary>
public enum DuplicateEvidence
{
    Siret = 1,
    NameAndAddress = 2,
    Phone = 3,
}
