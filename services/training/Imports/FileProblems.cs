namespace Reseau.Training.Imports;

/// <summary>What is wrong with a line of a file, in words for people: which line and column is said beside, and the value never.</summary>
internal static class FileProblems
{
    /// <summary>Two records have the name, and the line no e-mail.</summary>
    public const string Homonyms = "HOMONYMS";

    /// <summary>Another line led to the same record.</summary>
    public const string SeenBefore = "SEEN_BEFORE";

    public const string Formula = "Cette cellule commence comme une formule de tableur (=, +, - ou @) : corrigez-la.";

    public const string TooManyCells = "Cette ligne a plus de cellules qu'il n'y a de colonnes : vérifiez les séparateurs et les guillemets.";

    public const string NotAFunction =
        "Cette fonction n'est pas dans la liste : RECEPTION_AGENT (agent d'accueil), SOCIAL_WORKER (travailleur social), CASE_OFFICER (instructeur), INCLUSION_ADVISER (ALI), HEAD_OF_UNIT (responsable d'unité), DIGITAL_ADVISER (conseiller numérique), LIBRARIAN (bibliothécaire) ou OTHER (autre).";

    public const string NotADay = "Cette date ne se lit pas : écrivez-la comme 2026-09-01 ou 01/09/2026.";

    /// <summary>The words of a problem that the log keeps by its key.</summary>
    public static string Words(string key) => key == Homonyms
        ? "Plusieurs personnes de l'institution portent ce nom : ajoutez leur adresse électronique."
        : "Cette ligne désigne une personne dont une autre ligne du fichier parle déjà.";

    /// <summary>A line that repeats an earlier one.</summary>
    public static string Repeats(int line) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Cette personne est déjà à la ligne {line} : gardez l'une des deux.");
}
