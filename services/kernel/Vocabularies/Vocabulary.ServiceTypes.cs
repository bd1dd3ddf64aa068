namespace Reseau.Kernel.Vocabularies;

public static partial class Vocabulary
{
    /// <summary><c>type</c> of a service.</summary>
    public static TermSet<Term> ServiceTypes { get; } = Terms(
        ("accompagnement", "Accompagnement"),
        ("aide-financiere", "Aide financière"),
        ("aide-materielle", "Aide matérielle"),
        ("atelier", "Atelier"),
        ("formation", "Formation"),
        ("information", "Information"));
}
