namespace Reseau.Kernel.Vocabularies;

/// <summary>
/// The words shared with the national directories, one file per vocabulary. Codes are data.inclusion v1's (typologies: DORA's and the
/// national map's); labels are what our screens show. A code is never renamed or reused here: partners' data hold it.
/// </summary>
public static partial class Vocabulary
{
    private static TermSet<Term> Terms(params (string Code, string Label)[] terms) => new(terms.Select(term => new Term(term.Code, term.Label)));
}
