namespace Reseau.Training.Domain.Professionals;

/// <summary>A skill that a professional holds.</summary>
/// <param name="Skill"><c>skills/{skill}</c>.</param>
/// <param name="Declared">Level by their own judgement.</param>
/// <param name="Evidenced">Level that was shown.</param>
/// <param name="Evidence">What shows it: <c>sessions/{session}</c>, or words of their institution.</param>
/// <param name="EvidencedOn">When it was shown; null when it was not.</param>
public sealed record HeldSkill(string Skill, SkillLevel Declared, SkillLevel Evidenced, string Evidence, DateOnly? EvidencedOn)
{
    /// <summary>A skill nothing is known of.</summary>
    public static HeldSkill NotHeld(string skill) => new(skill, SkillLevel.None, SkillLevel.None, "", EvidencedOn: null);

    /// <summary>The better of what two records say.</summary>
    public HeldSkill Or(HeldSkill other) => other.Evidenced > Evidenced
        ? other with { Declared = Highest(Declared, other.Declared) }
        : this with { Declared = Highest(Declared, other.Declared) };

    private static SkillLevel Highest(SkillLevel one, SkillLevel two) => one > two ? one : two;
}

/// <summary>A skill by one's own judgement.</summary>
/// <param name="Skill"><c>skills/{skill}</c>.</param>
/// <param name="Level">How well.</param>
public sealed record DeclaredSkill(string Skill, SkillLevel Level);
