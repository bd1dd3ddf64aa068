using System.Globalization;

namespace Reseau.Documents;

/// <summary>
/// Days, sums and shares in French. The words are here rather than in the machine's culture data, which changes between versions of ICU:
/// the same convention must be the same bytes everywhere and for years.
/// </summary>
public static class FrenchWords
{
    private const char Thin = '\u00A0';

    private static readonly string[] Months =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly NumberFormatInfo Numbers = new()
    {
        NumberDecimalSeparator = ",", NumberGroupSeparator = $"{Thin}", NumberGroupSizes = [3], NegativeSign = "-", NumberNegativePattern = 1,
    };

    public static string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{(day.Day == 1 ? "1er" : $"{day.Day}")}{Thin}{Months[day.Month - 1]}{Thin}{day.Year}");

    public static string Euros(long cents) => Count(cents / 100m, cents % 100 == 0 ? "N0" : "N2") + Thin + "€";

    public static string Share(int basisPoints) => Count(basisPoints / 100m, "N2").TrimEnd('0').TrimEnd(',') + Thin + "%";

    public static string Whole(long number) => Count(number, "N0");

    private static string Count(decimal number, string format) => number.ToString(format, Numbers);
}
