namespace Reseau.Partners.Territory;

/// <summary>A commune of the Code officiel géographique. <paramref name="Epci"/> is a SIREN; five islands and TOM communes have none.</summary>
public sealed record Commune(
    string Insee,
    string Name,
    IReadOnlyList<string> PostalCodes,
    string Departement,
    string Region,
    string? Epci,
    int Population,
    GeoPoint? Point,
    PointPrecision PointPrecision)
{
    /// <summary>A distance measured from this commune's point must be shown as approximate.</summary>
    public bool IsPointApproximate => PointPrecision is PointPrecision.Epci or PointPrecision.Arrondissement;
}
