namespace Reseau.Training.Domain.Professionals;

/// <summary>Somebody was there for every half-day of a session, and what that gives.</summary>
/// <param name="Professional"><c>professionals/{professional}</c>.</param>
/// <param name="Session"><c>sessions/{session}</c>.</param>
/// <param name="Date">Its last day.</param>
/// <param name="Skills">Skills it evidences, by <c>skills/{skill}</c>.</param>
/// <param name="HabilitationRules"><c>habilitationRules/{rule}</c> it gives, those that say so.</param>
internal sealed record Attended(string Professional, string Session, DateOnly Date, IReadOnlyList<(string Skill, SkillLevel Level)> Skills, IReadOnlyList<string> HabilitationRules);
