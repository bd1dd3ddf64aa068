using Reseau.Partners.Territory;

namespace Reseau.Partners.Search;

/// <summary>A <see cref="SearchQuery"/> with its codes resolved, once, before any segment is read.</summary>
internal sealed class PreparedQuery
{
    /// <summary>Spoken everywhere.</summary>
    public const string French = "fr";

    public PreparedQuery(SearchQuery query, TextQuery text, string? communeInText, France france)
    {
        var insee = query.CommuneInsee ?? communeInText;
        var commune = insee is null ? null : france.FindCommune(insee);
        Asked = query;
        Text = text;
        Themes = Positions(Vocabulary.Themes, query.Themes);
        Family = query.ThemeFamily is null ? [] : [.. Enumerable.Range(0, Vocabulary.Themes.Count).Where(i => Vocabulary.Themes[i].Family == query.ThemeFamily)];
        Publics = Positions(Vocabulary.Publics, query.Publics);
        Fees = Positions(Vocabulary.Fees, query.Fees);
        Types = Positions(Vocabulary.ServiceTypes, query.Types);
        Typologies = Positions(Vocabulary.Typologies, query.Typologies);
        Accessibility = Positions(Vocabulary.Accessibility, query.Accessibility);
        Languages = Positions(Vocabulary.Languages, [.. query.Languages.Where(language => language != French)]);
        FiltersLanguages = query.Languages.Count > 0 && !query.Languages.Contains(French, StringComparer.Ordinal);
        FiltersZones = insee is not null;
        Zones = [.. commune is null ? [] : ZoneKeys.Around(commune), (ZoneKeys.Everywhere, Weights.ZoneEverywhere)];
        Origin = query.Point ?? commune?.Point;
        OriginVector = Origin is { } origin ? UnitVector.Of(origin) : default;
        IsOriginApproximate = query.Point is null && commune is { IsPointApproximate: true };
        RadiusMeters = Origin is null ? null : query.RadiusMeters;
    }

    public SearchQuery Asked { get; }

    public TextQuery Text { get; }

    /// <summary>Positions in the vocabulary; -1 for an unknown code, which then matches nothing.</summary>
    public int[] Themes { get; }

    public int[] Family { get; }

    public int[] Publics { get; }

    public int[] Fees { get; }

    public int[] Types { get; }

    public int[] Typologies { get; }

    public int[] Accessibility { get; }

    /// <summary>Those besides French.</summary>
    public int[] Languages { get; }

    public bool FiltersLanguages { get; }

    public bool FiltersZones { get; }

    /// <summary>From the narrowest to the widest.</summary>
    public (string Key, double Weight)[] Zones { get; }

    public GeoPoint? Origin { get; }

    public UnitVector OriginVector { get; }

    public bool IsOriginApproximate { get; }

    public double? RadiusMeters { get; }

    private static int[] Positions<T>(TermSet<T> terms, IReadOnlyList<string> codes)
        where T : Term => codes.Count == 0 ? [] : [.. codes.Distinct(StringComparer.Ordinal).Select(terms.PositionOf)];
}
