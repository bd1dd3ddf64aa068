namespace Reseau.Partners.Search;

/// <summary>The words asked for, each with the phrases that mean the same. More words than a sentence has are ignored: they bound the work of one search.</summary>
internal sealed class TextQuery
{
    private const int MaximumWords = 12;

    /// <summary>Every other service has one of these: beside another word they choose little.</summary>
    private static readonly HashSet<string> CommonStems = FrenchText.Words(
        "aide aider accompagnement accompagner accueil comprendre conseil demande demander dossier gerer information informer nouveau nouvelle obtenir permanence "
        + "probleme question rendez rdv remplir service soucis soutien solution suivi utiliser")
        .Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);

    public TextQuery(IEnumerable<Word> words)
    {
        var chosen = words.DistinctBy(word => word.Stem, StringComparer.Ordinal).Take(MaximumWords).ToArray();
        var total = chosen.Sum(ShareOf);
        Words = [.. chosen.Select(word => new SearchWord(word, ShareOf(word) / total))];
        // A question that only says who the person is still asks for something.
        AnyIsRequired = Words.Any(word => word.IsRequired);
    }

    public SearchWord[] Words { get; }

    public bool AnyIsRequired { get; }

    public bool IsEmpty => Words.Length == 0;

    /// <summary>The words whose bits are set, as typed.</summary>
    public string Typed(int words) => string.Join(' ', Words.Where((_, i) => (words >> i & 1) == 1).Select(word => word.Word.Typed));

    private static double ShareOf(Word word) => CommonStems.Contains(word.Stem) ? Weights.CommonWord : 1;
}
