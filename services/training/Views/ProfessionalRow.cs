namespace Reseau.Training.Views;

/// <summary>A professional on the lists of their institution, with what time does to their habilitations next.</summary>
public sealed class ProfessionalRow
{
    /// <summary><c>professionals/{professional}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Version of the record.</summary>
    public long Version { get; set; }

    /// <summary>Institution id they work for.</summary>
    public required string Institution { get; set; }

    /// <summary>Subject of the account that is tied to it; copied from beside the log.</summary>
    public string? Subject { get; set; }

    /// <summary>What they do, as in the contract.</summary>
    public int Function { get; set; }

    /// <summary>First day; null = always there.</summary>
    public int? ArrivalDay { get; set; }

    /// <summary>Last day; null = still there.</summary>
    public int? DepartureDay { get; set; }

    /// <summary>Last and first name without case and accents, copied from beside the log; empty once erased.</summary>
    public required string PlainName { get; set; }

    /// <summary>When they hold permanences, as OSM <c>opening_hours</c>; empty = not known.</summary>
    public required string Permanences { get; set; }

    /// <summary>Whether who it is was erased.</summary>
    public bool Erased { get; set; }

    /// <summary>The record, folded, as JSON.</summary>
    public required string Body { get; set; }

    /// <summary>When time acts on their habilitations next; null = never.</summary>
    public DateTimeOffset? DueAt { get; set; }
}

/// <summary>A place where a professional works.</summary>
public sealed class ProfessionalSiteRow
{
    /// <summary><c>professionals/{professional}</c>.</summary>
    public required string Professional { get; set; }

    /// <summary><c>structures/{structure}</c>.</summary>
    public required string Site { get; set; }
}

/// <summary>A skill that a professional holds; levels are those of the contract.</summary>
public sealed class HeldSkillRow
{
    /// <summary><c>professionals/{professional}</c>.</summary>
    public required string Professional { get; set; }

    /// <summary><c>skills/{skill}</c>.</summary>
    public required string Skill { get; set; }

    /// <summary>Level by their own judgement.</summary>
    public int Declared { get; set; }

    /// <summary>Level that was shown.</summary>
    public int Evidenced { get; set; }
}

/// <summary>A period for which a professional holds or held a habilitation.</summary>
public sealed class HeldHabilitationRow
{
    /// <summary><c>professionals/{professional}</c>.</summary>
    public required string Professional { get; set; }

    /// <summary><c>habilitationRules/{rule}</c>.</summary>
    public required string Rule { get; set; }

    /// <summary>First day.</summary>
    public int FromDay { get; set; }

    /// <summary>Last day; null = no end.</summary>
    public int? UntilDay { get; set; }

    /// <summary>Whether it was withdrawn.</summary>
    public bool Revoked { get; set; }

    /// <summary>Institution id the professional works for.</summary>
    public required string Institution { get; set; }
}
