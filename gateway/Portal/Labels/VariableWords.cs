using System.Globalization;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Forms;
using Type = Reseau.Conventions.V1.Variable.Types.Type;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>What the variables of a convention are worth, as people read it.</summary>
public static class VariableWords
{
    /// <summary>By key of the variable; those without value are missing.</summary>
    public static IReadOnlyDictionary<string, string> Of(Content content, IReadOnlyDictionary<string, string> names)
    {
        var types = content.Variables.ToDictionary(variable => variable.Key, variable => variable.Type, StringComparer.Ordinal);
        return content.Values.Where(value => value.Value_.Length > 0)
            .DistinctBy(value => value.Key, StringComparer.Ordinal)
            .ToDictionary(value => value.Key, value => Of(types.GetValueOrDefault(value.Key), value.Value_, names), StringComparer.Ordinal);
    }

    /// <summary>The institutions that values name.</summary>
    public static IEnumerable<string> Institutions(Content content) => content.Values
        .Where(value => value.Value_.StartsWith("institutions/", StringComparison.Ordinal)).Select(value => value.Value_);

    private static string Of(Type type, string value, IReadOnlyDictionary<string, string> names) => type switch
    {
        Type.Date when FrenchInput.Day(value) is { } day => French.Day(day),
        Type.Money when decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros) => French.Money((long)(euros * 100)),
        Type.Number when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => French.Number(number),
        Type.YesNo => value == "true" ? "oui" : "non",
        Type.Institution => names.GetValueOrDefault(value, value),
        _ => value,
    };
}
