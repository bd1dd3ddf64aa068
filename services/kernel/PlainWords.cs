using System.Globalization;
using System.Text;

namespace Reseau.Kernel;

/// <summary>A text without case and accents: what it is found and ordered by.</summary>
public static class PlainWords
{
    /// <summary>The text as it is found and ordered.</summary>
    public static string Of(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
