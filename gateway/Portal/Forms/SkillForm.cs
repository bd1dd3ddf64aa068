using Microsoft.Extensions.Primitives;
using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The form that writes a skill of the network. Its code is chosen once.</summary>
public sealed class SkillForm
{
    /// <summary>What the names of skills begin with.</summary>
    public const string Prefix = "skills/";

    private static readonly FormControls Controls = new(
        "skill", ("label", "libelle", "Compétence"), ("family", "famille", "Famille"), ("description", "description", "Ce que cela veut dire"), ("name", "code", "Code"));

    private readonly List<FieldProblem> _problems = [];

    private SkillForm(Skill skill) => Skill = skill;

    /// <summary>What is sent.</summary>
    public Skill Skill { get; }

    public bool IsReadable => _problems.Count == 0;

    /// <summary>Reads it.</summary>
    /// <param name="values">What was typed.</param>
    /// <param name="name">Name of the skill; empty for a new one, whose code is typed, or taken from its label.</param>
    /// <param name="taken">Skills that exist: a new one must not replace one of them unseen.</param>
    public static SkillForm Of(FormValues values, string name, IEnumerable<Skill> taken)
    {
        var chosen = name.Length > 0 ? name : Prefix + (values.Has("code") ? values.Text("code") : StableKey.Slug(values.Text("libelle")));
        var form = new SkillForm(new()
        {
            Name = chosen,
            Label = values.Text("libelle"),
            Family = values.Text("famille"),
            Description = values.Text("description"),
            Retired = values.Has("retiree"),
        });
        if (name.Length == 0 && taken.Any(skill => skill.Name == chosen)) form._problems.Add(Controls.Unreadable("code", "field.code-taken"));
        return form;
    }

    /// <summary>A skill as the form shows it.</summary>
    public static FormValues ValuesOf(Skill skill) => new(new Dictionary<string, StringValues>(StringComparer.Ordinal)
    {
        ["libelle"] = skill.Label,
        ["famille"] = skill.Family,
        ["description"] = skill.Description,
        ["retiree"] = skill.Retired ? "oui" : "",
    });

    /// <summary>What to show, at its control.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem) => Controls.Together(_problems, problem);
}
