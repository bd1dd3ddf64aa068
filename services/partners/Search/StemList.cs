using System.Numerics;

namespace Reseau.Partners.Search;

/// <summary>The stems of a segment in order, to find those a typed word may have been meant to be.</summary>
internal sealed class StemList
{
    /// <summary>A stem may have lost what was typed at its end.</summary>
    private const int LongestEnding = 1;

    private readonly string[] _stems;
    private readonly uint[] _letters;

    public StemList(IEnumerable<string> stems)
    {
        _stems = [.. stems.Where(stem => stem.Length >= TypingError.ShortestCorrected - 1 && !char.IsAsciiDigit(stem[0]))];
        Array.Sort(_stems, StringComparer.Ordinal);
        _letters = Array.ConvertAll(_stems, LettersOf);
    }

    /// <summary>Stems whose first letter and letters allow them to be within some errors of a word.</summary>
    public IEnumerable<string> Near(string word, int errors)
    {
        var letters = LettersOf(word);
        // The first letter is kept, or the first two are transposed.
        foreach (var first in word[0] == word[1] ? [word[0]] : (char[])[word[0], word[1]])
        {
            for (var i = FirstOf(first); i < _stems.Length && _stems[i][0] == first; i++)
            {
                // An error brings one letter and takes one away at most.
                if (Math.Abs(_stems[i].Length - word.Length) <= errors + LongestEnding && BitOperations.PopCount(letters & ~_letters[i]) <= errors + LongestEnding
                    && BitOperations.PopCount(_letters[i] & ~letters) <= errors)
                {
                    yield return _stems[i];
                }
            }
        }
    }

    private static uint LettersOf(string word)
    {
        uint letters = 0;
        foreach (var c in word) letters |= 1u << (c & 31);
        return letters;
    }

    private int FirstOf(char first)
    {
        var (low, high) = (0, _stems.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_stems[middle][0] < first) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
