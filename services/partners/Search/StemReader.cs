namespace Reseau.Partners.Search;

/// <summary>
/// Reads the texts of services into posting lists. A token that was met before costs one look-up: French repeats itself, and labels, names of
/// places and communes even more, so that hardly any text is made plain and stemmed twice.
/// </summary>
internal sealed class StemReader
{
    private const int Nothing = -1;

    private readonly int _documents;
    private readonly Dictionary<string, int> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _tokenOf;
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly List<List<int>> _postings = [];

    public StemReader(int documents)
    {
        _documents = documents;
        _tokenOf = _tokens.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads one service. Documents come in ascending order, and fields from the least to the most telling: the last one met is the best.</summary>
    public void Add(int document, DirectoryEntry entry)
    {
        var (service, structure) = (entry.Service, entry.Structure);
        Read(document, Field.Description, service.Description);
        Read(document, Field.Description, service.AccessConditions);
        Read(document, Field.Description, service.PublicsDetails);
        Read(document, Field.Labels, structure.Name);
        Read(document, Field.Labels, (service.Address ?? structure.Address).CommuneName);
        Read(document, Field.Labels, entry.Institution.Name);
        foreach (var theme in service.Themes) Read(document, Field.Labels, Vocabulary.Themes.LabelOf(theme));
        foreach (var code in service.Publics) Read(document, Field.Labels, Vocabulary.Publics.LabelOf(code));
        Read(document, Field.Name, service.Name);
    }

    public Dictionary<string, Postings> ToPostings() =>
        _stems.ToDictionary(stem => stem.Key, stem => new Postings(_postings[stem.Value], _documents), StringComparer.Ordinal);

    private void Read(int document, Field field, string? text)
    {
        if (text is null) return;
        var at = 0;
        while (FrenchText.Next(text, ref at, out var token))
        {
            if (!_tokenOf.TryGetValue(token, out var stem)) stem = Learn(token);
            if (stem == Nothing) continue;
            var postings = _postings[stem];
            var posting = (document << 2) | (int)field;
            if (postings.Count > 0 && postings[^1] >> 2 == document) postings[^1] = posting;
            else postings.Add(posting);
        }
    }

    private int Learn(ReadOnlySpan<char> token)
    {
        var stem = FrenchText.Read(token) is { } word ? NumberOf(word.Stem) : Nothing;
        _tokens.Add(token.ToString(), stem);
        return stem;
    }

    private int NumberOf(string stem)
    {
        if (_stems.TryGetValue(stem, out var number)) return number;
        number = _postings.Count;
        _stems.Add(stem, number);
        _postings.Add([]);
        return number;
    }
}
