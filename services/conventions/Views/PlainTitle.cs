using System.Globalization;
using System.Text;

namespace Reseau.Conventions.Views;

/// <summary>A title without case and accents: what it is found and ordered by.</summary>
internal static class PlainTitle
{
    public static string Of(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
