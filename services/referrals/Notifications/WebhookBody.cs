using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reseau.Referrals.Notifications;

/// <summary>What is posted to a webhook, and its signature.</summary>
public static class WebhookBody
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    /// <summary>The body: <c>text</c> is what chat tools show.</summary>
    public static string Write(OutgoingMessage message) => JsonSerializer.Serialize(new { message.Id, Text = message.Text.Trim(), message.News }, Json);

    /// <summary>Header <c>Reseau-Signature</c>: the receiver computes the same over <c>{t}.{body}</c>, and refuses an old t.</summary>
    /// <param name="body">The body as it is sent.</param>
    /// <param name="secret">The person's key.</param>
    /// <param name="at">When it is sent.</param>
    public static string Sign(string body, string secret, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds();
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
        return $"t={time},v1={Convert.ToHexStringLower(hash)}";
    }
}
