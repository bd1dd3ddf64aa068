using System.Globalization;
using System.Text.RegularExpressions;

namespace Reseau.Kernel;

/// <summary>What keys, lists, numbers and values of a request must look like, whichever service is asked. Everything is checked, then answered at once.</summary>
public static partial class FieldRules
{
    private const int KeyLength = 60;

    /// <summary>A name that its creator chooses: lower-case letters, digits and hyphens.</summary>
    public static string ChosenName(string name, string collection, string field, Violations violations)
    {
        var parsed = ResourceName.Parse(name, collection, field, violations);
        if (parsed.Id is { } id) Key(id, field, violations);
        return parsed.ToString();
    }

    /// <summary>A stable key: lower-case letters, digits and hyphens.</summary>
    public static string Key(string key, string field, Violations violations)
    {
        if (key.Length > KeyLength || !KeyShape().IsMatch(key))
            violations.Add(field, "NOT_A_KEY", $"{field} is made of lower-case letters, digits and hyphens.", "Utilisez des minuscules sans accent, des chiffres et des tirets.");
        return key;
    }

    /// <summary>A list that is longer than it may be.</summary>
    public static void TooMany(int count, int most, string field, Violations violations)
    {
        if (count > most) violations.Add(field, "TOO_MANY", $"{field} has more than {most} items.", $"Cette liste est limitée à {most} lignes.");
    }

    /// <summary>Items that name one thing twice.</summary>
    public static void Unique(IEnumerable<string> keys, string field, Violations violations)
    {
        if (keys.GroupBy(key => key, StringComparer.Ordinal).Any(group => group.Count() > 1))
            violations.Add(field, "NOT_UNIQUE", $"Two items of {field} are the same.", "Deux lignes disent la même chose : retirez-en une.");
    }

    /// <summary>A number that is not between two others.</summary>
    public static void Between(long number, long least, long most, string field, Violations violations)
    {
        if (number < least || number > most)
            violations.Add(field, "OUT_OF_RANGE", $"{field} must be from {least} to {most}.", string.Create(CultureInfo.InvariantCulture, $"Indiquez un nombre de {least} à {most}."));
    }

    /// <summary>A value of an enum that must be said.</summary>
    public static TDomain Value<TContract, TDomain>(TContract value, string field, Violations violations)
        where TContract : struct, Enum
        where TDomain : struct, Enum
    {
        var number = Convert.ToInt32(value, CultureInfo.InvariantCulture);
        if (number == 0 || !Enum.IsDefined(value)) violations.Add(field, "REQUIRED", $"{field} must be a value of its list.", "Choisissez une valeur de la liste.");
        return (TDomain)(object)number;
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyShape();
}
