using System.Globalization;
using System.Text;

namespace Reseau.Documents;

/// <summary>
/// What of a text reaches the paper. Nothing that reorders, hides or overprints letters does: two people must read the same words, and so
/// must a program that reads the file. A letter the font lacks is never dropped in silence: it is written bare of its accent, or by its number.
/// </summary>
public static class PlainText
{
    /// <param name="text">Any text.</param>
    /// <param name="isDrawable">Whether the font has a letter.</param>
    public static string Of(string text, Func<int, bool> isDrawable)
    {
        var plain = new StringBuilder(text.Length);
        // Half of a pair that has lost the other becomes U+FFFD here, which Normalize would refuse.
        foreach (var letter in string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormC).EnumerateRunes()) Append(letter, plain, isDrawable);
        return plain.ToString();
    }

    private static void Append(Rune letter, StringBuilder plain, Func<int, bool> isDrawable)
    {
        if (letter.Value is '\n') plain.Append('\n');
        else if (letter.Value is 0x00A0 or 0x202F or 0x2007) plain.Append('\u00A0');
        else if (Rune.IsWhiteSpace(letter)) plain.Append(' ');
        else if (IsInvisible(letter)) return;
        else if (isDrawable(letter.Value)) plain.Append(letter.ToString());
        else AppendOtherwise(letter, plain, isDrawable);
    }

    // Controls, marks of direction, joiners, variation selectors, tags: all that changes how letters look or stand without being one.
    private static bool IsInvisible(Rune letter) =>
        Rune.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format || letter.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static void AppendOtherwise(Rune letter, StringBuilder plain, Func<int, bool> isDrawable)
    {
        var bare = string.Concat(letter.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes()
            .Where(part => Rune.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)));
        if (bare.Length > 0 && bare.EnumerateRunes().All(part => isDrawable(part.Value))) plain.Append(bare);
        else plain.Append(CultureInfo.InvariantCulture, $"[U+{letter.Value:X4}]");
    }
}
