using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>The skills and the habilitations of a network, with what they are called.</summary>
/// <param name="Skills">By family, then label.</param>
/// <param name="Rules">By title.</param>
public sealed record TrainingVocabulary(IReadOnlyList<Skill> Skills, IReadOnlyList<HabilitationRule> Rules)
{
    /// <summary>No word at all.</summary>
    public static TrainingVocabulary None { get; } = new([], []);

    /// <summary>The skills that may be chosen, each with its family.</summary>
    public IReadOnlyList<(string Value, string Text)> SkillChoices => TrainingTerms.Choices(Skills);

    /// <summary>The habilitations that may be chosen.</summary>
    public IReadOnlyList<(string Value, string Text)> RuleChoices => TrainingTerms.Choices(Rules);

    /// <summary>What a skill is called; its id when it is not known.</summary>
    public string Skill(string name) => Skills.FirstOrDefault(skill => skill.Name == name)?.Label ?? ResourceId.Of(name);

    /// <summary>What a habilitation is called; its id when it is not known.</summary>
    public string Rule(string name) => Rules.FirstOrDefault(rule => rule.Name == name)?.Title ?? ResourceId.Of(name);
}
