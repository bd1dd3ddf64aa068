namespace Reseau.Partners.Views;

/// <summary>An institution's place in the list.</summary>
public sealed class InstitutionRow
{
    /// <summary><c>institutions/{institution}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Display name without accents and case: the order people expect, the same on every database.</summary>
    public required string SortKey { get; set; }

    /// <summary>When it left the network; null while it is part of it.</summary>
    public DateTimeOffset? ArchivedAt { get; set; }
}
