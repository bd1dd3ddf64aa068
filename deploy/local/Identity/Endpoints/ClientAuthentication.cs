using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Reseau.Identity.Realm;

namespace Reseau.Identity.Endpoints;

/// <summary>Who calls the token endpoint: client id and secret, by HTTP Basic or in the form.</summary>
internal sealed class ClientAuthentication(IdentityRealm realm, ILogger<ClientAuthentication> logger)
{
    public ClientDocument? Authenticate(HttpContext context, Func<string, string?> form)
    {
        var (id, secret) = FromHeader(context.Request.Headers.Authorization) ?? (form("client_id") ?? "", form("client_secret") ?? "");
        if (realm.FindClient(id) is not { } client) return null;
        if (CryptographicOperations.FixedTimeEquals(HashOf(client.Secret), HashOf(secret))) return client;

        Log.ClientRefused(logger, client.ClientId);
        return null;
    }

    private static (string Id, string Secret)? FromHeader(string? header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var value) || !"Basic".Equals(value.Scheme, StringComparison.OrdinalIgnoreCase)) return null;

        var buffer = new byte[value.Parameter?.Length ?? 0];
        if (!Convert.TryFromBase64String(value.Parameter ?? "", buffer, out var length)) return ("", "");
        // RFC 6749 §2.3.1: both halves are form-encoded before they are joined.
        return Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2) is [var id, var secret]
            ? (WebUtility.UrlDecode(id), WebUtility.UrlDecode(secret))
            : ("", "");
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
