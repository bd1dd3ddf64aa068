namespace Reseau.Kernel;

/// <summary>Values of an enum as the contracts write them.</summary>
public static class EnumNames
{
    /// <summary>UPPER_SNAKE_CASE: <c>NoShow</c> is <c>NO_SHOW</c>.</summary>
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));
}
