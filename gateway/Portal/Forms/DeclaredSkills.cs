using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>What a professional says they can do: a level for each skill, of their own judgement.</summary>
public static class DeclaredSkills
{
    /// <summary>The control of a skill.</summary>
    public static string Control(string skill) => "niveau-" + ResourceId.Of(skill);

    /// <summary>Every skill that was said to be held.</summary>
    /// <param name="values">What was chosen.</param>
    /// <param name="shown">The skills that the form shows.</param>
    public static IEnumerable<DeclaredSkill> Read(FormValues values, IEnumerable<Skill> shown) => shown
        .Select(skill => new DeclaredSkill { Skill = skill.Name, Level = Enum.TryParse<SkillLevel>(values.Text(Control(skill.Name)), out var level) ? level : default })
        .Where(said => said.Level != default);

    /// <summary>The skills to show: those that are proposed, and those the person said to hold before.</summary>
    public static IReadOnlyList<Skill> Shown(IEnumerable<Skill> skills, Professional professional) =>
        [.. skills.Where(skill => !skill.Retired || professional.Skills.Any(held => held.Skill == skill.Name && held.Declared != default))];
}
