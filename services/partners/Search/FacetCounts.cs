namespace Reseau.Partners.Search;

/// <summary>The filters that have facets.</summary>
public enum FacetKind
{
    Themes = 1,
    Publics = 2,
    Fees = 3,
    OnSite = 4,
    Remote = 5,
    Types = 6,
    Typologies = 7,
    Languages = 8,
    Accessibility = 9,
    Room = 10,
    Referrals = 11,
}

/// <summary>The values of a filter that at least one service has, in the order of their vocabulary, with what each would give.</summary>
public sealed record FacetCounts(FacetKind Kind, IReadOnlyList<(string Code, int Count)> Values)
{
    /// <summary>The one value of a filter that is asked for or not.</summary>
    public const string Yes = "true";
}
