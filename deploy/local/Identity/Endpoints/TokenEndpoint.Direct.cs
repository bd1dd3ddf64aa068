using Reseau.Identity.Realm;
using Reseau.Identity.Sessions;
using Reseau.Identity.Tokens;

namespace Reseau.Identity.Endpoints;

internal sealed partial class TokenEndpoint
{
    private TokenAnswer ActAsItself(ClientDocument client, Func<string, string?> form)
    {
        if (!client.ServiceAccountsEnabled || realm.FindServiceAccount(client.ClientId) is not { } account)
            return TokenAnswer.Refused("unauthorized_client", "Client not enabled to retrieve service account");

        return Scopes.Give(form("scope")) is { } scope
            ? Give(new(client, account, scope, Session: null, Nonce: null), held: null)
            : TokenAnswer.Refused("invalid_scope", "Invalid scopes");
    }

    private TokenAnswer SignInDirectly(ClientDocument client, Func<string, string?> form)
    {
        if (!client.DirectAccessGrantsEnabled) return TokenAnswer.Refused("unauthorized_client", "Client not allowed for direct access grants");
        if (Scopes.Give(form("scope")) is not { } scope) return TokenAnswer.Refused("invalid_scope", "Invalid scopes");
        if (realm.FindPerson(form("username") ?? "") is not { } account || !guard.Accepts(account, form("password") ?? ""))
            return TokenAnswer.Refused("invalid_grant", "Invalid user credentials");

        var held = ClientGrant.New(client.ClientId);
        // No browser holds this session, so its key is thrown away.
        var session = sessions.Attach(sessions.Open(account.Subject, RandomKey.Create()).Id, held);
        return session is null
            ? TokenAnswer.Refused("invalid_grant", "Session not active")
            : Give(new(client, account, scope, session, Nonce: null), held);
    }
}
