namespace Reseau.Training.Domain.Sessions;

/// <summary>
/// The code of a certificate, such as <c>7K3F-9QXM-2DTP</c>: eleven characters by chance (55 bits: a thousand tries a second, for a year, find one of
/// ten thousand certificates with a chance of one in a hundred) and one that follows from them, so that a slip is noticed. The letters are those of
/// Crockford's Base32, none of which is taken for another.
/// </summary>
public static class CertificateCode
{
    /// <summary>Characters without hyphens.</summary>
    public const int Length = 12;

    /// <summary>Characters that come by chance.</summary>
    public const int Random = Length - 1;

    /// <summary>The letters.</summary>
    public const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Group = 4;

    /// <summary>A code of numbers by chance.</summary>
    /// <param name="chance">Eleven bytes; of each the lower five bits count.</param>
    public static string Of(ReadOnlySpan<byte> chance)
    {
        Span<char> code = stackalloc char[Length];
        for (var place = 0; place < Random; place++) code[place] = Letters[chance[place] % Letters.Length];
        code[Random] = Check(code[..Random]);
        return $"{code[..Group]}-{code.Slice(Group, Group)}-{code[(2 * Group)..]}";
    }

    /// <summary>The code as it was given, however it was typed; null when it cannot be one.</summary>
    public static string? Read(string typed)
    {
        Span<char> code = stackalloc char[Length];
        var place = 0;
        foreach (var letter in typed)
        {
            if (letter is ' ' or '-' or '\u00A0' or '\u2011' or '\u2013') continue;
            var plain = char.ToUpperInvariant(letter) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (place == Length || !Letters.Contains(plain, StringComparison.Ordinal)) return null;
            code[place++] = plain;
        }
        if (place != Length || code[Random] != Check(code[..Random])) return null;
        return $"{code[..Group]}-{code.Slice(Group, Group)}-{code[(2 * Group)..]}";
    }

    // Odd weights: each single slip changes the sum, and so does exchanging two neighbours unless they differ by half the alphabet.
    private static char Check(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var place = 0; place < code.Length; place++) sum += Letters.IndexOf(code[place], StringComparison.Ordinal) * ((2 * place) + 1);
        return Letters[sum % Letters.Length];
    }
}
