using System.Text.Json.Serialization;
using Reseau.Kernel;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Domain.Needs;

/// <summary>What a need says. Its subject is one of skill, theme and title.</summary>
public sealed record NeedContent
{
    /// <summary><c>skills/{skill}</c>.</summary>
    public string Skill { get; init; } = "";

    /// <summary>data.inclusion theme.</summary>
    public string Theme { get; init; } = "";

    /// <summary>In a line, when neither says it.</summary>
    public string Title { get; init; } = "";

    /// <summary>What shows it, in words of who keeps it.</summary>
    public string Details { get; init; } = "";

    /// <summary>Whose need it is; none = everyone's.</summary>
    public ValueList<Function> Functions { get; init; }

    /// <summary>How many professionals, by estimate; 0 = not said.</summary>
    public int Persons { get; init; }

    /// <summary>How soon.</summary>
    public Urgency Urgency { get; init; }

    /// <summary>What revealed it; none = the word of who raised it.</summary>
    public ValueList<NeedOrigin> RevealedBy { get; init; }

    /// <summary>What needs are counted by; empty for one with a title of its own.</summary>
    [JsonIgnore]
    public string Subject => Skill + Theme;
}
