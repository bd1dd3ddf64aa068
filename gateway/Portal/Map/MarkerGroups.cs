namespace Reseau.Gateway.Portal.Map;

/// <summary>Gathers the marks that would cover each other. A group stands where its best hit is.</summary>
public static class MarkerGroups
{
    /// <summary>Half the height of a mark.</summary>
    public const double Half = 13;

    private const double Apart = (2 * Half) + 2;

    public static IReadOnlyList<MapMarker> Of(IEnumerable<(int Number, double X, double Y)> places)
    {
        var groups = new List<(double X, double Y, List<int> Numbers)>();
        foreach (var (number, x, y) in places.OrderBy(place => place.Number))
        {
            var near = groups.FindIndex(group => Math.Abs(group.X - x) < Apart && Math.Abs(group.Y - y) < Apart);
            if (near < 0) groups.Add((x, y, [number]));
            else groups[near].Numbers.Add(number);
        }

        return [.. groups.Select(group => new MapMarker(group.X, group.Y, group.Numbers))];
    }
}
