using System.Text.RegularExpressions;
using Reseau.Kernel.Calendar;

namespace Reseau.Partners.Formats;

/// <summary>Opening hours as people write them in a table: "du lundi au vendredi de 9h à 12h et de 14h à 17h".</summary>
internal static partial class HoursText
{
    private static readonly (string French, string Osm)[] Days =
        [("lun", "Mo"), ("mar", "Tu"), ("mer", "We"), ("jeu", "Th"), ("ven", "Fr"), ("sam", "Sa"), ("dim", "Su")];

    /// <summary>The same in the notation of OpenStreetMap; empty when it is not understood.</summary>
    public static string Propose(string typed)
    {
        if (typed.Length > 500) return "";
        var text = Word().Replace(typed, word => Days.FirstOrDefault(day => word.Value.StartsWith(day.French, StringComparison.OrdinalIgnoreCase)).Osm ?? word.Value);
        text = Between().Replace(text, "-");
        text = And().Replace(text, ",");
        text = Noise().Replace(text, " ");
        text = Hour().Replace(text, hour => $"{hour.Groups["h"].Value.PadLeft(2, '0')}:{(hour.Groups["m"].Length == 0 ? "00" : hour.Groups["m"].Value)}");
        text = Gap().Replace(text, match => match.Value.Trim());
        return OpeningHours.TryParse(text.Trim(), out var hours, out _) ? hours.ToString() : "";
    }

    [GeneratedRegex(@"\b(lun|mar|mer|jeu|ven|sam|dim)(di|credi|dredi|edi|anche)?\.?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s*(à|au|-|–)\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"\s*(\bet\b|/|&)\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex And();

    [GeneratedRegex(@"\b(du|de|le|les|ouvert)\b|(?<!\d\s*):(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Noise();

    [GeneratedRegex(@"\b(?<h>\d{1,2})\s?[hH:]\s?(?<m>\d{2})?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hour();

    [GeneratedRegex(@"\s*[,;-]\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gap();
}
