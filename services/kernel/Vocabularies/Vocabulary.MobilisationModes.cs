namespace Reseau.Kernel.Vocabularies;

public static partial class Vocabulary
{
    /// <summary><c>modes_mobilisation</c>: how to ask for the service.</summary>
    public static TermSet<Term> MobilisationModes { get; } = Terms(
        ("se-presenter", "Se présenter sur place"),
        ("telephoner", "Téléphoner"),
        ("envoyer-un-courriel", "Envoyer un courriel"),
        ("utiliser-lien-mobilisation", "Utiliser le lien en ligne"));
}
