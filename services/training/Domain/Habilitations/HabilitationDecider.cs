using Reseau.Kernel;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Domain.Habilitations;

/// <summary>All decisions about the habilitations of a professional: pure.</summary>
public static class HabilitationDecider
{
    /// <summary>Gives one on evidence, or renews it.</summary>
    /// <param name="current">The record.</param>
    /// <param name="rule">The rule; null when there is none of that name.</param>
    /// <param name="asked">Name of the rule asked for, first day and evidence.</param>
    /// <param name="today">The day it is.</param>
    public static Decision<ProfessionalEvent> Grant(Professional current, HabilitationRule? rule, (string Rule, DateOnly Day, string Evidence) asked, DateOnly today)
    {
        if (current.Erased) return ProfessionalDecider.IsErased(current);
        if (rule is null or { Retired: true }) return new Refusal("HABILITATION_RULE_NOT_FOUND", "There is no such rule, or it is retired.", ("rule", asked.Rule));
        if (!rule.ByEvidence) return new Refusal("HABILITATION_BY_TRAINING_ONLY", "The rule asks for attendance.", ("rule", rule.Name));
        if (current.HasLeft(today)) return new Refusal("PROFESSIONAL_DEPARTED", "They have left the institution.", ("professional", current.Name));
        return Give(current, rule, asked.Day, asked.Evidence);
    }

    /// <summary>Withdraws one, at once.</summary>
    /// <param name="current">The record.</param>
    /// <param name="rule"><c>habilitationRules/{rule}</c>.</param>
    /// <param name="reason">Why.</param>
    /// <param name="today">The day it is.</param>
    public static Decision<ProfessionalEvent> Revoke(Professional current, string rule, string reason, DateOnly today)
    {
        var lasting = current.Habilitations.Where(held => held.Rule == rule && !held.IsOverOn(today)).ToList();
        if (lasting.Exists(held => !held.Revoked)) return new HabilitationRevoked(rule, reason);
        return lasting.Count > 0 ? Decision.Nothing<ProfessionalEvent>() : new Refusal("HABILITATION_NOT_HELD", "They do not hold it.", ("rule", rule));
    }

    /// <summary>What attending a session to its end gives: skills, and the habilitations whose rule is content with attendance. Nothing to someone who was erased.</summary>
    /// <param name="current">The record.</param>
    /// <param name="attended">The session and what it teaches.</param>
    /// <param name="rules">The rules it names, those that exist.</param>
    internal static IReadOnlyList<ProfessionalEvent> Award(Professional current, Attended attended, IEnumerable<HabilitationRule> rules)
    {
        if (current.Erased) return [];
        var skills = attended.Skills.SelectMany(skill => ProfessionalDecider.Learn(current, new(skill.Skill, skill.Level, attended.Session, attended.Date)).Events);
        var given = rules.Where(rule => rule is { ByTraining: true, Retired: false }).SelectMany(rule => Give(current, rule, attended.Date, attended.Session).Events);
        return [.. skills, .. given];
    }

    private static Decision<ProfessionalEvent> Give(Professional current, HabilitationRule rule, DateOnly day, string evidence)
    {
        var held = current.Habilitations.Where(period => period.Rule == rule.Name).ToList();
        var (from, until) = Validity.Of(rule, day, held);
        if (held.Exists(period => !period.Revoked && period.From == from && period.Until == until && period.Evidence == evidence)) return Decision.Nothing<ProfessionalEvent>();
        return new HabilitationGiven(rule.Name, from, until, evidence);
    }
}
