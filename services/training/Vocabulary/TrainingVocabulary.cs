using System.Text.Json;
using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Vocabulary;

/// <summary>The words every network begins with: skills, and the habilitations that exist in the whole country. Each network may change them.</summary>
internal sealed record TrainingVocabulary
{
    /// <summary>The skills.</summary>
    public required IReadOnlyList<Skill> Skills { get; init; }

    /// <summary>The rules of habilitations.</summary>
    public required IReadOnlyList<HabilitationRule> Rules { get; init; }

    /// <summary>Reads it.</summary>
    public static TrainingVocabulary Load()
    {
        using var json = typeof(TrainingVocabulary).Assembly.GetManifestResourceStream(typeof(TrainingVocabulary), "vocabulary.json")
            ?? throw new InvalidOperationException("The resource Vocabulary/vocabulary.json is not embedded.");
        return JsonSerializer.Deserialize<TrainingVocabulary>(json, JsonSerializerOptions.Web)!;
    }

    /// <summary>Each term by name, with the event that defines it.</summary>
    public IEnumerable<(string Name, object Event)> Events() =>
        [.. Skills.Select(skill => (skill.Name, (object)new SkillDefined(skill))), .. Rules.Select(rule => (rule.Name, (object)new HabilitationRuleDefined(rule)))];
}
