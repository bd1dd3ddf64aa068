using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Reseau.Kernel;

/// <summary>Page sizes and opaque page tokens of every List and Search (AIP-158).</summary>
public static class Paging
{
    /// <summary>Nobody reads more at once.</summary>
    public const int Maximum = 200;

    /// <summary>The size asked for, the default when 0, never above <see cref="Maximum"/>.</summary>
    public static int Size(int asked, int byDefault = 50) => asked <= 0 ? byDefault : Math.Min(asked, Maximum);

    /// <summary>A token that only <see cref="Read"/> understands: the question's fingerprint and where the page ended.</summary>
    public static string Token(string question, params string[] position) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes((string[])[Fingerprint(question), .. position]));

    /// <summary>Where the page before ended; null for the first page.</summary>
    /// <exception cref="RefusedException">The token is not ours, or was given for another question.</exception>
    public static string[]? Read(string token, string question, int parts)
    {
        if (token.Length == 0) return null;
        try
        {
            if (JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(token)) is [var asked, .. var position]
                && asked == Fingerprint(question) && position.Length == parts && !position.Contains(null))
                return position!;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            // Falls through: an unreadable token and one of another question are the same mistake.
        }
        throw NotOurs();
    }

    /// <summary>Where the page before ended, as the list thinks of it; the default, null for most, for the first page.</summary>
    /// <param name="token">The token.</param>
    /// <param name="question">What the list is of.</param>
    /// <param name="parts">How many parts a position has.</param>
    /// <param name="position">Reads them; what it can't parse was forged, since <see cref="Token"/> wrote what can be.</param>
    /// <exception cref="RefusedException">The token is not ours, or was given for another question.</exception>
    public static T? Read<T>(string token, string question, int parts, Func<string[], T> position)
    {
        if (Read(token, question, parts) is not { } read) return default;
        try
        {
            return position(read);
        }
        catch (Exception unreadable) when (unreadable is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw NotOurs();
        }
    }

    private static RefusedException NotOurs() => new(new(CommonReasons.InvalidPageToken, "The page token was not given for this question."));

    private static string Fingerprint(string question) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(question)))[..16];
}
