using System.Globalization;
using CsvHelper;

namespace Reseau.Partners.Territory;

/// <summary>
/// Reads the CSV files of <c>Territory/Data</c>. Strings are pooled by column: 35 000 communes share a hundred départements and 1 250 EPCI.
/// </summary>
internal static class TerritoryFiles
{
    private static readonly CsvReaderOptions Options = new() { Separator = ',', PoolStrings = true, FormatProvider = CultureInfo.InvariantCulture };

    public static Commune[] ReadCommunes() => Read(Open("communes.csv"), row =>
    {
        var epci = row["epci"].ToString();
        return new Commune(
            Insee: row["insee"].ToString(),
            Name: row["name"].ToString(),
            PostalCodes: row["postal_codes"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Departement: row["departement"].ToString(),
            Region: row["region"].ToString(),
            Epci: epci.Length == 0 ? null : epci,
            Population: row["population"].Parse<int>(),
            Point: row["latitude"].IsEmpty ? null : new GeoPoint(row["latitude"].Parse<double>(), row["longitude"].Parse<double>()),
            PointPrecision: row["point_precision"].ToString() switch
            {
                "commune" => PointPrecision.Commune,
                "epci" => PointPrecision.Epci,
                "arrondissement" => PointPrecision.Arrondissement,
                _ => PointPrecision.None,
            });
    });

    public static Epci[] ReadEpcis() => Read(Open("epci.csv"), row =>
        new Epci(row["siren"].ToString(), row["name"].ToString(), row["type"].ToString(), row["population"].Parse<int>()));

    public static Departement[] ReadDepartements() => Read(Open("departements.csv"), row =>
        new Departement(row["code"].ToString(), row["name"].ToString(), row["region"].ToString(), row["region_name"].ToString()));

    public static Dictionary<string, GeoPoint> ReadCentres(Stream csv) =>
        Read(csv, row => (Insee: row["insee"].ToString(), Point: new GeoPoint(row["latitude"].Parse<double>(), row["longitude"].Parse<double>())))
            .ToDictionary(centre => centre.Insee, centre => centre.Point, StringComparer.Ordinal);

    private static Stream Open(string file) =>
        typeof(TerritoryFiles).Assembly.GetManifestResourceStream(typeof(TerritoryFiles), $"Data.{file}")
            ?? throw new InvalidOperationException($"The resource Territory/Data/{file} is not embedded.");

    private static T[] Read<T>(Stream csv, Func<CsvReader, T> map)
    {
        using var reader = CsvReader.Create(csv, Options);
        var rows = new List<T>();
        while (reader.Read()) rows.Add(map(reader));
        return [.. rows];
    }
}
