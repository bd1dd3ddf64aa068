using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>A filter of several values: where it is in the contract, in addresses and on the screen.</summary>
/// <param name="Field">Field of the contract, which facets name.</param>
/// <param name="Parameter">Its word in addresses.</param>
/// <param name="Title">Its title on the screen.</param>
/// <param name="ValuesOf">What is asked for.</param>
/// <param name="With">The same search with other values.</param>
/// <param name="LabelOf">A value in French as far as the portal knows; facets carry the labels of the others.</param>
public sealed record SearchFilter(
    string Field,
    string Parameter,
    string Title,
    Func<SearchForm, IReadOnlyList<string>> ValuesOf,
    Func<SearchForm, IReadOnlyList<string>, SearchForm> With,
    Func<string, string> LabelOf)
{
    /// <summary>All of them, in the order of the screen.</summary>
    public static readonly IReadOnlyList<SearchFilter> All =
    [
        new("themes", "theme", "Thèmes", search => search.Themes, (search, values) => search with { Themes = values }, Label.Theme),
        new("publics", "public", "Publics", search => search.Publics, (search, values) => search with { Publics = values }, Label.Public),
        new("fees", "frais", "Frais", search => search.Fees, (search, values) => search with { Fees = values }, code => Label.OfService("fees", code)),
        new("types", "type", "Type de service", search => search.Types, (search, values) => search with { Types = values }, code => Label.OfService("type", code)),
        new("languages", "langue", "Langues", search => search.Languages, (search, values) => search with { Languages = values }, Label.Language),
        new("accessibility", "accueil-adapte", "Accueil adapté", search => search.Accessibility, (search, values) => search with { Accessibility = values },
            code => Label.OfService("accessibility", code)),
        new("typologies", "institution", "Type d’institution", search => search.Typologies, (search, values) => search with { Typologies = values }, code => code),
    ];

    public bool Has(SearchForm search, string value) => ValuesOf(search).Contains(value, StringComparer.Ordinal);

    /// <summary>The search with this value when it was without, without it when it was with; from its first page.</summary>
    public SearchForm Toggle(SearchForm search, string value) =>
        With(search, Has(search, value) ? [.. ValuesOf(search).Where(each => each != value)] : [.. ValuesOf(search), value]) with { Page = "" };
}
