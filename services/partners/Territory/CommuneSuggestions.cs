using System.Text.RegularExpressions;

namespace Reseau.Partners.Territory;

/// <summary>
/// The prefix index behind <see cref="France.SuggestCommunes"/>: every folded name from each of its words on, sorted, so that a prefix is a
/// contiguous range ("Noyen-sur-Sarthe" is found by "noy" and by "sart"), and every postal and INSEE code likewise.
/// </summary>
internal sealed partial class CommuneSuggestions
{
    private readonly Commune[] _communes;
    private readonly string[] _names;
    private readonly (int Commune, int Start)[] _suffixes;
    private readonly (string Code, int Commune)[] _postalCodes;

    public CommuneSuggestions(Commune[] communes)
    {
        _communes = communes;
        _names = Array.ConvertAll(communes, commune => CommuneName.Fold(commune.Name));
        _suffixes = [.. _names.SelectMany((name, commune) => WordStarts(name).Select(start => (commune, start)))];
        Array.Sort(_suffixes, (x, y) => Suffix(x).SequenceCompareTo(Suffix(y)));
        _postalCodes = [.. communes.SelectMany((commune, i) => commune.PostalCodes.Append(commune.Insee).Distinct(StringComparer.Ordinal).Select(code => (code, i)))];
        Array.Sort(_postalCodes, (x, y) => string.CompareOrdinal(x.Code, y.Code));
    }

    public IReadOnlyList<Commune> Suggest(string text, int limit)
    {
        if (limit <= 0) return [];
        var typed = text.ToUpperInvariant();
        var code = CodePattern().Match(typed).Value;
        var name = CommuneName.Fold(code.Length == 0 ? typed : typed.Replace(code, " ", StringComparison.Ordinal));

        var best = new Best(this, limit);
        if (name.Length > 0) OfferByName(best, name, code);
        else if (code.Length > 0) OfferByCode(best, code);
        return best.ToCommunes();
    }

    private void OfferByName(Best best, string prefix, string code)
    {
        var first = FirstAtLeast(_suffixes.Length, i => Suffix(_suffixes[i]).SequenceCompareTo(prefix));
        for (var i = first; i < _suffixes.Length && Suffix(_suffixes[i]).StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            var (commune, start) = _suffixes[i];
            if (code.Length == 0 || HasCode(_communes[commune], code)) best.Offer(commune, Quality(commune, start, prefix));
        }
    }

    private void OfferByCode(Best best, string prefix)
    {
        var first = FirstAtLeast(_postalCodes.Length, i => string.CompareOrdinal(_postalCodes[i].Code, prefix));
        for (var i = first; i < _postalCodes.Length && _postalCodes[i].Code.StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            best.Offer(_postalCodes[i].Commune, quality: 0);
        }
    }

    /// <summary>0: the whole name; 1: all but its article ("mans"); 2: its beginning; 3: its beginning after the article; 4: a later word.</summary>
    private int Quality(int commune, int start, string prefix)
    {
        var whole = _names[commune].Length - start == prefix.Length;
        if (start == 0) return whole ? 0 : 2;
        if (_names[commune].AsSpan(0, start) is "le " or "la " or "les " or "l ") return whole ? 1 : 3;
        return 4;
    }

    private static bool HasCode(Commune commune, string prefix) =>
        commune.Insee.StartsWith(prefix, StringComparison.Ordinal) || commune.PostalCodes.Any(code => code.StartsWith(prefix, StringComparison.Ordinal));

    private static IEnumerable<int> WordStarts(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (i == 0 || name[i - 1] == ' ') yield return i;
        }
    }

    private ReadOnlySpan<char> Suffix((int Commune, int Start) at) => _names[at.Commune].AsSpan(at.Start);

    private static int FirstAtLeast(int count, Func<int, int> compare)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (compare(middle) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    [GeneratedRegex(@"\b(\d{2,5}|2[AB]\d{0,3})\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex CodePattern();

    /// <summary>The best few seen so far, in order. A list beats a heap here: a person reads ten suggestions, not a thousand.</summary>
    private sealed class Best(CommuneSuggestions index, int limit)
    {
        private readonly List<(int Commune, int Quality)> _kept = new(limit + 1);

        public void Offer(int commune, int quality)
        {
            if (_kept.Count == limit && !IsBefore((commune, quality), _kept[^1])) return;
            if (_kept.FindIndex(kept => kept.Commune == commune) is var known and >= 0)
            {
                if (_kept[known].Quality <= quality) return;
                _kept.RemoveAt(known);
            }

            var place = _kept.FindIndex(kept => IsBefore((commune, quality), kept));
            _kept.Insert(place < 0 ? _kept.Count : place, (commune, quality));
            if (_kept.Count > limit) _kept.RemoveAt(limit);
        }

        public Commune[] ToCommunes() => [.. _kept.Select(kept => index._communes[kept.Commune])];

        private bool IsBefore((int Commune, int Quality) x, (int Commune, int Quality) y)
        {
            if (x.Quality != y.Quality) return x.Quality < y.Quality;
            var (populationX, populationY) = (index._communes[x.Commune].Population, index._communes[y.Commune].Population);
            return populationX != populationY ? populationX > populationY : x.Commune < y.Commune;
        }
    }
}
