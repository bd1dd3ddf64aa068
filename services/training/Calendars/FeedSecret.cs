using System.Security.Cryptography;
using System.Text;

namespace Reseau.Training.Calendars;

/// <summary>The secret of a calendar feed: whoever has it reads the calendar, so only its hash is kept.</summary>
internal static class FeedSecret
{
    /// <summary>Characters of a secret.</summary>
    public const int Length = 32;

    private const string Letters = "0123456789abcdefghijkmnpqrstuvwxyz";

    /// <summary>A new secret: 32 characters of 34, more than anybody guesses.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>What is kept of it. The secret is random and long: no salt is needed.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
