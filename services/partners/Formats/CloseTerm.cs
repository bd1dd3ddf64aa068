using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Formats;

/// <summary>
/// The term that somebody probably meant: the same code or label but for accents, case and plural; a code of the schema's former
/// version; else the nearest by typing mistakes, when it is near. A file often repeats one mistake: answers are remembered.
/// </summary>
internal static class CloseTerm
{
    private const int LongestTyped = 120;
    private const int MostRemembered = 2_000;

    private static readonly ConditionalWeakTable<object, Folded[]> Vocabularies = [];
    private static readonly ConcurrentDictionary<(object Vocabulary, string Typed), string> Remembered = new();

    /// <summary>The term that is this one but for accents, case and plural; null when there is none.</summary>
    public static string? Same<T>(TermSet<T> known, string typed)
        where T : Term
    {
        if (known.IsKnown(typed)) return typed;
        var folded = Fold(typed);
        foreach (var term in TermsOf(known))
        {
            if (term.Code == folded || term.Label == folded) return term.Original;
        }

        return null;
    }

    /// <summary>The term to propose; empty when nothing comes close.</summary>
    public static string Propose<T>(TermSet<T> known, string typed)
        where T : Term
    {
        if (typed.Length > LongestTyped) return "";
        if (Remembered.TryGetValue((known, typed), out var proposal)) return proposal;
        proposal = Same(known, typed) ?? Old(known, typed) ?? Nearest(known, typed) ?? "";
        if (Remembered.Count >= MostRemembered) Remembered.Clear();
        return Remembered[(known, typed)] = proposal;
    }

    private static string? Old<T>(TermSet<T> known, string typed)
        where T : Term
    {
        var today = OldCodes.Find(typed) ?? OldCodes.Find(PlainLetters.Of(typed).Trim().Replace(' ', '-'));
        return known.IsKnown(today) ? today : null;
    }

    private static string? Nearest<T>(TermSet<T> known, string typed)
        where T : Term
    {
        var folded = Fold(typed);
        var atMost = folded.Length / 4;
        string? nearest = null;
        foreach (var term in TermsOf(known))
        {
            foreach (var text in (string[])[term.Code, term.Label, term.Short])
            {
                if (Math.Abs(text.Length - folded.Length) > atMost || Distance(folded, text) is var distance && distance > atMost) continue;
                (nearest, atMost) = (term.Original, distance - 1);
            }
        }

        return nearest;
    }

    private static Folded[] TermsOf<T>(TermSet<T> known)
        where T : Term =>
        Vocabularies.GetValue(known, static terms => [.. ((TermSet<T>)terms).Select(term =>
            new Folded(term.Code, Fold(term.Code), Fold(term.Label), Fold(term.Code[(term.Code.IndexOf("--", StringComparison.Ordinal) + 1)..])))]);

    private static string Fold(string text) => string.Join(' ', PlainLetters.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Singular));

    private static string Singular(string word) => word.Length > 3 && word[^1] is 's' or 'x' ? word[..^1] : word;

    // Levenshtein, one row at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < to.Length; j++)
            {
                var replaced = diagonal + (from[i] == to[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], diagonal) + 1);
            }
        }

        return row[^1];
    }

    private sealed record Folded(string Original, string Code, string Label, string Short);
}
