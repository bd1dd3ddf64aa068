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
        throw new RefusedException(new(CommonReasons.InvalidPageToken, "The page token was not given for this question."));
    }

    private static string Fingerprint(string question) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(question)))[..16];
}
