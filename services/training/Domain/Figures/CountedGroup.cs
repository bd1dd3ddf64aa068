namespace Reseau.Training.Domain.Figures;

/// <summary>A group of professionals in numbers: those who match all that is stated.</summary>
/// <param name="Institutions">Numbers of institutions; null = all. A number below zero is nobody's.</param>
/// <param name="Sites">Numbers of sites; null = all.</param>
/// <param name="Functions">What they do.</param>
public sealed record CountedGroup(IReadOnlySet<int>? Institutions, IReadOnlySet<int>? Sites, FunctionSet Functions)
{
    /// <summary>Whether somebody is in it.</summary>
    public bool Has(CountedPerson person) => Functions.Has(person.Function)
        && (Institutions is null || Institutions.Contains(person.Institution))
        && (Sites is null || Array.Exists(person.Sites, Sites.Contains));
}
