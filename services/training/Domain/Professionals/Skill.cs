using Reseau.Kernel;

namespace Reseau.Training.Domain.Professionals;

/// <summary>Something that professionals can do, as a network speaks of it. Its stream is its name.</summary>
/// <param name="Name"><c>skills/{skill}</c>.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Family">What it belongs to.</param>
/// <param name="Description">What it means.</param>
/// <param name="Retired">Whether it is no longer proposed.</param>
public sealed record Skill(string Name, string Label, string Family, string Description, bool Retired = false)
{
    /// <summary>Defines a skill, or replaces its words.</summary>
    public static Decision<SkillDefined> Define(Skill? current, Skill said) => current == said ? Decision.Nothing<SkillDefined>() : new SkillDefined(said);
}

/// <summary>A skill was defined, or its words replaced.</summary>
/// <param name="Skill">What it is.</param>
public sealed record SkillDefined(Skill Skill);
