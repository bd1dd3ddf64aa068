using Reseau.Partners.Domain;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>A <see cref="SearchQuery"/> with its codes resolved, once, before any segment is read.</summary>
internal sealed class PreparedQuery
{
    public PreparedQuery(SearchQuery query, France france)
    {
        var commune = query.CommuneInsee is { } insee ? france.FindCommune(insee) : null;
        Text = new(query.Text);
        Themes = [.. query.Themes.Distinct(StringComparer.Ordinal).Select(Vocabulary.Themes.PositionOf)];
        FamilyCode = query.ThemeFamily;
        Family = FamilyCode is null ? [] : [.. Enumerable.Range(0, Vocabulary.Themes.Count).Where(i => Vocabulary.Themes[i].Family == FamilyCode)];
        AsksForPublics = query.Publics.Count > 0;
        PublicSet = query.Publics.Aggregate(0, (set, code) => Vocabulary.Publics.PositionOf(code) is var i and >= 0 ? set | (1 << i) : set);
        FiltersZones = query.CommuneInsee is not null;
        Zones = [.. commune is null ? [] : ZoneKeys.Around(commune), (ZoneKeys.Everywhere, Weights.ZoneEverywhere)];
        Origin = query.Point ?? commune?.Point;
        IsOriginApproximate = query.Point is null && commune is { IsPointApproximate: true };
        RadiusMeters = Origin is null ? null : query.RadiusMeters;
        Remote = query.Remote;
        AcceptsReferralsOnly = query.AcceptsReferralsOnly;
    }

    public TextQuery Text { get; }

    /// <summary>Positions in the vocabulary; -1 for an unknown code, which then matches nothing.</summary>
    public int[] Themes { get; }

    public string? FamilyCode { get; }

    public int[] Family { get; }

    public bool AsksForPublics { get; }

    /// <summary>One bit per public of the vocabulary.</summary>
    public int PublicSet { get; }

    public bool FiltersZones { get; }

    public (string Key, double Weight)[] Zones { get; }

    public GeoPoint? Origin { get; }

    public bool IsOriginApproximate { get; }

    public double? RadiusMeters { get; }

    public bool? Remote { get; }

    public bool AcceptsReferralsOnly { get; }
}
