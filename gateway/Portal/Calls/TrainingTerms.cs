using Google.Protobuf;
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
    public Task<Answer<ListSkillsResponse>> SkillsAsync(bool retired) => AllAsync(
        token => calls.Professionals((professionals, options) => professionals.ListSkillsAsync(new() { ShowRetired = retired, PageToken = token }, options)),
        page => page.NextPageToken);

    /// <summary>All rules of habilitations on one page, or why there are none.</summary>
    public Task<Answer<ListHabilitationRulesResponse>> RulesAsync(bool retired) => AllAsync(
        token => calls.Habilitations((habilitations, options) => habilitations.ListHabilitationRulesAsync(new() { ShowRetired = retired, PageToken = token }, options)),
        page => page.NextPageToken);

    // The pages one after the other, merged into one.
    private static async Task<Answer<TList>> AllAsync<TList>(Func<string, Task<Answer<TList>>> ask, Func<TList, string> next) where TList : class, IMessage<TList>, new()
    {
        var (all, token) = (new TList(), "");
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await ask(token);
            if (!answer.Succeeded) return answer;
            all.MergeFrom(answer.Value);
            token = next(answer.Value);
            if (token.Length == 0) break;
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
