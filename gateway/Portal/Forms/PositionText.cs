using System.Globalization;
using System.Text.RegularExpressions;
using Google.Type;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>A position as maps give it to be copied, latitude first: <c>48.1113, -1.6800</c>. Decimals may have a comma.</summary>
public static partial class PositionText
{
    /// <summary>As the form shows it, with every digit that is known.</summary>
    public static string Of(LatLng? position) => position is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{position.Latitude}, {position.Longitude}");

    /// <summary>Null when it cannot be understood.</summary>
    public static LatLng? Read(string text) => TwoNumbers().Match(text) is { Success: true } match
        ? new() { Latitude = Number(match.Groups["latitude"]), Longitude = Number(match.Groups["longitude"]) }
        : null;

    private static double Number(Group group) => double.Parse(group.Value.Replace(',', '.'), CultureInfo.InvariantCulture);

    // Both need decimals: "48,11" would read as two numbers otherwise.
    [GeneratedRegex(@"^(?<latitude>-?\d{1,3}[.,]\d{1,15})\s*[,;\s]\s*(?<longitude>-?\d{1,3}[.,]\d{1,15})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TwoNumbers();
}
