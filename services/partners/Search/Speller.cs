namespace Reseau.Partners.Search;

/// <summary>
/// Reads a word that nothing contains as the closest one that something does. A word that exists is never touched, nor is a short one: it is an
/// acronym, or too close to too many others.
/// </summary>
internal static class Speller
{
    /// <summary>The words as they are read, and which of them were typed otherwise.</summary>
    public static (IReadOnlyList<Word> Words, IReadOnlyList<WordCorrection> Corrections) Read(IReadOnlyList<Word> typed, Snapshot snapshot)
    {
        List<WordCorrection>? corrections = null;
        Word[]? words = null;
        for (var i = 0; i < typed.Count; i++)
        {
            if (Correct(typed[i], snapshot) is not { } stem) continue;
            words ??= [.. typed];
            words[i] = new(typed[i].Typed, stem);
            (corrections ??= []).Add(new(typed[i].Typed, stem));
        }

        return (words ?? typed, corrections ?? []);
    }

    private static string? Correct(Word word, Snapshot snapshot)
    {
        var allowed = char.IsAsciiDigit(word.Typed[0]) ? 0 : TypingError.Allowed(word.Typed.Length);
        if (allowed == 0 || Exists(word.Stem, snapshot)) return null;
        var best = (Stem: (string?)null, Errors: allowed + 1, Services: 0);
        foreach (var stem in snapshot.Parts.SelectMany(part => part.Segment.StemList.Near(word.Typed, allowed)).Concat(Synonyms.Near(word.Typed, allowed)).Distinct(StringComparer.Ordinal))
        {
            // What was typed may have lost its ending, or the stem may have.
            var errors = Math.Min(TypingError.Between(word.Typed, stem, allowed), TypingError.Between(word.Stem, stem, allowed));
            if (errors > allowed || errors > best.Errors) continue;
            var services = Count(stem, snapshot);
            if (services == 0 && Synonyms.Of(stem).Count == 0) continue;
            if (errors < best.Errors || services > best.Services || (services == best.Services && string.CompareOrdinal(stem, best.Stem) < 0)) best = (stem, errors, services);
        }

        return best.Stem;
    }

    private static bool Exists(string stem, Snapshot snapshot)
    {
        if (Synonyms.Of(stem).Count > 0 || Synonyms.IsAboutThePerson(stem)) return true;
        foreach (var part in snapshot.Parts)
        {
            if (part.Segment.Stems.TryGetValue(stem, out var postings) && postings.IsIn(part.Live)) return true;
        }

        return false;
    }

    private static int Count(string stem, Snapshot snapshot) =>
        snapshot.Parts.Sum(part => part.Segment.Stems.TryGetValue(stem, out var postings) ? postings.CountIn(part.Live) : 0);
}
