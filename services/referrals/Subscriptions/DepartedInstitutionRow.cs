namespace Reseau.Referrals.Subscriptions;

/// <summary>An institution that has left the network: nobody is sent there, and it sends nobody. It goes when the institution comes back.</summary>
public sealed class DepartedInstitutionRow
{
    /// <summary>Institution id.</summary>
    public required string Institution { get; set; }
}
