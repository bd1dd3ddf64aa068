using System.Globalization;
using System.Text.RegularExpressions;

namespace Reseau.Kernel;

/// <summary>
/// Finds a French social security number (NIR) in a free text. Any use of it outside the purposes of décret
/// 2019-341 is forbidden, and a referral is not one of them: such a text is refused.
/// </summary>
public static partial class Nir
{
    /// <summary>Whether the text holds 13 digits shaped as a NIR, or 15 whose key is right; spaces, dots and hyphens between digits do not hide it.</summary>
    public static bool Appears(string text) => Candidate().Matches(text).Any(IsNir);

    private static bool IsNir(Match match)
    {
        var digits = string.Concat(match.Value.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (digits.Length == 13) return true;
        // Corsica: 2A counts as 19 and 2B as 18 in the key (INSEE).
        var number = digits[..13].Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal);
        return 97 - (long.Parse(number, CultureInfo.InvariantCulture) % 97) == int.Parse(digits[13..], CultureInfo.InvariantCulture);
    }

    // Sex, year, month (01-12, 20-42 and 50-99 for unknown months), département, commune, order, then perhaps the key.
    [GeneratedRegex(@"(?<![0-9])[1-478][ .-]?[0-9]{2}[ .-]?(?:0[1-9]|1[0-2]|[2-9][0-9])[ .-]?(?:[0-9]{2}|2[ABab])[ .-]?[0-9]{3}[ .-]?[0-9]{3}(?:[ .-]?[0-9]{2})?(?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Candidate();
}
