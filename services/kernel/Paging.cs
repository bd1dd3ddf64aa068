using System.Buffers.Text;
using System.Text;

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
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\n', [Fingerprint(question), .. position])));

    /// <summary>Where the page before ended; null for the first page.</summary>
    /// <exception cref="RefusedException">The token is not ours, or was given for another question.</exception>
    public static string[]? Read(string token, string question, int parts)
    {
        if (token.Length == 0) return null;
        try
        {
            var read = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('\n');
            if (read.Length == parts + 1 && read[0] == Fingerprint(question)) return read[1..];
        }
        catch (FormatException)
        {
            // Falls through: an unreadable token and one of another question are the same mistake.
        }
        throw new RefusedException(new(CommonReasons.InvalidPageToken, "The page token was not given for this question."));
    }

    private static string Fingerprint(string question) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(question)))[..16];
}
