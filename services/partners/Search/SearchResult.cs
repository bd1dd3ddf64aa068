namespace Reseau.Partners.Search;

/// <summary>
/// One page, ordered by score, then distance (unknown last), then service id: the same question on the same directory always gives the same order.
/// </summary>
/// <param name="Total">How many services match, on all pages.</param>
/// <param name="Widened">No service had all the words, so those that have some are listed.</param>
/// <param name="Hits">The page.</param>
public sealed record SearchResult(int Total, bool Widened, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>Where the page ended; null on the last one.</summary>
    public PagePosition? End { get; init; }

    /// <summary>Values of the filters and how many services they would give; empty unless asked for.</summary>
    public IReadOnlyList<FacetCounts> Facets { get; init; } = [];

    public IReadOnlyList<WordCorrection> Corrections { get; init; } = [];

    /// <summary>The commune that the text names, where it was taken as the place of the question.</summary>
    public string? CommuneInText { get; init; }
}

/// <summary>A word that nothing contained, without accents, and as which one it was read.</summary>
public sealed record WordCorrection(string Typed, string Read);
