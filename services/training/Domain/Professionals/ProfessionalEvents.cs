using Reseau.Kernel;
using Reseau.Training.Domain.Habilitations;

namespace Reseau.Training.Domain.Professionals;

/// <summary>Something that happened to a professional. None says who it is: that lies beside the log.</summary>
public abstract record ProfessionalEvent;

/// <summary>An institution recorded someone, or someone claimed a record that did not exist.</summary>
/// <param name="Institution">Institution id they work for.</param>
/// <param name="Facts">What it says of them.</param>
public sealed record ProfessionalRecorded(string Institution, ProfessionalFacts Facts) : ProfessionalEvent;

/// <summary>The record was replaced; name and e-mail, beside the log, may have been as well.</summary>
/// <param name="Facts">What it says from now on.</param>
public sealed record ProfessionalCorrected(ProfessionalFacts Facts) : ProfessionalEvent;

/// <summary>An account was tied to the record.</summary>
public sealed record ProfessionalClaimed : ProfessionalEvent;

/// <summary>The account goes on with the record of another institution.</summary>
public sealed record ProfessionalReleased : ProfessionalEvent;

/// <summary>What they can do came along from the record of an institution they left.</summary>
/// <param name="Former"><c>professionals/{professional}</c> there.</param>
/// <param name="Skills">Skills held there.</param>
/// <param name="Habilitations">Habilitations held there.</param>
public sealed record ProfessionalMoved(string Former, ValueList<HeldSkill> Skills, ValueList<HeldHabilitation> Habilitations) : ProfessionalEvent;

/// <summary>Name, e-mail and account were erased.</summary>
public sealed record ProfessionalErased : ProfessionalEvent;

/// <summary>They said which skills they have; it replaces what they said before.</summary>
/// <param name="Skills">The skills.</param>
public sealed record SkillsDeclared(ValueList<DeclaredSkill> Skills) : ProfessionalEvent;

/// <summary>A skill was shown.</summary>
/// <param name="Skill"><c>skills/{skill}</c>.</param>
/// <param name="Level">How well.</param>
/// <param name="Evidence">What shows it: <c>sessions/{session}</c>, or words of their institution.</param>
/// <param name="Date">When.</param>
public sealed record SkillEvidenced(string Skill, SkillLevel Level, string Evidence, DateOnly Date) : ProfessionalEvent;

/// <summary>A habilitation was given or renewed. What it says holds in the place of every period that it covers.</summary>
/// <param name="Rule"><c>habilitationRules/{rule}</c>.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null = no end.</param>
/// <param name="Evidence">What gave it: <c>sessions/{session}</c>, or words of their institution.</param>
public sealed record HabilitationGiven(string Rule, DateOnly From, DateOnly? Until, string Evidence) : ProfessionalEvent;

/// <summary>A habilitation was withdrawn: what holds of it, and what would have begun.</summary>
/// <param name="Rule"><c>habilitationRules/{rule}</c>.</param>
/// <param name="Reason">Why, in words of their institution.</param>
public sealed record HabilitationRevoked(string Rule, string Reason) : ProfessionalEvent;

/// <summary>The first day of a habilitation given before has come.</summary>
/// <param name="Rule"><c>habilitationRules/{rule}</c>.</param>
/// <param name="From">That day.</param>
public sealed record HabilitationBegan(string Rule, DateOnly From) : ProfessionalEvent;

/// <summary>Time reminded of the end of a habilitation.</summary>
/// <param name="Rule"><c>habilitationRules/{rule}</c>.</param>
/// <param name="From">First day of the period that ends.</param>
/// <param name="Days">Which of the reminders: days before the end.</param>
public sealed record HabilitationReminded(string Rule, DateOnly From, int Days) : ProfessionalEvent;

/// <summary>The last day of a habilitation is over.</summary>
/// <param name="Rule"><c>habilitationRules/{rule}</c>.</param>
/// <param name="From">First day of the period that ended.</param>
public sealed record HabilitationLapsed(string Rule, DateOnly From) : ProfessionalEvent;
