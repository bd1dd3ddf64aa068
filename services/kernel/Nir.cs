using System.Globalization;
using System.Text.RegularExpressions;

namespace Reseau.Kernel;

/// <summary>
/// Finds a French social security number (NIR) in a free text. Any use of it outside the purposes of décret
/// 2019-341 is forbidden, and a referral is not one of them: such a text is refused.
/// </summary>
public static partial class Nir
{
    /// <summary>
    /// Whether the text holds 13 digits shaped as a NIR, or 15 in a row whose key is right. Spaces of any kind, dots and
    /// hyphens between its groups do not hide it.
    /// </summary>
    public static bool Appears(string text) => Candidate().Matches(text).Any(IsNir);

    private static bool IsNir(Match match)
    {
        var (key, gap) = (match.Groups["key"], match.Groups["gap"]);
        // After a gap, two digits may be a key or the next word: "… 12 rue de la Paix". The 13 before them are enough.
        if (!key.Success || gap.Length > 0) return true;
        // Corsica: 2A counts as 19 and 2B as 18 in the key (INSEE).
        var number = string.Concat(match.Groups["number"].Value.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()
            .Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal);
        return 97 - (long.Parse(number, CultureInfo.InvariantCulture) % 97) == int.Parse(key.Value, CultureInfo.InvariantCulture);
    }

    // Sex, year, month (01-12, 20-42 and 50-99 for unknown months), département, commune, order, then perhaps the key.
    [GeneratedRegex(
        @"(?<![0-9])(?<number>[1-478][\s.-]{0,2}[0-9]{2}[\s.-]{0,2}(?:0[1-9]|1[0-2]|[2-9][0-9])[\s.-]{0,2}(?:[0-9]{2}|2[ABab])[\s.-]{0,2}[0-9]{3}[\s.-]{0,2}[0-9]{3})(?:(?<gap>[\s.-]{0,2})(?<key>[0-9]{2}))?(?![0-9])",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Candidate();
}
