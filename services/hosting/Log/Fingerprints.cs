using System.Security.Cryptography;

namespace Reseau.Hosting.Log;

/// <summary>
/// The fingerprint of a request as it is kept. A request may speak of a person, and a bare hash tells whoever guesses its words that
/// the guess is right; so it is keyed with the subject's own key. Once that is deleted, nothing can be compared with it any more, and
/// a late retry is recognised by its id alone.
/// </summary>
internal static class Fingerprints
{
    // In front of a keyed fingerprint; a bare one is a SHA-256 and nothing else.
    private const byte Keyed = 1;

    /// <summary>What to keep of the request that led to a stream.</summary>
    public static async Task<byte[]> ToKeepAsync(LogDb db, string stream, byte[] digest, CancellationToken cancellation) =>
        await PersonalData.KeyAsync(db, stream, cancellation) is { } key ? Of(key, digest) : digest;

    /// <summary>Whether a request is the one that was answered.</summary>
    public static async Task<bool> MatchesAsync(LogDb db, RequestRow answered, byte[] digest, CancellationToken cancellation)
    {
        if (answered.Fingerprint.Length == SHA256.HashSizeInBytes) return CryptographicOperations.FixedTimeEquals(answered.Fingerprint, digest);
        var key = await PersonalData.KeyAsync(db, answered.Stream, cancellation);
        return key is null || CryptographicOperations.FixedTimeEquals(answered.Fingerprint, Of(key, digest));
    }

    private static byte[] Of(byte[] key, byte[] digest) => [Keyed, .. HMACSHA256.HashData(key, digest)];
}
