using Reseau.Kernel;

namespace Reseau.Training.Domain.Needs;

/// <summary>What there is of that which a need names.</summary>
/// <param name="Skills"><c>skills/{skill}</c>.</param>
/// <param name="Questions">Keys of the questions of each campaign that was opened and asks those whose need it is.</param>
public sealed record NamedByNeed(IReadOnlySet<string> Skills, IReadOnlyDictionary<string, IReadOnlySet<string>> Questions)
{
    /// <summary>The first thing that a need names and that does not exist; null when all of it does.</summary>
    public Refusal? Missing(NeedContent content)
    {
        if (content.Skill.Length > 0 && !Skills.Contains(content.Skill)) return new("SKILL_NOT_FOUND", "There is no such skill.", ("skill", content.Skill));
        foreach (var origin in content.RevealedBy)
        {
            if (origin.Kind != NeedOriginKind.Campaign) continue;
            if (!Questions.TryGetValue(origin.Campaign, out var keys)) return new("CAMPAIGN_NOT_FOUND", "There is no such campaign.", ("campaign", origin.Campaign));
            if (origin.Question.Length > 0 && !keys.Contains(origin.Question))
                return new("QUESTION_NOT_FOUND", "The campaign has no such question.", ("campaign", origin.Campaign), ("question", origin.Question));
        }
        return null;
    }
}
