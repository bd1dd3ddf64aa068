using System.Text.Json.Serialization;
using Reseau.Kernel;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Domain.Campaigns;

/// <summary>A question of a campaign.</summary>
/// <param name="Key">Stable key in the campaign.</param>
/// <param name="Text">The question.</param>
/// <param name="Kind">How it is answered.</param>
public sealed record Question(string Key, string Text, QuestionKind Kind)
{
    /// <summary>Levels of a skill, 0 (not held) included.</summary>
    public const int Levels = 4;

    /// <summary><c>skills/{skill}</c> of a level; empty = the text says it.</summary>
    public string Skill { get; init; } = "";

    /// <summary>Options to choose from; none for a level and for words.</summary>
    public ValueList<string> Options { get; init; }

    /// <summary>Functions that it is put to; none = all of the campaign.</summary>
    public ValueList<Function> Functions { get; init; }

    /// <summary>Whether an answer without it is refused.</summary>
    public bool Required { get; init; }

    /// <summary>How many choices there are; 0 for words.</summary>
    [JsonIgnore]
    public int Choices => Kind == QuestionKind.Level ? Levels : Options.Count;

    /// <summary>Whether choosing one excludes the others: then their counts add up.</summary>
    [JsonIgnore]
    public bool IsExclusive => Kind is QuestionKind.Level or QuestionKind.OneOf;

    /// <summary>Whether it is put to a function.</summary>
    public bool IsPutTo(Function function) => Functions.Count == 0 || Functions.Contains(function);
}
