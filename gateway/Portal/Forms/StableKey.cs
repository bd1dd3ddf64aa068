using System.Globalization;
using System.Text;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Keys that the contracts ask for and nobody should have to invent: from a title, lower-case letters, digits and hyphens.</summary>
public static class StableKey
{
    private const int Longest = 40;

    /// <summary>A key that is not taken yet, and is from now on.</summary>
    /// <param name="known">The key a row came with; kept when it is there.</param>
    /// <param name="title">What to make one from.</param>
    /// <param name="otherwise">What to make one from when the title has no letters.</param>
    /// <param name="taken">Keys in use.</param>
    public static string Of(string known, string title, string otherwise, HashSet<string> taken)
    {
        if (known.Length > 0 && taken.Add(known)) return known;
        var stem = Slug(title) is { Length: > 0 } slug ? slug : otherwise;
        var key = stem;
        for (var next = 2; !taken.Add(key); next++) key = string.Create(CultureInfo.InvariantCulture, $"{stem}-{next}");
        return key;
    }

    /// <summary>A title in lower-case letters, digits and hyphens.</summary>
    public static string Slug(string title)
    {
        var letters = new StringBuilder(title.Length);
        foreach (var character in title.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark) continue;
            letters.Append(char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : ' ');
        }

        var slug = string.Join('-', letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length <= Longest ? slug : slug[..Longest].TrimEnd('-');
    }
}
