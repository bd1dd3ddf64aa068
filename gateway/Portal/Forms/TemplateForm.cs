using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Type = Reseau.Conventions.V1.Variable.Types.Type;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The form that writes a template: its clauses, what they leave to fill in, and what every convention begins with.</summary>
public sealed partial class TemplateForm
{
    /// <summary>What a convention must say.</summary>
    public static readonly RowTable Variables = new(
        "variables", "valeur",
        ("key", "cle", "Nom entre accolades"),
        ("label", "question", "Question"),
        ("type", "type", "Sorte de valeur"),
        ("choices", "choix", "Choix"));

    /// <summary>Commitments every convention begins with.</summary>
    public static readonly RowTable Commitments = new(
        "commitments", "engagement",
        ("text", "texte", "Ce qui est promis"),
        ("party", "partie", "Quelle partie"),
        ("clause", "clause", "Clause"),
        ("due_days", "jours", "Jours après le début"));

    private static readonly FormControls Controls = new(
        "template",
        ("title", "titre", "Titre"),
        ("kind", "nature", "Nature"),
        ("summary", "resume", "À quoi il sert"),
        ("signature_level", "niveau", "Niveau de signature"),
        ("clauses", FormRows.Control(ClausesPart.Table.Word, 0, "titre"), "Clauses"),
        ("variables", FormRows.Control("valeur", 0, "cle"), "Valeurs"),
        ("commitments", FormRows.Control("engagement", 0, "texte"), "Engagements"),
        ("steps", "etapes", "Étapes"));

    private static readonly RowTable[] Tables = [ClausesPart.Table, Variables, Commitments];
    private readonly PartReading _reading;

    private TemplateForm(PartReading reading, Template template) => (_reading, Template) = (reading, template);

    /// <summary>What is sent.</summary>
    public Template Template { get; }

    public bool IsReadable => _reading.Problems.Count == 0;

    /// <summary>The sorts of values.</summary>
    public static IReadOnlyList<(string Value, string Text)> Types { get; } =
        [.. Enum.GetValues<Type>().Where(type => type != default).Select(type => (type.ToString(), Label.OfConvention("type", type)))];

    /// <summary>Names that the text uses and nobody declared.</summary>
    public static IReadOnlyList<string> Unresolved(Template template) => [.. Used(template).Except(template.Variables.Select(variable => variable.Key), StringComparer.Ordinal)];

    /// <summary>Names that are declared and never used.</summary>
    public static IReadOnlyList<string> Unused(Template template) => [.. template.Variables.Select(variable => variable.Key).Except(Used(template), StringComparer.Ordinal)];

    /// <summary>A form with more rows.</summary>
    public static FormValues Longer(FormValues values, int more) =>
        values.With(Tables.Select(table => (FormRows.Counter(table.Word), (FormRows.Count(values, table.Word) + more).ToString(CultureInfo.InvariantCulture))));

    /// <summary>A template as the form shows it.</summary>
    public static FormValues ValuesOf(Template template)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["titre"] = template.Title,
            ["nature"] = template.Kind.ToString(),
            ["resume"] = template.Summary,
            ["niveau"] = template.SignatureLevel > Template.Types.Level.Simple ? template.SignatureLevel.ToString() : "",
            ["etapes"] = string.Join('\n', template.Steps),
        };
        ClausesPart.Write(template.Clauses, values);
        FormRows.Write(values, Variables.Word, template.Variables, (variable, write) =>
        {
            write("cle", variable.Key);
            write("question", variable.Label);
            write("type", variable.Type.ToString());
            write("choix", string.Join('\n', variable.Choices));
            write("facultative", variable.Optional ? "oui" : "");
        });
        FormRows.Write(values, Commitments.Word, template.Commitments, (commitment, write) =>
        {
            write("texte", commitment.Text);
            write("partie", commitment.Party > 0 ? commitment.Party.ToString(CultureInfo.InvariantCulture) : "");
            write("clause", commitment.Clause);
            write("jours", commitment.DueDays > 0 ? commitment.DueDays.ToString(CultureInfo.InvariantCulture) : "");
            write("condition", commitment.Condition ? "oui" : "");
        });
        return new(values);
    }

    /// <summary>Reads it; a new template gets its name from its title.</summary>
    public static TemplateForm Of(FormValues values, string name)
    {
        var reading = new PartReading(values);
        var template = new Template
        {
            Name = name.Length > 0 ? name : "templates/" + (StableKey.Slug(values.Text("titre")) is { Length: > 0 } slug ? slug : "modele"),
            Title = values.Text("titre"),
            Kind = Enum.TryParse<ConventionKind>(values.Text("nature"), out var kind) ? kind : default,
            Summary = values.Text("resume"),
            SignatureLevel = Enum.TryParse<Template.Types.Level>(values.Text("niveau"), out var level) ? level : Template.Types.Level.Simple,
            Steps = { Lines(values.Text("etapes")) },
        };
        ClausesPart.Read(reading, template.Clauses);
        template.Variables.AddRange(reading.Rows(Variables, ["cle", "question"], row => new Variable
        {
            Key = row.Text("cle").Trim('{', '}', ' '),
            Label = row.Text("question"),
            Type = Enum.TryParse<Type>(row.Text("type"), out var type) ? type : default,
            Choices = { Lines(row.Text("choix")) },
            Optional = row.Has("facultative"),
        }));
        template.Commitments.AddRange(reading.Rows(Commitments, ["texte"], row => new ModelCommitment
        {
            Text = row.Text("texte"),
            Party = row.Number("partie"),
            Clause = row.Text("clause"),
            DueDays = row.Number("jours"),
            Condition = row.Has("condition"),
        }));
        return new(reading, template);
    }

    /// <summary>What to show, at its control.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem) => problem.Fields.Count == 0
        ? [new("", ConventionProblems.Sentence(problem))]
        : Controls.Together(_reading.Problems, problem, path => path == "name" ? ("titre", "Titre") : ControlOf(path));

    private (string, string)? ControlOf(string path)
    {
        var match = Item().Match(path);
        if (!match.Success || Tables.FirstOrDefault(table => table.Path == match.Groups["list"].Value) is not { } list) return null;
        if (_reading.RowOf(list, match.Groups["index"].Value) is not { } row) return null;
        var column = list.Columns.FirstOrDefault(column => match.Groups["field"].Value.StartsWith(column.Field, StringComparison.Ordinal), list.Columns[0]);
        return (FormRows.Control(list.Word, row, column.Control), column.Label);
    }

    private static IEnumerable<string> Used(Template template) =>
        template.Clauses.SelectMany(clause => Name().Matches(clause.Text + clause.Title).Select(match => match.Groups["name"].Value)).Distinct(StringComparer.Ordinal);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"\{\{\s*(?<name>[^{}\s]+)\s*\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?<list>[a-z_]+)\[(?<index>\d+)\]\.?(?<field>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Item();
}
