namespace Reseau.Partners.Domain;

public static partial class Vocabulary
{
    public const string OnSite = "en-presentiel";
    public const string Remote = "a-distance";

    /// <summary><c>modes_accueil</c>.</summary>
    public static TermSet<Term> ReceptionModes { get; } = Terms(
        (OnSite, "Sur place"),
        (Remote, "À distance"));
}
