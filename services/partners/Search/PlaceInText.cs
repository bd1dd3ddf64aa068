using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>
/// The commune a question names: "cours d'ordinateur à Landerneau" is about Landerneau, and "ordinateur" is what must match. A name counts as
/// a place after a word that announces one, or with a capital inside the sentence; otherwise "sens" or "tours" would travel.
/// </summary>
internal static class PlaceInText
{
    private const int LongestName = 6;
    private const int Homonyms = 5;

    private static readonly HashSet<string> Announcing = new(StringComparer.Ordinal) { "a", "au", "aux", "sur", "vers", "pres", "environs", "autour", "cote", "habite", "secteur", "commune", "ville" };
    private static readonly HashSet<string> Between = new(StringComparer.Ordinal) { "a", "de", "d", "du", "des" };
    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "l", "la", "le", "les" };

    /// <summary>The words of a text, and the commune it names; the commune's name is not among the words.</summary>
    public static (IReadOnlyList<Word> Words, Commune? Commune) Read(string text, France france)
    {
        var tokens = Tokens(text);
        for (var start = 0; start < tokens.Count; start++)
        {
            var announced = IsAnnounced(tokens, start);
            if (!announced && (start == 0 || !tokens[start].IsCapital)) continue;
            for (var length = Math.Min(LongestName, tokens.Count - start); length > 0; length--)
            {
                if (Named(tokens, start, length, announced, france) is { } commune) return (WordsOf(tokens.Where((_, i) => i < start || i >= start + length)), commune);
            }
        }

        return (WordsOf(tokens), null);
    }

    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (FrenchText.Next(text, ref at, out var token))
            tokens.Add(new(FrenchText.Plain(token), FrenchText.Read(token), char.IsUpper(token[0]) && (token.Length == 1 || !char.IsUpper(token[1]))));
        return tokens;
    }

    private static List<Word> WordsOf(IEnumerable<Token> tokens) => [.. tokens.Select(token => token.Word).OfType<Word>()];

    /// <summary>"à Rennes", "près de Rennes", "habite à Rennes".</summary>
    private static bool IsAnnounced(List<Token> tokens, int start)
    {
        if (start == 0) return false;
        if (Announcing.Contains(tokens[start - 1].Plain)) return true;
        return start > 1 && Between.Contains(tokens[start - 1].Plain) && Announcing.Contains(tokens[start - 2].Plain) && tokens[start - 2].Plain is not ("a" or "au" or "aux" or "sur");
    }

    private static Commune? Named(List<Token> tokens, int start, int length, bool announced, France france)
    {
        var last = tokens[start + length - 1];
        if (last.Word is null || (length == 1 && last.Plain.Length < 3)) return null;
        var name = CommuneName.Fold(string.Join(' ', tokens.Skip(start).Take(length).Select(token => token.Plain)));
        // A word that people use for a need is that word: there is a commune called "Contes".
        if (length == 1 && !tokens[start].IsCapital && (Synonyms.Of(last.Word.Value.Stem).Count > 0 || Synonyms.IsAboutThePerson(last.Word.Value.Stem))) return null;
        var named = france.SuggestCommunes(name, Homonyms).Where(commune => Is(CommuneName.Fold(commune.Name), name, tokens[Math.Max(0, start - 1)].Plain)).ToList();
        // Without a word that announces a place, a homonym is no place.
        return named.Count == 0 || (!announced && named.Count > 1) ? null : named[0];
    }

    /// <summary>"Le Mans" is meant by "au Mans" as well: the article is in the word before.</summary>
    private static bool Is(string official, string typed, string before)
    {
        if (official == typed) return true;
        return before is "au" or "aux" or "du" or "des"
            && official.Length > typed.Length && official.EndsWith(typed, StringComparison.Ordinal) && Articles.Contains(official[..^typed.Length].TrimEnd());
    }

    private readonly record struct Token(string Plain, Word? Word, bool IsCapital);
}
