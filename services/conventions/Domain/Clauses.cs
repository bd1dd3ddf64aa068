using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>
/// Values in their places. A value is text, whatever it looks like: it is written as its type says, in French, and every character that
/// means something in Markdown is escaped, so that nobody signs a heading, a link or a clause that was typed into a field.
/// </summary>
public static partial class Clauses
{
    /// <summary>What begins the place of a value.</summary>
    public const string Open = "{{";

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Keys that texts use, and what stands between braces without being a key.</summary>
    public static IEnumerable<string> Used(IEnumerable<Clause> clauses) => clauses
        .SelectMany(clause => Keys(clause.Text)).Distinct(StringComparer.Ordinal);

    /// <summary>Keys that texts use and that have no value, where one is needed.</summary>
    public static IEnumerable<string> Unresolved(ConventionContent content) => Used(content.Clauses).Where(key =>
        content.Variables.FirstOrDefault(known => known.Key == key) is not { } variable || (!variable.Optional && ValueOf(content, variable).Length == 0));

    /// <summary>The clauses with their values; an optional variable without value leaves nothing.</summary>
    public static IReadOnlyList<Clause> Resolve(ConventionContent content) => Put(content, Escape);

    /// <summary>The same as it is read rather than rendered: values stand as they are.</summary>
    public static IReadOnlyList<Clause> Read(ConventionContent content) => Put(content, value => value);

    private static Clause[] Put(ConventionContent content, Func<string, string> finish)
    {
        var values = content.Variables.ToDictionary(variable => variable.Key, variable => finish(Write(variable, ValueOf(content, variable), content)), StringComparer.Ordinal);
        // One pass: braces within a value are braces.
        return [.. content.Clauses.Select(clause => clause with { Text = Place().Replace(clause.Text, match => values.GetValueOrDefault(match.Groups["key"].Value, "")) })];
    }

    /// <summary>Whether a value is one of its variable.</summary>
    public static bool Fits(Variable variable, string value) => variable.Type switch
    {
        VariableType.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        VariableType.Money => MoneyShape().IsMatch(value),
        VariableType.Number => value.Length <= 15 && NumberShape().IsMatch(value),
        VariableType.Institution => ResourceName.TryParse(value, "institutions", out _),
        VariableType.YesNo => value is "true" or "false",
        VariableType.Choice => variable.Choices.Contains(value, StringComparer.Ordinal),
        _ => !value.Any(char.IsControl),
    };

    /// <summary>A text in which no character means anything to Markdown.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsControl(c)) escaped.Append(' ');
            else if (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c))) escaped.Append('\\').Append(c);
            else escaped.Append(c);
        }
        return escaped.ToString();
    }

    private static string Write(Variable variable, string value, ConventionContent content) => value.Length == 0 || !Fits(variable, value) ? "" : variable.Type switch
    {
        VariableType.Date => Day(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        VariableType.Money => $"{Spaced(decimal.Parse(value, CultureInfo.InvariantCulture).ToString("N2", French))}\u00a0€",
        VariableType.Number => Spaced(long.Parse(value, CultureInfo.InvariantCulture).ToString("N0", French)),
        VariableType.Institution => content.PartyOf(value[Codes.Institutions.Length..])?.DisplayName is { Length: > 0 } name ? name : value[Codes.Institutions.Length..],
        VariableType.YesNo => value == "true" ? "oui" : "non",
        _ => value,
    };

    private static string Day(DateOnly day) => $"{(day.Day == 1 ? "1er" : day.Day.ToString(French))} {day.ToString("MMMM yyyy", French)}";

    // Few typefaces have the narrow space.
    private static string Spaced(string number) => number.Replace('\u202f', '\u00a0');

    private static string ValueOf(ConventionContent content, Variable variable) => content.Values.FirstOrDefault(value => value.Key == variable.Key)?.Value ?? "";

    // "{{ Not a key }}" stands for nothing: it is reported as it is written.
    private static IEnumerable<string> Keys(string text)
    {
        foreach (Match match in Place().Matches(text)) yield return match.Groups["key"].Value;
        if (Place().Replace(text, "").Contains(Open, StringComparison.Ordinal)) yield return Open;
    }

    [GeneratedRegex(@"\{\{\s*(?<key>[a-z][a-z0-9_]*)\s*\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,11})(\.[0-9]{1,2})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MoneyShape();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberShape();
}
