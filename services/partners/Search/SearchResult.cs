namespace Reseau.Partners.Search;

/// <summary>
/// One page, ordered by score, then distance (unknown last), then service id: the same question on the same directory always gives the same order.
/// </summary>
/// <param name="Total">How many services match, on all pages.</param>
/// <param name="Widened">No service had all the words, so those that have some are listed.</param>
/// <param name="Hits">The page.</param>
public sealed record SearchResult(int Total, bool Widened, IReadOnlyList<SearchHit> Hits);
