using System.Globalization;
using Microsoft.Extensions.Primitives;
using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The form that writes a need of training.</summary>
public sealed class NeedForm
{
    private static readonly FormControls Controls = new(
        "need",
        ("skill", "competence", "Compétence"),
        ("subject", "competence", "Ce qui manque"),
        ("theme", "theme", "Thème"),
        ("title", "titre", "Avec vos mots"),
        ("details", "precisions", "Ce qui le montre"),
        ("functions", "fonctions", "Fonctions"),
        ("persons", "personnes", "Nombre de personnes"),
        ("urgency", "urgence", "Urgence"),
        ("revealed_by", NeedOriginText.Field, "Ce qui l’a fait connaître"));

    private static readonly string[] Subjects = ["competence", "theme", "titre"];

    private readonly PartReading _reading;

    private NeedForm(PartReading reading, Need need) => (_reading, Need) = (reading, need);

    /// <summary>What is sent.</summary>
    public Need Need { get; }

    public bool IsReadable => _reading.Problems.Count == 0;

    /// <summary>A need as the form shows it.</summary>
    public static FormValues ValuesOf(Need need) => new(new Dictionary<string, StringValues>(StringComparer.Ordinal)
    {
        ["competence"] = need.Skill,
        ["theme"] = need.Theme,
        ["titre"] = need.Title,
        ["precisions"] = need.Details,
        ["fonctions"] = new([.. need.Functions.Select(function => function.ToString())]),
        ["personnes"] = need.Persons <= 0 ? "" : need.Persons.ToString(CultureInfo.InvariantCulture),
        ["urgence"] = need.Urgency == default ? "" : need.Urgency.ToString(),
        [NeedOriginText.Field] = new([.. need.RevealedBy.Select(NeedOriginText.Of)]),
    });

    /// <summary>Reads it.</summary>
    /// <param name="values">What was typed.</param>
    /// <param name="name">Name of the need; empty for a new one.</param>
    public static NeedForm Of(FormValues values, string name)
    {
        var reading = new PartReading(values);
        var said = Subjects.Where(values.Has).ToList();
        if (said.Count > 1) reading.Problems.Add(Controls.Unreadable(said[1], "field.one-subject"));
        var need = new Need
        {
            Name = name,
            Details = values.Text("precisions"),
            Functions = { values.All("fonctions").Select(word => Enum.TryParse<Function>(word, out var function) ? function : default).Where(function => function != default) },
            Persons = reading.Number("personnes", "Nombre de personnes"),
            Urgency = Enum.TryParse<Need.Types.Urgency>(values.Text("urgence"), out var urgency) ? urgency : default,
            RevealedBy = { Origins(values) },
        };
        if (values.Has("competence")) need.Skill = values.Text("competence");
        else if (values.Has("theme")) need.Theme = values.Text("theme");
        else if (values.Has("titre")) need.Title = values.Text("titre");
        return new(reading, need);
    }

    /// <summary>What revealed it, as the form holds it.</summary>
    public static IReadOnlyList<NeedOrigin> Origins(FormValues values) => [.. values.All(NeedOriginText.Field).Select(NeedOriginText.Read).OfType<NeedOrigin>()];

    /// <summary>What to show, at its control.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem) => problem.Reason switch
    {
        "SKILL_NOT_FOUND" => [Controls.Wrong("competence", problem.Sentence)],
        "CAMPAIGN_NOT_FOUND" or "QUESTION_NOT_FOUND" => [Controls.Wrong(NeedOriginText.Field, problem.Sentence)],
        _ => Controls.Together(_reading.Problems, problem),
    };
}
