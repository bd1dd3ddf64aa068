using System.Globalization;

namespace Reseau.Gateway.Portal.Map;

/// <summary>A mark on the map: one hit of the list, or several that would cover each other.</summary>
/// <param name="X">Centre, in units of the picture.</param>
/// <param name="Y">Centre, downwards.</param>
/// <param name="Numbers">Ranks in the list, the best first.</param>
public sealed record MapMarker(double X, double Y, IReadOnlyList<int> Numbers)
{
    public bool IsGroup => Numbers.Count > 1;

    /// <summary>A bare count would read as a rank: a group names its best hit and says how many more there are.</summary>
    public string Text => IsGroup
        ? string.Create(CultureInfo.InvariantCulture, $"{Numbers[0]} +{Numbers.Count - 1}")
        : Numbers[0].ToString(CultureInfo.InvariantCulture);

    /// <summary>Half its width: a pill around its text.</summary>
    public double Half => MarkerGroups.Half + (IsGroup ? 4 * (Text.Length - 2) : 0);
}
