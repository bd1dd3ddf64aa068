using Reseau.Partners.Search;

namespace Reseau.Benchmarks.Data;

/// <summary>A question, as our index takes it and, its words read, as another engine needs it.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Query">The question; the first page of twenty.</param>
/// <param name="Words">The words.</param>
internal sealed record Question(QuestionKind Kind, SearchQuery Query, IReadOnlyList<AskedWord> Words)
{
    /// <summary>Those a service must have: words that say who the person is leave nothing out, unless there are no others.</summary>
    public IEnumerable<AskedWord> Required => Words.Any(word => word.IsRequired) ? Words.Where(word => word.IsRequired) : Words;
}

/// <summary>A word asked for.</summary>
/// <param name="Phrases">The stems that will do: any of these phrases, each with all its stems.</param>
/// <param name="IsRequired">Whether it says what is needed, and not who the person is.</param>
internal sealed record AskedWord(IReadOnlyList<IReadOnlyList<string>> Phrases, bool IsRequired);
