namespace Reseau.Training.Views;

/// <summary>A skill on its list.</summary>
public sealed class SkillRow
{
    /// <summary><c>skills/{skill}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Version of the skill.</summary>
    public long Version { get; set; }

    /// <summary>What it belongs to.</summary>
    public required string Family { get; set; }

    /// <summary>What it is called.</summary>
    public required string Label { get; set; }

    /// <summary>Whether it is no longer proposed.</summary>
    public bool Retired { get; set; }

    /// <summary>The skill, as JSON.</summary>
    public required string Body { get; set; }
}

/// <summary>A rule of a habilitation on its list.</summary>
public sealed class HabilitationRuleRow
{
    /// <summary><c>habilitationRules/{rule}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Version of the rule.</summary>
    public long Version { get; set; }

    /// <summary>What it is called.</summary>
    public required string Title { get; set; }

    /// <summary>Whether it is no longer given.</summary>
    public bool Retired { get; set; }

    /// <summary>The rule, as JSON.</summary>
    public required string Body { get; set; }
}
