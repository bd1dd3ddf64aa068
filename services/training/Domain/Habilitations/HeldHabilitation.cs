namespace Reseau.Training.Domain.Habilitations;

/// <summary>A period for which a professional holds or held a habilitation.</summary>
/// <param name="Rule"><c>habilitationRules/{rule}</c>.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null = no end.</param>
/// <param name="Evidence">What gave it: <c>sessions/{session}</c>, or words of their institution.</param>
/// <param name="GivenAt">When it was given or last renewed: nobody is reminded of what was known then.</param>
public sealed record HeldHabilitation(string Rule, DateOnly From, DateOnly? Until, string Evidence, DateTimeOffset GivenAt)
{
    /// <summary>Whether it was withdrawn.</summary>
    public bool Revoked { get; init; }

    /// <summary>Whether its first day came, as far as the log knows.</summary>
    public bool Begun { get; init; }

    /// <summary>Whether its last day is over, as far as the log knows.</summary>
    public bool Lapsed { get; init; }

    /// <summary>The last reminder of its end, in days before it; null for none.</summary>
    public int? Reminded { get; init; }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => !Revoked && From <= day && !IsOverOn(day);

    /// <summary>Whether its last day lies before a day.</summary>
    public bool IsOverOn(DateOnly day) => Until < day;
}
