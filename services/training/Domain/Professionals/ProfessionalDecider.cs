using Reseau.Kernel;

namespace Reseau.Training.Domain.Professionals;

/// <summary>All decisions about the record of a professional: pure. Those about habilitations have a decider of their own.</summary>
public static class ProfessionalDecider
{
    /// <summary>Records someone.</summary>
    /// <param name="institution">Institution id they work for.</param>
    /// <param name="facts">What it says of them.</param>
    /// <param name="holder">The record of the institution that has the e-mail already; null for none.</param>
    public static Decision<ProfessionalEvent> Record(string institution, ProfessionalFacts facts, string? holder)
    {
        if (holder is not null) return Exists(holder);
        return new ProfessionalRecorded(institution, facts);
    }

    /// <summary>Replaces what the record says.</summary>
    /// <param name="current">The record.</param>
    /// <param name="facts">What is said.</param>
    /// <param name="byThemself">Whether the person corrects it: when they leave is for their institution to say.</param>
    /// <param name="detailsChange">Whether name or e-mail, which are beside the log, change.</param>
    /// <param name="holder">The record of the institution that has the e-mail already; null for none.</param>
    public static Decision<ProfessionalEvent> Correct(Professional current, ProfessionalFacts facts, bool byThemself, bool detailsChange, string? holder)
    {
        if (current.Erased) return IsErased(current);
        if (holder is not null && holder != current.Name) return Exists(holder);
        if (byThemself) facts = facts with { Departure = current.Facts.Departure };
        if (facts == current.Facts && !detailsChange) return Decision.Nothing<ProfessionalEvent>();
        return new ProfessionalCorrected(facts);
    }

    /// <summary>Says which skills they have by their own judgement.</summary>
    /// <param name="current">The record.</param>
    /// <param name="said">Every skill they say they have.</param>
    /// <param name="proposed">Names of the skills that are still proposed.</param>
    public static Decision<ProfessionalEvent> Declare(Professional current, ValueList<DeclaredSkill> said, IReadOnlyCollection<string> proposed)
    {
        if (said.FirstOrDefault(skill => !proposed.Contains(skill.Skill) && current.SkillOf(skill.Skill).Declared == SkillLevel.None) is { } unknown) return IsUnknown(unknown.Skill);
        var known = current.Skills.Where(held => held.Declared > SkillLevel.None).Select(held => new DeclaredSkill(held.Skill, held.Declared));
        if (known.SequenceEqual(said)) return Decision.Nothing<ProfessionalEvent>();
        return new SkillsDeclared(said);
    }

    /// <summary>Says that a skill was shown. A lower level than the one already shown says nothing new.</summary>
    /// <param name="current">The record.</param>
    /// <param name="shown">What was shown.</param>
    /// <param name="isProposed">Whether the skill exists and is still proposed.</param>
    public static Decision<ProfessionalEvent> Evidence(Professional current, SkillEvidenced shown, bool isProposed)
    {
        if (current.Erased) return IsErased(current);
        if (!isProposed) return IsUnknown(shown.Skill);
        return Learn(current, shown);
    }

    /// <summary>Erases who it is.</summary>
    public static Decision<ProfessionalEvent> Erase(Professional current)
    {
        if (current.Erased) return Decision.Nothing<ProfessionalEvent>();
        return new ProfessionalErased();
    }

    /// <summary>Lets what they can do come along from the record of an institution they left.</summary>
    public static Decision<ProfessionalEvent> Follow(Professional former) =>
        former.Skills.Count + former.Habilitations.Count == 0 ? Decision.Nothing<ProfessionalEvent>() : new ProfessionalMoved(former.Name, former.Skills, former.Habilitations);

    internal static Decision<ProfessionalEvent> Learn(Professional current, SkillEvidenced shown)
    {
        var held = current.SkillOf(shown.Skill);
        if (shown.Level < held.Evidenced || (shown.Level == held.Evidenced && shown.Evidence == held.Evidence && shown.Date == held.EvidencedOn)) return Decision.Nothing<ProfessionalEvent>();
        return shown;
    }

    internal static Refusal IsErased(Professional current) => new("PROFESSIONAL_ERASED", "Who it is was erased.", ("professional", current.Name));

    private static Refusal Exists(string holder) => new("PROFESSIONAL_ALREADY_EXISTS", "A record of the institution has this e-mail.", ("professional", holder));

    private static Refusal IsUnknown(string skill) => new("SKILL_NOT_FOUND", "There is no such skill, or it is retired.", ("skill", skill));
}
