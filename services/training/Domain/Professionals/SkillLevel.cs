namespace Reseau.Training.Domain.Professionals;

/// <summary>How well a skill is held: a higher level includes the lower ones. Numbers are those of the contract.</summary>
public enum SkillLevel
{
    /// <summary>Not held.</summary>
    None,

    /// <summary>Knows what it is about.</summary>
    Aware,

    /// <summary>Does it alone.</summary>
    Autonomous,

    /// <summary>Can pass it on.</summary>
    Teaches,
}
