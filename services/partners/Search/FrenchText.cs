using System.Collections.Frozen;
using System.Globalization;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>A word as typed (without accents or case) and the stem under which it is indexed.</summary>
public readonly record struct Word(string Typed, string Stem);

/// <summary>
/// French text to search words. It forgives what people at a desk really vary: accents, case, plurals, feminine and verb endings, "l'" and
/// "d'". It stays light on purpose: a heavier stemmer merges words the field keeps apart ("médiation", "médiathèque").
/// </summary>
public static class FrenchText
{
    private const int ShortestStemmed = 4;
    private const int ShortestTrimmed = 6;

    /// <summary>
    /// Articles, pronouns, prepositions, elided letters, the commonest verbs and what people put around a question at a desk ("je cherche
    /// quelqu'un pour"): they are everywhere and choose nothing.
    /// </summary>
    private static readonly FrozenSet<string> StopWords = (
        "a afin ai aimerais aimerait alors aller an ans apres as au aussi aux avait avant avec avez avoir avons besoin bien bonjour ca car ce cela celui ces cet cette chez "
        + "cherche cherchent chercher comme comment d dans de deja depuis dernier derniere des deux devoir doit dois donc du elle elles en encore entre est et etaient etait etc "
        + "ete etes etre eu eux fais fait faire fallait faut gens il ils j jamais je jusqu l la le les leur leurs lorsqu lui m ma madame mais me meme mes mettre moi mon "
        + "monsieur mr mme n ne ni nos notre nous on ont ou par parce pas perd perdre perdu perdue perso personne personnes peu peut peuvent peux plus pour pourquoi pouvoir pouvez "
        + "presqu prendre puisqu qu quand que quel quelle quelqu quelque quelques qui quoi recherche rien s sa sais sait sans savent savoir se ses si soi son sont sort sortir sous souhaite souhaiterait "
        + "sur svp t ta te tes ton toujours toute toutes tout tous tres trop trouve trouver tu un une va vais vas venir vers veut veulent veux vient voir vont vos votre voudrais voudrait "
        + "vouloir vous vraiment y")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Names that would lose their last letter: an acronym has no plural.</summary>
    private static readonly FrozenSet<string> Acronyms =
        "acces adie agefiph apl arcs ases ccas cdas cias cidff epcc esat fslr maps msap ofpra plie rqth spip siao urssaf"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words that choose something, in order; the same stem may come several times.</summary>
    public static IReadOnlyList<Word> Words(string text)
    {
        var words = new List<Word>();
        var at = 0;
        while (Next(text, ref at, out var token))
        {
            if (Read(token) is { } word) words.Add(word);
        }

        return words;
    }

    /// <summary>The word a token stands for; null when it chooses nothing.</summary>
    public static Word? Read(ReadOnlySpan<char> token)
    {
        var word = Plain(token);
        return (word.Length > 1 || (word.Length == 1 && char.IsAsciiDigit(word[0]))) && !StopWords.Contains(word) ? new(word, Stem(word)) : null;
    }

    /// <summary>A token without accents and case; the dots of an acronym are gone.</summary>
    public static string Plain(ReadOnlySpan<char> token) =>
        PlainLetters.Of(token.Contains('.') ? token.ToString().Replace(".", "", StringComparison.Ordinal) : token.ToString()).Trim();

    /// <summary>The next run of letters and digits, as typed; "C.A.F." is one. False at the end.</summary>
    public static bool Next(ReadOnlySpan<char> text, ref int at, out ReadOnlySpan<char> token)
    {
        while (at < text.Length && !IsInWord(text[at])) at++;
        var start = at;
        while (at < text.Length && IsInWord(text[at])) at++;
        if (at - start == 1) SkipAcronym(text, start, ref at);
        token = text[start..at];
        return at > start;
    }

    private static bool IsInWord(char c) => char.IsAsciiLetterOrDigit(c) || (c > 127 && (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark));

    /// <summary>From the first letter of "C.A.F" to its last: letters that stand alone between dots.</summary>
    private static void SkipAcronym(ReadOnlySpan<char> text, int start, ref int at)
    {
        if (!char.IsLetter(text[start])) return;
        while (at + 1 < text.Length && text[at] == '.' && char.IsLetter(text[at + 1]) && (at + 2 == text.Length || !IsInWord(text[at + 2]))) at += 2;
    }

    /// <summary>The stem of one lower-case, unaccented word.</summary>
    public static string Stem(string word)
    {
        if (word.Length < ShortestStemmed || Acronyms.Contains(word) || char.IsAsciiDigit(word[0])) return word;
        var stem = Singular(word);
        // "papier" is no verb, and "papi" is somebody else.
        return stem.Length < ShortestTrimmed || stem == "papier" ? stem : WithoutEnding(stem);
    }

    private static string Singular(string word)
    {
        if (word.EndsWith("eaux", StringComparison.Ordinal)) return word[..^1];
        if (word.Length > ShortestStemmed && word.EndsWith("aux", StringComparison.Ordinal)) return $"{word[..^3]}al";
        return word[^1] is 's' or 'x' ? word[..^1] : word;
    }

    /// <summary>Infinitives, participles, feminines and doubled consonants: "accompagner", "accompagnée" and "accompagne" meet.</summary>
    private static string WithoutEnding(string word)
    {
        var end = word.Length;
        if (word[end - 1] == 'r' && word[end - 2] == 'e') end--;
        while (end > ShortestStemmed && word[end - 1] == 'e') end--;
        if (end > ShortestStemmed && word[end - 1] == word[end - 2]) end--;
        return word[..end];
    }
}
