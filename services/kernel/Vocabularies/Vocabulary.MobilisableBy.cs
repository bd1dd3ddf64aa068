namespace Reseau.Kernel.Vocabularies;

public static partial class Vocabulary
{
    /// <summary><c>mobilisable_par</c>: who may ask for the service.</summary>
    public static TermSet<Term> MobilisableBy { get; } = Terms(
        ("usagers", "La personne elle-même"),
        ("professionnels", "Un professionnel"));
}
