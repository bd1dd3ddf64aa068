using System.Runtime.InteropServices;

namespace Reseau.Training.Domain.Figures;

/// <summary>A professional as figures count them: numbers in place of names, so that a hundred thousand are looked through in milliseconds.</summary>
/// <param name="Institution">Number of the institution.</param>
/// <param name="Function">What they do, as in the contract.</param>
/// <param name="FirstDay">Number of the first day; 0 = always there.</param>
/// <param name="LastDay">Number of the last day; <see cref="int.MaxValue"/> = still there.</param>
public sealed record CountedPerson(int Institution, int Function, int FirstDay, int LastDay)
{
    /// <summary>Numbers of the sites they work at.</summary>
    public int[] Sites { get; init; } = [];

    /// <summary>What they can do.</summary>
    public CountedSkill[] Skills { get; init; } = [];

    /// <summary>What they hold or held, but what was withdrawn.</summary>
    public CountedHabilitation[] Habilitations { get; init; } = [];

    /// <summary>Whether they work there on a day.</summary>
    public bool IsThere(int day) => FirstDay <= day && day <= LastDay;
}

/// <summary>A skill that somebody holds.</summary>
/// <param name="Skill">Number of the skill.</param>
/// <param name="Declared">Level by their own judgement.</param>
/// <param name="Evidenced">Level that was shown.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CountedSkill(int Skill, int Declared, int Evidenced)
{
    /// <summary>Whether it counts from a level on.</summary>
    /// <param name="level">The level.</param>
    /// <param name="declared">Whether their own judgement counts, too.</param>
    public bool Counts(int level, bool declared) => Evidenced >= level || (declared && Declared >= level);
}

/// <summary>A habilitation that somebody holds or held.</summary>
/// <param name="Rule">Number of the rule.</param>
/// <param name="FirstDay">Number of the first day.</param>
/// <param name="LastDay">Number of the last day; <see cref="int.MaxValue"/> = no end.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CountedHabilitation(int Rule, int FirstDay, int LastDay);
