using System.Text.RegularExpressions;

namespace Reseau.Kernel;

/// <summary>Telephone numbers as people in France write them.</summary>
public static partial class PhoneNumber
{
    private const string France = "+33";

    /// <summary>A number of ten digits, one of France after +33, or another country's after its own +.</summary>
    public static bool IsNumber(string typed) => Number().IsMatch(Compact(typed));

    /// <summary>A number of three or four digits, such as 115 or 3949, which only France reaches.</summary>
    public static bool IsShort(string typed) => Short().IsMatch(Compact(typed));

    /// <summary>
    /// The number without the zero that is not dialled after the code of a country: "+33 (0)2 99 12 34 56" is "+33 2 99 12 34 56".
    /// Any other text stays as it is.
    /// </summary>
    public static string Tidy(string typed) => TrunkZero().Replace(typed, "${country} ");

    /// <summary>What is dialled: digits, after a + for another country. Two ways to write one number are equal then, "+33" and "0" apart.</summary>
    public static string Compact(string typed) => Separators().Replace(Tidy(typed), "");

    /// <summary>What is dialled within France, where a number after +33 begins with a zero: all ways to write one number are equal then.</summary>
    public static string AtHome(string typed)
    {
        var number = Compact(typed);
        return number.StartsWith(France, StringComparison.Ordinal) ? $"0{number[France.Length..]}" : number;
    }

    // Some countries dial a zero after their code: only France's is taken away without brackets.
    [GeneratedRegex(@"^\s*(?<country>\+33)[\s.\-]*(\(0\)|0)[\s.\-]*|^\s*(?<country>\+[1-9][0-9]{0,2})[\s.\-]*\(0\)[\s.\-]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TrunkZero();

    [GeneratedRegex(@"[\s.\-()]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(0[1-9][0-9]{8}|\+33[1-9][0-9]{8}|\+(?!33)[1-9][0-9]{6,14})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[1-9][0-9]{2,3}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Short();
}
