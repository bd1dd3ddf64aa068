namespace Reseau.Referrals.Domain;

/// <summary>Domain values as the contract writes them: <c>NoShow</c> is <c>NO_SHOW</c>, institution <c>caf-35</c> is <c>institutions/caf-35</c>.</summary>
public static class Codes
{
    /// <summary>The resource name of an institution id.</summary>
    public static string Institution(string id) => $"institutions/{id}";

    /// <summary>UPPER_SNAKE_CASE; the enums of the domain and of the contract share names and numbers, which a test checks.</summary>
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));
}
