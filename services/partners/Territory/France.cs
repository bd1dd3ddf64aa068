using System.Collections.Frozen;

namespace Reseau.Partners.Territory;

/// <summary>
/// Every commune, EPCI and département of France, immutable and in memory (about 10 MB). It answers "which commune is this?"
/// and "where is it?"; it holds no boundary, so it cannot say in which commune a point falls.
/// </summary>
public sealed class France
{
    private static readonly Lazy<France> Embedded = new(Load);

    private readonly FrozenDictionary<string, Commune> _communes;
    private readonly FrozenDictionary<string, Epci> _epcis;
    private readonly FrozenDictionary<string, Departement> _departements;
    private readonly Lazy<CommuneSuggestions> _suggestions;

    private France(Commune[] communes, Epci[] epcis, Departement[] departements)
    {
        (Communes, Epcis, Departements) = (communes, epcis, departements);
        _communes = communes.ToFrozenDictionary(commune => commune.Insee, StringComparer.Ordinal);
        _epcis = epcis.ToFrozenDictionary(epci => epci.Siren, StringComparer.Ordinal);
        _departements = departements.ToFrozenDictionary(departement => departement.Code, StringComparer.Ordinal);
        _suggestions = new(() => new CommuneSuggestions(communes));
    }

    /// <summary>The embedded data, read once per process, at first use.</summary>
    public static France Shared => Embedded.Value;

    /// <summary>In INSEE order.</summary>
    public IReadOnlyList<Commune> Communes { get; }

    public IReadOnlyList<Epci> Epcis { get; }

    public IReadOnlyList<Departement> Departements { get; }

    public static France Load() => new(TerritoryFiles.ReadCommunes(), TerritoryFiles.ReadEpcis(), TerritoryFiles.ReadDepartements());

    /// <summary>The same territory with better points: a CSV of commune centres (columns <c>insee</c>, <c>latitude</c>, <c>longitude</c>). Unknown codes are ignored.</summary>
    public France WithCentres(Stream csv)
    {
        var centres = TerritoryFiles.ReadCentres(csv);
        var communes = Communes.Select(commune => centres.TryGetValue(commune.Insee, out var point)
            ? commune with { Point = point, PointPrecision = PointPrecision.Commune }
            : commune);
        return new([.. communes], [.. Epcis], [.. Departements]);
    }

    /// <summary>Finds a commune by INSEE code. Codes of the districts of Paris, Lyon and Marseille give the city, as other directories use them.</summary>
    public Commune? FindCommune(string insee) => _communes.GetValueOrDefault(MunicipalDistrict.CityOf(insee));

    public Epci? FindEpci(string siren) => _epcis.GetValueOrDefault(siren);

    public Departement? FindDepartement(string code) => _departements.GetValueOrDefault(code);

    /// <summary>
    /// Communes for what a person has typed so far: the beginning of a name or of one of its words, a postal code, or both.
    /// Accents, case, hyphens and "Saint" or "St" do not matter. Best match first, then the most populated, then INSEE order.
    /// </summary>
    public IReadOnlyList<Commune> SuggestCommunes(string text, int limit) => _suggestions.Value.Suggest(text, limit);
}
