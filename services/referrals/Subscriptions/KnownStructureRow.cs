namespace Reseau.Referrals.Subscriptions;

/// <summary>A place of the directory: what says by which calendar the days of its services are counted.</summary>
public sealed class KnownStructureRow
{
    /// <summary><c>structures/{structure}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>INSEE code of its commune; empty when the directory does not know it.</summary>
    public required string InseeCode { get; set; }
}
