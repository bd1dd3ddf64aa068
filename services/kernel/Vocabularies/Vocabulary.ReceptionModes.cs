namespace Reseau.Kernel.Vocabularies;

public static partial class Vocabulary
{
    /// <summary>People come.</summary>
    public const string OnSite = "en-presentiel";
    /// <summary>By telephone, by video or online.</summary>
    public const string Remote = "a-distance";

    /// <summary><c>modes_accueil</c>.</summary>
    public static TermSet<Term> ReceptionModes { get; } = Terms(
        (OnSite, "Sur place"),
        (Remote, "À distance"));
}
