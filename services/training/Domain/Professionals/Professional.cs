using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Habilitations;

namespace Reseau.Training.Domain.Professionals;

/// <summary>
/// Someone who works for an institution, with what they can do, and without who it is: name, e-mail and account are kept beside the log and
/// can be erased. One record for each institution; what they can do follows them from one to the next.
/// <code>recorded → claimed → (released) → erased</code>
/// </summary>
public sealed record Professional
{
    /// <summary><c>professionals/{professional}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many events it has.</summary>
    public long Version { get; init; }

    /// <summary>Institution id they work for.</summary>
    public required string Institution { get; init; }

    /// <summary>What the institution says of them.</summary>
    public required ProfessionalFacts Facts { get; init; }

    /// <summary>Whether an account is tied to it.</summary>
    public bool Claimed { get; init; }

    /// <summary>Whether who it is was erased.</summary>
    public bool Erased { get; init; }

    /// <summary>Skills, by name.</summary>
    public ValueList<HeldSkill> Skills { get; init; }

    /// <summary>Habilitations, by rule, then first day; those that are over included.</summary>
    public ValueList<HeldHabilitation> Habilitations { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether their last day is over.</summary>
    public bool HasLeft(DateOnly today) => Facts.Departure < today;

    /// <summary>A skill, held or not.</summary>
    public HeldSkill SkillOf(string skill) => Skills.FirstOrDefault(held => held.Skill == skill) ?? HeldSkill.NotHeld(skill);

    /// <summary>Takes one event in.</summary>
    public static Professional Evolve(Professional? current, string name, long version, DateTimeOffset at, ProfessionalEvent happened)
    {
        if (happened is ProfessionalRecorded recorded)
            return new() { Name = name, Version = version, Institution = recorded.Institution, Facts = recorded.Facts, CreatedAt = at };
        var known = (current ?? throw new InvalidOperationException($"{name} starts with a {happened.GetType().Name}.")) with { Version = version };
        return happened switch
        {
            ProfessionalCorrected corrected => known with { Facts = corrected.Facts },
            ProfessionalClaimed => known with { Claimed = true },
            ProfessionalReleased => known with { Claimed = false },
            ProfessionalErased => known with { Claimed = false, Erased = true },
            ProfessionalMoved moved => known with { Skills = Together(known.Skills, moved.Skills), Habilitations = HeldHabilitations.Together(known.Habilitations, moved.Habilitations) },
            SkillsDeclared declared => known with { Skills = Declared(known.Skills, declared.Skills) },
            SkillEvidenced evidenced => known.With(known.SkillOf(evidenced.Skill) with { Evidenced = evidenced.Level, Evidence = evidenced.Evidence, EvidencedOn = evidenced.Date }),
            HabilitationGiven given => known with { Habilitations = HeldHabilitations.Given(known.Habilitations, given, at) },
            HabilitationRevoked revoked => known with { Habilitations = HeldHabilitations.Revoked(known.Habilitations, revoked.Rule, FrenchDay.Of(at)) },
            HabilitationBegan began => known.With(began.Rule, began.From, held => held with { Begun = true }),
            HabilitationReminded reminded => known.With(reminded.Rule, reminded.From, held => held with { Reminded = reminded.Days }),
            HabilitationLapsed lapsed => known.With(lapsed.Rule, lapsed.From, held => held with { Begun = true, Lapsed = true }),
            _ => known,
        };
    }

    private Professional With(HeldSkill skill) => this with { Skills = [.. Skills.Where(held => held.Skill != skill.Skill).Append(skill).OrderBy(held => held.Skill, StringComparer.Ordinal)] };

    private Professional With(string rule, DateOnly from, Func<HeldHabilitation, HeldHabilitation> change) =>
        this with { Habilitations = [.. Habilitations.Select(held => held.Rule == rule && held.From == from ? change(held) : held)] };

    // What is neither declared nor shown is not held.
    private static ValueList<HeldSkill> Declared(ValueList<HeldSkill> known, ValueList<DeclaredSkill> said)
    {
        var levels = said.ToDictionary(skill => skill.Skill, skill => skill.Level, StringComparer.Ordinal);
        var left = known.Select(held => held with { Declared = levels.GetValueOrDefault(held.Skill) }).Where(held => held.Declared > SkillLevel.None || held.Evidenced > SkillLevel.None);
        var added = said.Where(skill => known.All(held => held.Skill != skill.Skill)).Select(skill => HeldSkill.NotHeld(skill.Skill) with { Declared = skill.Level });
        return [.. left.Concat(added).OrderBy(held => held.Skill, StringComparer.Ordinal)];
    }

    private static ValueList<HeldSkill> Together(ValueList<HeldSkill> here, ValueList<HeldSkill> there) =>
        [.. here.Concat(there).GroupBy(held => held.Skill, StringComparer.Ordinal).Select(both => both.Aggregate((one, two) => one.Or(two))).OrderBy(held => held.Skill, StringComparer.Ordinal)];
}
