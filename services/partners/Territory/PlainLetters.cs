using System.Globalization;
using System.Text;

namespace Reseau.Partners.Territory;

/// <summary>A text without accents, ligatures, case and punctuation: what two people who write the same thing differently have in common.</summary>
internal static class PlainLetters
{
    /// <summary>Lower-case unaccented letters and digits; anything else becomes a space.</summary>
    public static string Of(string text)
    {
        var letters = new StringBuilder(text.Length + 2);
        foreach (var c in text.IsNormalized(NormalizationForm.FormD) ? text : text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            _ = c switch
            {
                'œ' or 'Œ' => letters.Append("oe"),
                'æ' or 'Æ' => letters.Append("ae"),
                _ => letters.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '),
            };
        }

        return letters.ToString();
    }
}
