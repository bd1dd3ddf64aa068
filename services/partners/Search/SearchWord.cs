namespace Reseau.Partners.Search;

/// <summary>A word asked for, what else it may be called, and what it counts for where it stands.</summary>
internal sealed class SearchWord
{
    public SearchWord(Word word, double share)
    {
        Word = word;
        Phrases = Synonyms.Of(word.Stem);
        IsRequired = !Synonyms.IsAboutThePerson(word.Stem);
        var points = Weights.Text * share;
        Name = Weights.Hundredths(points);
        Labels = Weights.Hundredths(points * Weights.InLabels);
        Description = Weights.Hundredths(points * Weights.InDescription);
        MeantInName = Weights.Hundredths(points * Weights.BySynonym);
        MeantInLabels = Weights.Hundredths(points * Weights.BySynonym * Weights.InLabels);
        MeantInDescription = Weights.Hundredths(points * Weights.BySynonym * Weights.InDescription);
    }

    public Word Word { get; }

    /// <summary>Phrases, as stems, of which a service may have all instead of the word.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Phrases { get; }

    /// <summary>A word that says who the person is ("papi") helps to order services and leaves none out.</summary>
    public bool IsRequired { get; }

    public int Name { get; }

    public int Labels { get; }

    public int Description { get; }

    public int MeantInName { get; }

    public int MeantInLabels { get; }

    public int MeantInDescription { get; }
}
