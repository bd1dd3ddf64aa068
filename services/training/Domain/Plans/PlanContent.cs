using Reseau.Kernel;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Domain.Plans;

/// <summary>What a plan says.</summary>
public sealed record PlanContent
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly End { get; init; }

    /// <summary>What for.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>What is to be reached.</summary>
    public ValueList<Goal> Goals { get; init; }

    /// <summary>What will be given.</summary>
    public ValueList<PlannedCourse> Courses { get; init; }

    /// <summary>What it costs.</summary>
    public ValueList<PlanMoney> Costs { get; init; }

    /// <summary>Who pays.</summary>
    public ValueList<PlanMoney> Funders { get; init; }

    /// <summary>Who comes first.</summary>
    public ValueList<PlanGroup> PriorityGroups { get; init; }

    /// <summary>Whether who pays adds up to what it costs; nobody who pays is not known yet.</summary>
    public static bool AddsUp(IEnumerable<PlanMoney> costs, IReadOnlyCollection<PlanMoney> funders) =>
        funders.Count == 0 || funders.Sum(funder => funder.Cents) == costs.Sum(cost => cost.Cents);
}

/// <summary>Professionals that something is for: those who match all that is stated.</summary>
/// <param name="Label">In words.</param>
/// <param name="Institutions">Institution ids; none = all of the plan.</param>
/// <param name="Sites"><c>structures/{structure}</c> they work at; none = all.</param>
/// <param name="Functions">What they do; none = all.</param>
public sealed record PlanGroup(string Label, ValueList<string> Institutions, ValueList<string> Sites, ValueList<Function> Functions);

/// <summary>A goal with a measurable target: so many in a hundred of a group hold a skill, or a habilitation.</summary>
/// <param name="Key">Stable key in the plan.</param>
/// <param name="Text">In words.</param>
/// <param name="Group">Whom it counts.</param>
/// <param name="TargetPercent">Target, in percent of the group.</param>
/// <param name="Due">By when.</param>
public sealed record Goal(string Key, string Text, PlanGroup Group, int TargetPercent, DateOnly Due)
{
    /// <summary><c>skills/{skill}</c> to be evidenced; empty for a habilitation.</summary>
    public string Skill { get; init; } = "";

    /// <summary>Level of the skill.</summary>
    public SkillLevel Level { get; init; } = SkillLevel.Aware;

    /// <summary><c>habilitationRules/{rule}</c> to hold; empty for a skill.</summary>
    public string Habilitation { get; init; } = "";

    /// <summary>Whether each site has to reach it.</summary>
    public bool EachSite { get; init; }
}

/// <summary>A course that a plan wants given.</summary>
/// <param name="Course"><c>courses/{course}</c>.</param>
/// <param name="Sessions">Sessions wanted; 0 = not said.</param>
/// <param name="Goals">Keys of the goals it serves.</param>
public sealed record PlannedCourse(string Course, int Sessions, ValueList<string> Goals);

/// <summary>A sum.</summary>
/// <param name="Label">What or who.</param>
/// <param name="Cents">In cents of euro.</param>
public sealed record PlanMoney(string Label, long Cents);
