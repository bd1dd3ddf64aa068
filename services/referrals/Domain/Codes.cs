namespace Reseau.Referrals.Domain;

/// <summary>Domain values as the contract writes them: institution <c>caf-35</c> is <c>institutions/caf-35</c>.</summary>
public static class Codes
{
    /// <summary>The resource name of an institution id.</summary>
    public static string Institution(string id) => $"institutions/{id}";
}
