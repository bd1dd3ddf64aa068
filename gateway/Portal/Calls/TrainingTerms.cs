using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>The skills and the habilitations a network speaks of, to name them and to choose from; empty while the service does not answer.</summary>
public sealed class TrainingTerms(ServiceCalls calls)
{
    // A network has some dozens; more than two thousand nobody could choose from.
    private const int MostPages = 10;

    /// <summary>All skills, by family and label; those no longer proposed as well.</summary>
    public async Task<IReadOnlyList<Skill>> SkillsAsync() => (await SkillsAsync(retired: true)).Value?.Skills ?? [];

    /// <summary>All rules of habilitations, by title; those no longer given as well.</summary>
    public async Task<IReadOnlyList<HabilitationRule>> RulesAsync() => (await RulesAsync(retired: true)).Value?.Rules ?? [];

    /// <summary>All skills on one page, or why there are none.</summary>
    public async Task<Answer<ListSkillsResponse>> SkillsAsync(bool retired)
    {
        var all = new ListSkillsResponse();
        for (var page = 0; page < MostPages; page++)
        {
            var request = new ListSkillsRequest { ShowRetired = retired, PageToken = all.NextPageToken };
            var answer = await calls.Professionals((professionals, options) => professionals.ListSkillsAsync(request, options));
            if (!answer.Succeeded) return answer;
            all.Skills.AddRange(answer.Value.Skills);
            all.NextPageToken = answer.Value.NextPageToken;
            if (all.NextPageToken.Length == 0) break;
        }

        return new(all, null);
    }

    /// <summary>All rules of habilitations on one page, or why there are none.</summary>
    public async Task<Answer<ListHabilitationRulesResponse>> RulesAsync(bool retired)
    {
        var all = new ListHabilitationRulesResponse();
        for (var page = 0; page < MostPages; page++)
        {
            var request = new ListHabilitationRulesRequest { ShowRetired = retired, PageToken = all.NextPageToken };
            var answer = await calls.Habilitations((habilitations, options) => habilitations.ListHabilitationRulesAsync(request, options));
            if (!answer.Succeeded) return answer;
            all.Rules.AddRange(answer.Value.Rules);
            all.NextPageToken = answer.Value.NextPageToken;
            if (all.NextPageToken.Length == 0) break;
        }

        return new(all, null);
    }

    /// <summary>Skills to choose from: those proposed, and those already chosen.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices(IEnumerable<Skill> skills, params IEnumerable<string> chosen) =>
        [.. skills.Where(skill => !skill.Retired || chosen.Contains(skill.Name)).Select(skill => (skill.Name, $"{skill.Family} : {skill.Label}")).OrderBy(choice => choice.Item2, French.Order)];

    /// <summary>Habilitations to choose from: those given, and those already chosen.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices(IEnumerable<HabilitationRule> rules, params IEnumerable<string> chosen) =>
        [.. rules.Where(rule => !rule.Retired || chosen.Contains(rule.Name)).Select(rule => (rule.Name, rule.Title))];
}
