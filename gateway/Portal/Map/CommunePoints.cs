using System.Collections.Frozen;
using System.Globalization;

namespace Reseau.Gateway.Portal.Map;

/// <summary>
/// Where communes are, for the map: only those whose point is their own. The file gives the others the centre of their
/// intercommunality, good enough for a distance, but a lie once drawn.
/// </summary>
public sealed class CommunePoints
{
    private const string Precise = "commune";

    private readonly Lazy<List<CommunePoint>> _all = new(Read);
    private readonly Lazy<FrozenDictionary<string, CommunePoint>> _byInsee;

    public CommunePoints() =>
        _byInsee = new(() => _all.Value.ToFrozenDictionary(commune => commune.Insee, StringComparer.Ordinal));

    /// <summary>From the most populated to the least.</summary>
    public IReadOnlyList<CommunePoint> All => _all.Value;

    public CommunePoint? Find(string insee) => _byInsee.Value.GetValueOrDefault(insee);

    private static List<CommunePoint> Read()
    {
        using var file = new StreamReader(typeof(CommunePoints).Assembly.GetManifestResourceStream("communes.csv")!);
        var columns = file.ReadLine()!.Split(',');
        var (insee, name, population) = (Column("insee"), Column("name"), Column("population"));
        var (latitude, longitude, precision) = (Column("latitude"), Column("longitude"), Column("point_precision"));
        var points = new List<CommunePoint>();
        while (file.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            if (fields[precision] != Precise) continue;
            points.Add(new(
                fields[insee],
                fields[name],
                int.Parse(fields[population], CultureInfo.InvariantCulture),
                new(double.Parse(fields[latitude], CultureInfo.InvariantCulture), double.Parse(fields[longitude], CultureInfo.InvariantCulture))));
        }

        return [.. points.OrderByDescending(commune => commune.Population)];

        int Column(string title) => Array.IndexOf(columns, title);
    }
}
