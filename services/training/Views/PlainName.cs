using System.Globalization;
using System.Text;

namespace Reseau.Training.Views;

/// <summary>A text without case and accents: what it is found and ordered by.</summary>
internal static class PlainName
{
    public static string Of(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    /// <summary>A person's name, last name first.</summary>
    public static string Of(string lastName, string firstName) => Of($"{lastName} {firstName}");
}
