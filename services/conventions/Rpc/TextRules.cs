using System.Text.RegularExpressions;
using Reseau.Conventions.Domain;
using Reseau.Kernel;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>What clauses and variables must look like, in templates and in conventions. Everything is checked, then answered at once.</summary>
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
        FieldRules.TooMany(clauses.Count, MostClauses, field, violations);
        if (clauses.Sum(clause => clause.Text.Length) > TextLength)
            violations.Add(field, "TOO_LONG", $"{field} has more than {TextLength} characters.", "Ce texte dépasse 200 000 caractères (une soixantaine de pages) : mettez une partie en annexe, hors de Réseau.");
        Unique(clauses.Select(clause => clause.Key), field, violations);
        return [.. clauses.Select((clause, i) => Clause(clause, $"{field}[{i}]", violations))];
    }

    /// <summary>The variables.</summary>
    public static ValueList<Variable> Variables(IReadOnlyList<Contract.Variable> variables, string field, Violations violations)
    {
        FieldRules.TooMany(variables.Count, MostVariables, field, violations);
        Unique(variables.Select(variable => variable.Key), field, violations);
        return [.. variables.Select((variable, i) => Variable(variable, $"{field}[{i}]", violations))];
    }

    /// <summary>Keys that name two things.</summary>
    public static void Unique(IEnumerable<string> keys, string field, Violations violations)
    {
        if (keys.GroupBy(key => key, StringComparer.Ordinal).Any(group => group.Count() > 1))
            violations.Add(field, "NOT_UNIQUE", $"Two items of {field} have the same key.", "Deux lignes portent le même identifiant : changez l'un d'eux.");
    }

    private static Clause Clause(Contract.Clause clause, string field, Violations violations)
    {
        var title = violations.Required($"{field}.title", clause.Title, LineLength);
        if (title.Contains(Domain.Clauses.Open, StringComparison.Ordinal))
            violations.Add($"{field}.title", "VARIABLE_IN_TITLE", "A heading has no variables.", "Un titre d'article ne contient pas de variable : écrivez-la dans le texte.");
        return new(FieldRules.Key(clause.Key, $"{field}.key", violations), title, violations.Required($"{field}.text", clause.Text.ReplaceLineEndings("\n"), ClauseLength));
    }

    private static Variable Variable(Contract.Variable variable, string field, Violations violations)
    {
        if (variable.Key.Length > KeyLength || !VariableShape().IsMatch(variable.Key))
            violations.Add($"{field}.key", "NOT_A_KEY", "A variable is made of lower-case letters, digits and underscores.", "Utilisez des minuscules sans accent, des chiffres et des soulignés.");
        var type = FieldRules.Value<Contract.Variable.Types.Type, VariableType>(variable.Type, $"{field}.type", violations);
        if (type == VariableType.Choice && variable.Choices.Count is < 2 or > MostChoices)
            violations.Add($"{field}.choices", "OUT_OF_RANGE", $"A choice has 2 to {MostChoices} values.", "Donnez de 2 à 30 réponses possibles.");
        return new(variable.Key, violations.Required($"{field}.label", variable.Label, LineLength), type)
        {
            Choices = [.. variable.Choices.Select((choice, i) => violations.Required($"{field}.choices[{i}]", choice, LineLength))],
            Optional = variable.Optional,
        };
    }

    [GeneratedRegex(@"^[a-z][a-z0-9_]*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VariableShape();
}
