using Reseau.Conventions.Domain;

namespace Reseau.Conventions.Views;

/// <summary>What a list of conventions is narrowed to.</summary>
public sealed record ConventionFilter
{
    /// <summary>In one of these states; all when empty.</summary>
    public IReadOnlyList<ConventionState> States { get; init; } = [];

    /// <summary>Of this kind; null = all.</summary>
    public ConventionKind? Kind { get; init; }

    /// <summary>Id of an institution that it concerns; empty = all.</summary>
    public string Institution { get; init; } = "";

    /// <summary>Ends on this day or before; null = all.</summary>
    public DateOnly? EndsBefore { get; init; }

    /// <summary>Only those that the caller's institution may sign now.</summary>
    public bool ToSign { get; init; }

    /// <summary>Part of the title, without case and accents; empty = all.</summary>
    public string PlainTitle { get; init; } = "";

    /// <summary>Two equal filters have the same; part of the question that a page token belongs to.</summary>
    public string Question => string.Join('|', string.Join(',', States.Order().Select(state => (int)state)), (int?)Kind, Institution, EndsBefore?.DayNumber, ToSign, PlainTitle);
}
