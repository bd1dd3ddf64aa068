using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using Reseau.Identity.Realm;
using Reseau.Identity.Sessions;

namespace Reseau.Identity.Endpoints;

internal sealed partial class TokenEndpoint
{
    private TokenAnswer ExchangeCode(ClientDocument client, Func<string, string?> form)
    {
        if (codes.Find(form("code")) is not { } code || code.Request.ClientId != client.ClientId)
            return TokenAnswer.Refused("invalid_grant", "Code not valid");

        if (!code.TakeFirstUse())
        {
            // RFC 6749 §4.1.2: someone else may have had the first use, so what it gave is taken back.
            Log.CodeReused(logger, client.ClientId);
            sessions.Detach(code.SessionId, client.ClientId);
            return TokenAnswer.Refused("invalid_grant", "Code not valid");
        }

        if (form("redirect_uri") != code.Request.RedirectUri) return TokenAnswer.Refused("invalid_grant", "Incorrect redirect_uri");
        if (!Proves(form("code_verifier"), code.Request.CodeChallenge)) return TokenAnswer.Refused("invalid_grant", "PKCE verification failed: Code mismatch");

        var held = ClientGrant.New(client.ClientId);
        return sessions.Attach(code.SessionId, held) is { } session && realm.FindSubject(session.Subject) is { } account
            ? Give(new(client, account, code.Request.Scope, session, code.Request.Nonce), held)
            : TokenAnswer.Refused("invalid_grant", "Session not active");
    }

    private static bool Proves(string? verifier, string? challenge) =>
        verifier is { Length: >= 43 and <= 128 }
        && Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == challenge;
}
