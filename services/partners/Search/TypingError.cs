namespace Reseau.Partners.Search;

/// <summary>How far a typed word is from another: letters left out, added, replaced, or swapped with their neighbour (Damerau-Levenshtein, restricted).</summary>
internal static class TypingError
{
    /// <summary>Shorter words are acronyms, or too close to too many others.</summary>
    public const int ShortestCorrected = 4;
    private const int ShortestWithTwo = 8;
    private const int LongestCorrected = 40;

    /// <summary>How many errors a word of this length may hold; 0 for one that is never corrected.</summary>
    public static int Allowed(int length) => length switch
    {
        < ShortestCorrected or > LongestCorrected => 0,
        < ShortestWithTwo => 1,
        _ => 2,
    };

    /// <summary>The number of errors between two words; more than <paramref name="most"/> when it is beyond it.</summary>
    public static int Between(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant, int most)
    {
        if (Math.Abs(typed.Length - meant.Length) > most || meant.Length > LongestCorrected + 2) return most + 1;
        Span<int> before = stackalloc int[meant.Length + 1];
        Span<int> last = stackalloc int[meant.Length + 1];
        Span<int> now = stackalloc int[meant.Length + 1];
        for (var j = 0; j <= meant.Length; j++) last[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            // Beyond the band there are more errors than are counted.
            var (from, to) = (Math.Max(1, i - most), Math.Min(meant.Length, i + most));
            now[from - 1] = from == 1 ? i : most + 1;
            if (to < meant.Length) now[to + 1] = most + 1;
            var least = now[from - 1];
            for (var j = from; j <= to; j++)
            {
                var errors = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (typed[i - 1] == meant[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1]) errors = Math.Min(errors, before[j - 2] + 1);
                now[j] = errors;
                least = Math.Min(least, errors);
            }

            if (least > most) return most + 1;
            var free = before;
            before = last;
            last = now;
            now = free;
        }

        return last[meant.Length];
    }
}
