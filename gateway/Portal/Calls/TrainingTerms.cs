using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>The skills and the habilitations a network speaks of, to name them and to choose from; empty while the service does not answer.</summary>
public sealed class TrainingTerms(ServiceCalls calls)
{
    /// <summary>All skills, by family and label; those no longer proposed as well.</summary>
    public async Task<IReadOnlyList<Skill>> SkillsAsync()
    {
        var request = new ListSkillsRequest { ShowRetired = true };
        var answer = await calls.Professionals((professionals, options) => professionals.ListSkillsAsync(request, options));
        return answer.Succeeded ? answer.Value.Skills : [];
    }

    /// <summary>All rules of habilitations, by title; those no longer given as well.</summary>
    public async Task<IReadOnlyList<HabilitationRule>> RulesAsync()
    {
        var request = new ListHabilitationRulesRequest { ShowRetired = true };
        var answer = await calls.Habilitations((habilitations, options) => habilitations.ListHabilitationRulesAsync(request, options));
        return answer.Succeeded ? answer.Value.Rules : [];
    }

    /// <summary>Skills to choose from: those proposed, and those already chosen.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices(IEnumerable<Skill> skills, params IEnumerable<string> chosen) =>
        [.. skills.Where(skill => !skill.Retired || chosen.Contains(skill.Name)).Select(skill => (skill.Name, $"{skill.Family} : {skill.Label}")).OrderBy(choice => choice.Item2, French.Order)];

    /// <summary>Habilitations to choose from: those given, and those already chosen.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices(IEnumerable<HabilitationRule> rules, params IEnumerable<string> chosen) =>
        [.. rules.Where(rule => !rule.Retired || chosen.Contains(rule.Name)).Select(rule => (rule.Name, rule.Title))];
}
