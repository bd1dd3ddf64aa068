namespace Reseau.Conventions.Views;

/// <summary>A convention on the list of an institution that may see it.</summary>
public sealed class MembershipRow
{
    /// <summary>Institution id.</summary>
    public required string Institution { get; set; }

    /// <summary><c>conventions/{convention}</c>.</summary>
    public required string Convention { get; set; }

    /// <summary><see cref="ConventionRow.EndDay"/>.</summary>
    public int EndDay { get; set; }

    /// <summary>Whether the institution may sign now.</summary>
    public bool ToSign { get; set; }
}
