using System.Text.RegularExpressions;
using Reseau.Kernel;

namespace Reseau.Partners.Formats;

/// <summary>Telephone numbers as people write them: "0033 2…", "33 2…", "+33 (0)2…", two numbers in a cell, a word beside the number.</summary>
internal static partial class PhoneText
{
    /// <summary>Whether the rules of content take it as it is.</summary>
    public static bool IsUsual(string typed) => PhoneNumber.Tidy(typed) == typed && (PhoneNumber.IsNumber(typed) || PhoneNumber.IsShort(typed));

    /// <summary>The number in its usual form; null when there is none.</summary>
    public static string? Rewrite(string typed)
    {
        var text = typed.Replace("(0)", "", StringComparison.Ordinal);
        if (International().Match(text) is { Success: true } abroad) return Digits($"+33{abroad.Groups["number"].Value}");
        return National().Match(text) is { Success: true } national ? Digits(national.Value) : null;
    }

    private static string Digits(string text) => string.Concat(text.Where(c => char.IsAsciiDigit(c) || c == '+'));

    [GeneratedRegex(@"(?<!\d)(\+|00)?\s?33[\s.\-/]*0?(?<number>[1-9]([\s.\-/]*\d){8})(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex International();

    [GeneratedRegex(@"(?<!\d)0[1-9]([\s.\-/]*\d){8}(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex National();
}
