using System.Text.RegularExpressions;
using Reseau.Conventions.Domain;
using Reseau.Kernel;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>What clauses, variables and keys must look like, in templates and in conventions. Everything is checked, then answered at once.</summary>
internal static partial class TextRules
{
    /// <summary>Longest title, label and name.</summary>
    public const int LineLength = 150;

    /// <summary>
    /// Longest text, all clauses together: about sixty pages. A convention that people are to read before they sign is shorter; its annexes are
    /// documents of their own.
    /// </summary>
    public const int TextLength = 200_000;

    private const int ClauseLength = 20_000;
    private const int KeyLength = 60;
    private const int MostClauses = 100;
    private const int MostVariables = 100;
    private const int MostChoices = 30;

    /// <summary>The clauses.</summary>
    public static ValueList<Clause> Clauses(IReadOnlyList<Contract.Clause> clauses, string field, bool required, Violations violations)
    {
        if (required && clauses.Count == 0) violations.Add(field, "REQUIRED", $"{field} is required.", "Écrivez au moins un article.");
        TooMany(clauses.Count, MostClauses, field, violations);
        if (clauses.Sum(clause => clause.Text.Length) > TextLength)
            violations.Add(field, "TOO_LONG", $"{field} has more than {TextLength} characters.", "Ce texte dépasse 200 000 caractères (une soixantaine de pages) : mettez une partie en annexe, hors de Réseau.");
        Unique(clauses.Select(clause => clause.Key), field, violations);
        return [.. clauses.Select((clause, i) => Clause(clause, $"{field}[{i}]", violations))];
    }

    /// <summary>The variables.</summary>
    public static ValueList<Variable> Variables(IReadOnlyList<Contract.Variable> variables, string field, Violations violations)
    {
        TooMany(variables.Count, MostVariables, field, violations);
        Unique(variables.Select(variable => variable.Key), field, violations);
        return [.. variables.Select((variable, i) => Variable(variable, $"{field}[{i}]", violations))];
    }

    /// <summary>A stable key: lower-case letters, digits and hyphens.</summary>
    public static string Key(string key, string field, Violations violations)
    {
        if (key.Length > KeyLength || !KeyShape().IsMatch(key))
            violations.Add(field, "NOT_A_KEY", $"{field} is made of lower-case letters, digits and hyphens.", "Utilisez des minuscules sans accent, des chiffres et des tirets.");
        return key;
    }

    /// <summary>A name that its creator chooses, such as <c>templates/engagement</c>.</summary>
    public static string Name(string name, string collection, string field, Violations violations)
    {
        var parsed = ResourceName.Parse(name, collection, field, violations);
        if (parsed.Id is { } id) Key(id, field, violations);
        return parsed.ToString();
    }

    /// <summary>A list that is longer than it may be.</summary>
    public static void TooMany(int count, int most, string field, Violations violations)
    {
        if (count > most) violations.Add(field, "TOO_MANY", $"{field} has more than {most} items.", $"Cette liste est limitée à {most} lignes.");
    }

    /// <summary>Keys that name two things.</summary>
    public static void Unique(IEnumerable<string> keys, string field, Violations violations)
    {
        if (keys.GroupBy(key => key, StringComparer.Ordinal).Any(group => group.Count() > 1))
            violations.Add(field, "NOT_UNIQUE", $"Two items of {field} have the same key.", "Deux lignes portent le même identifiant : changez l'un d'eux.");
    }

    /// <summary>A value of an enum that must be said.</summary>
    public static TDomain Value<TContract, TDomain>(TContract value, string field, Violations violations)
        where TContract : struct, Enum
        where TDomain : struct, Enum
    {
        var number = Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
        if (number == 0 || !Enum.IsDefined(value)) violations.Add(field, "REQUIRED", $"{field} must be a value of its list.", "Choisissez une valeur de la liste.");
        return (TDomain)(object)number;
    }

    private static Clause Clause(Contract.Clause clause, string field, Violations violations)
    {
        var title = violations.Required($"{field}.title", clause.Title, LineLength);
        if (title.Contains(Domain.Clauses.Open, StringComparison.Ordinal))
            violations.Add($"{field}.title", "VARIABLE_IN_TITLE", "A heading has no variables.", "Un titre d'article ne contient pas de variable : écrivez-la dans le texte.");
        return new(Key(clause.Key, $"{field}.key", violations), title, violations.Required($"{field}.text", clause.Text.ReplaceLineEndings("\n"), ClauseLength));
    }

    private static Variable Variable(Contract.Variable variable, string field, Violations violations)
    {
        if (variable.Key.Length > KeyLength || !VariableShape().IsMatch(variable.Key))
            violations.Add($"{field}.key", "NOT_A_KEY", "A variable is made of lower-case letters, digits and underscores.", "Utilisez des minuscules sans accent, des chiffres et des soulignés.");
        var type = Value<Contract.Variable.Types.Type, VariableType>(variable.Type, $"{field}.type", violations);
        if (type == VariableType.Choice && variable.Choices.Count is < 2 or > MostChoices)
            violations.Add($"{field}.choices", "OUT_OF_RANGE", $"A choice has 2 to {MostChoices} values.", "Donnez de 2 à 30 réponses possibles.");
        return new(variable.Key, violations.Required($"{field}.label", variable.Label, LineLength), type)
        {
            Choices = [.. variable.Choices.Select((choice, i) => violations.Required($"{field}.choices[{i}]", choice, LineLength))],
            Optional = variable.Optional,
        };
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyShape();

    [GeneratedRegex(@"^[a-z][a-z0-9_]*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VariableShape();
}
