using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>A word as typed (without accents or case) and the stem under which it is indexed.</summary>
public readonly record struct Word(string Typed, string Stem);

/// <summary>
/// French text to search words. It forgives what people at a desk really vary: accents, case, plurals, feminine and verb endings, "l'" and
/// "d'". It stays light on purpose: a heavier stemmer merges words the field keeps apart ("médiation", "médiathèque").
/// </summary>
public static partial class FrenchText
{
    private const int ShortestStemmed = 4;
    private const int ShortestTrimmed = 6;

    /// <summary>Articles, pronouns, prepositions, elided letters and the commonest verb forms: they are everywhere and choose nothing.</summary>
    private static readonly FrozenSet<string> StopWords = (
        "a afin ai au aux avec avoir car ce cela ces cet cette chez comme comment d dans de depuis des donc du elle elles en entre est et etre eu fait "
        + "faire il ils j je jusqu l la le les leur leurs lorsqu lui m ma mais me mes meme moi mon n ne nos notre nous on ont ou par pas plus pour puisqu "
        + "qu quand que quel quelle qui s sa sans se ses si soi son sont sous sur t ta te tes ton toute toutes tout tous tres tu un une vers vos votre vous y")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Names that would lose their last letter: an acronym has no plural.</summary>
    private static readonly FrozenSet<string> Acronyms =
        "acces adie agefiph apl arcs ases ccas cdas cias cidff epcc esat fslr maps msap ofpra plie rqth spip siao urssaf"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words that choose something, in order; the same stem may come several times.</summary>
    public static IReadOnlyList<Word> Words(string text)
    {
        var words = new List<Word>();
        foreach (var word in PlainLetters.Of(AcronymDots().Replace(text, "")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if ((word.Length > 1 || char.IsAsciiDigit(word[0])) && !StopWords.Contains(word)) words.Add(new(word, Stem(word)));
        }

        return words;
    }

    /// <summary>The stem of one lower-case, unaccented word.</summary>
    public static string Stem(string word)
    {
        if (word.Length < ShortestStemmed || Acronyms.Contains(word) || char.IsAsciiDigit(word[0])) return word;
        var stem = Singular(word);
        return stem.Length < ShortestTrimmed ? stem : WithoutEnding(stem);
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

    /// <summary>"C.A.F." is one word.</summary>
    // Wall-clock time, so generous: a start on a busy machine once died of 200 ms in which this thread did not run.
    [GeneratedRegex(@"(?<=\b\p{L})\.(?=\p{L}\b)|(?<=\.\p{L})\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AcronymDots();
}
