namespace Reseau.Kernel.Vocabularies;

public static partial class Vocabulary
{
    /// <summary><c>frais</c>. There is no "free under conditions": one of the two, and the condition in the details.</summary>
    public static TermSet<Term> Fees { get; } = Terms(
        ("gratuit", "Gratuit"),
        ("payant", "Payant"));
}
