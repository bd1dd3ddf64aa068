namespace Reseau.Partners.Search;

/// <summary>The words asked for, each with the phrases that mean the same. More words than a sentence has are ignored: they bound the work of one search.</summary>
internal sealed class TextQuery
{
    private const int MaximumWords = 12;

    public TextQuery(string text) =>
        Words = [.. FrenchText.Words(text).DistinctBy(word => word.Stem, StringComparer.Ordinal).Take(MaximumWords)];

    public Word[] Words { get; }

    public bool IsEmpty => Words.Length == 0;

    /// <summary>One bit per word.</summary>
    public int AllWords => (1 << Words.Length) - 1;

    /// <summary>The words whose bits are set, as typed.</summary>
    public string Typed(int words) => string.Join(' ', Words.Where((_, i) => (words >> i & 1) == 1).Select(word => word.Typed));

    /// <summary>
    /// Marks in <paramref name="found"/> which words each document has, and adds to <paramref name="weight"/> what they count for.
    /// A synonym counts only where the word itself is absent.
    /// </summary>
    public void Match(Segment segment, Span<int> found, Span<float> weight)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            Credit(segment.Stems.GetValueOrDefault(Words[i].Stem, []), 1 << i, 1, found, weight);
            foreach (var phrase in Synonyms.Of(Words[i].Stem)) Credit(Postings(segment, phrase), 1 << i, Weights.BySynonym, found, weight);
        }
    }

    private void Credit(int[] postings, int bit, double factor, Span<int> found, Span<float> weight)
    {
        foreach (var posting in postings)
        {
            var document = posting >> 2;
            if ((found[document] & bit) != 0) continue;
            if (found[document] == 0) weight[document] = 0;
            found[document] |= bit;
            weight[document] += (float)(factor * FieldWeight((Field)(posting & 3)) * Weights.Text / Words.Length);
        }
    }

    private static double FieldWeight(Field field) => field switch
    {
        Field.Name => 1,
        Field.Labels => Weights.InLabels,
        _ => Weights.InDescription,
    };

    /// <summary>The documents that have every stem, with the least telling field among them.</summary>
    private static int[] Postings(Segment segment, IReadOnlyList<string> stems)
    {
        var common = segment.Stems.GetValueOrDefault(stems[0], []);
        foreach (var stem in stems.Skip(1)) common = Intersect(common, segment.Stems.GetValueOrDefault(stem, []));
        return common;
    }

    private static int[] Intersect(int[] x, int[] y)
    {
        var common = new List<int>(Math.Min(x.Length, y.Length));
        for (int i = 0, j = 0; i < x.Length && j < y.Length;)
        {
            var order = (x[i] >> 2).CompareTo(y[j] >> 2);
            if (order == 0) common.Add(Math.Min(x[i], y[j]));
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return [.. common];
    }
}
