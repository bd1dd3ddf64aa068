namespace Reseau.Training.Domain;

/// <summary>Domain values as the contract writes them: institution <c>caf-35</c> is <c>institutions/caf-35</c>.</summary>
public static class Codes
{
    /// <summary>Head of an institution's resource name.</summary>
    public const string Institutions = "institutions/";

    /// <summary>The resource name of an institution id; empty for none.</summary>
    public static string Institution(string id) => id.Length == 0 ? "" : Institutions + id;
}
