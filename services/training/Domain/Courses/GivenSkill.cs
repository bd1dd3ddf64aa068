using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Domain.Courses;

/// <summary>A skill that attending to the end evidences.</summary>
/// <param name="Skill"><c>skills/{skill}</c>.</param>
/// <param name="Level">How well.</param>
public sealed record GivenSkill(string Skill, SkillLevel Level);
