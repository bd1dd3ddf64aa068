namespace Reseau.Conventions.Subscriptions;

/// <summary>An institution that has left the network. It goes when the institution comes back.</summary>
public sealed class DepartedInstitutionRow
{
    /// <summary>Institution id.</summary>
    public required string Institution { get; set; }

    /// <summary>When it left.</summary>
    public DateTimeOffset LeftAt { get; set; }
}
