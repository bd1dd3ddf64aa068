using System.Runtime.CompilerServices;

namespace Reseau.Partners.Formats;

/// <summary>The national map's labels as vocabularies of their own, to propose the nearest one.</summary>
internal static class CartoLabels
{
    private static readonly ConditionalWeakTable<object, TermSet<Term>> Vocabularies = [];

    public static string Propose(IReadOnlyList<CartoTerm> terms, string label) =>
        CloseTerm.Propose(Vocabularies.GetValue(terms, static known => new(((IReadOnlyList<CartoTerm>)known).Select(term => new Term(term.Label, term.Label)))), label);
}
