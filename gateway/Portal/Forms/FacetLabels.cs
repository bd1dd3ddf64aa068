using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Values of filters in French: from the facets of an answer, which know vocabularies the portal does not hold.</summary>
public sealed class FacetLabels(IEnumerable<Facet> facets)
{
    private readonly ILookup<string, FacetValue> _values = facets.SelectMany(facet => facet.Values.Select(value => (facet.Field, value)))
        .ToLookup(pair => pair.Field, pair => pair.value, StringComparer.Ordinal);

    public IEnumerable<FacetValue> Of(string field) => _values[field];

    public string Label(SearchFilter filter, string value) =>
        _values[filter.Field].FirstOrDefault(known => known.Value == value) is { Label.Length: > 0 } known ? known.Label : filter.LabelOf(value);

    /// <summary>What a list to choose from offers: what services have, and what is chosen already.</summary>
    public IReadOnlyList<(string Value, string Text)> Options(SearchFilter filter, SearchForm search) =>
    [
        .. _values[filter.Field].Select(value => value.Value).Union(filter.ValuesOf(search), StringComparer.Ordinal)
            .Select(value => (Value: value, Text: Label(filter, value)))
            .OrderBy(option => option.Text, Labels.French.Order),
    ];
}
