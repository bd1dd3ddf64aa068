using System.Globalization;
using Microsoft.Extensions.Primitives;
using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The form that writes the rule of a habilitation. Its code is chosen once: conventions name it.</summary>
public sealed class HabilitationRuleForm
{
    /// <summary>What the names of rules begin with.</summary>
    public const string Prefix = "habilitationRules/";

    private static readonly FormControls Controls = new(
        "rule",
        ("title", "titre", "Titre"),
        ("name", "code", "Code"),
        ("description", "description", "Ce qu’elle permet"),
        ("by_training", "par-formation", "Ce qui la donne"),
        ("by_evidence", "par-formation", "Ce qui la donne"),
        ("duration_months", "mois", "Durée, en mois"),
        ("renewal_window_days", "renouvellement", "Renouvellement anticipé, en jours"),
        ("source", "source", "D’où vient la règle"));

    private readonly PartReading _reading;

    private HabilitationRuleForm(PartReading reading, HabilitationRule rule) => (_reading, Rule) = (reading, rule);

    /// <summary>What is sent.</summary>
    public HabilitationRule Rule { get; }

    public bool IsReadable => _reading.Problems.Count == 0;

    /// <summary>Reads it.</summary>
    /// <param name="values">What was typed.</param>
    /// <param name="name">Name of the rule; empty for a new one, whose code is typed, or taken from its title.</param>
    /// <param name="taken">Rules that exist: a new one must not replace one of them unseen.</param>
    public static HabilitationRuleForm Of(FormValues values, string name, IEnumerable<HabilitationRule> taken)
    {
        var reading = new PartReading(values);
        var chosen = name.Length > 0 ? name : Prefix + (values.Has("code") ? values.Text("code") : StableKey.Slug(values.Text("titre")));
        if (name.Length == 0 && taken.Any(rule => rule.Name == chosen)) reading.Problems.Add(Controls.Unreadable("code", "field.code-taken"));
        return new(reading, new()
        {
            Name = chosen,
            Title = values.Text("titre"),
            Description = values.Text("description"),
            ByTraining = values.Has("par-formation"),
            ByEvidence = values.Has("par-preuve"),
            DurationMonths = reading.Number("mois", "Durée, en mois"),
            RenewalWindowDays = reading.Number("renouvellement", "Renouvellement anticipé, en jours"),
            Source = values.Text("source"),
            Retired = values.Has("retiree"),
        });
    }

    /// <summary>A rule as the form shows it.</summary>
    public static FormValues ValuesOf(HabilitationRule rule) => new(new Dictionary<string, StringValues>(StringComparer.Ordinal)
    {
        ["titre"] = rule.Title,
        ["description"] = rule.Description,
        ["par-formation"] = rule.ByTraining ? "oui" : "",
        ["par-preuve"] = rule.ByEvidence ? "oui" : "",
        ["mois"] = Number(rule.DurationMonths),
        ["renouvellement"] = Number(rule.RenewalWindowDays),
        ["source"] = rule.Source,
        ["retiree"] = rule.Retired ? "oui" : "",
    });

    /// <summary>What to show, at its control.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem) => Controls.Together(_reading.Problems, problem);

    private static string Number(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);
}
