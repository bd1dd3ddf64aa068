using Reseau.Identity.Tokens;

namespace Reseau.Identity.Realm;

/// <summary>What must hold in a realm file for this provider to give the tokens Keycloak would give.</summary>
internal static class RealmRules
{
    public static IEnumerable<string> Check(RealmDocument realm) =>
        [.. OfRealm(realm), .. realm.Clients.SelectMany(client => OfClient(client, realm)), .. realm.Users.SelectMany(user => OfUser(user, realm))];

    private static IEnumerable<string> OfRealm(RealmDocument realm)
    {
        if (!realm.Enabled) yield return "The realm is not enabled.";
        if (realm.DefaultSignatureAlgorithm is not "RS256") yield return "Tokens are signed with RS256 only.";
        if (!realm.RevokeRefreshToken || realm.RefreshTokenMaxReuse != 0) yield return "Refresh tokens are used once only.";
        if (realm.RegistrationAllowed || realm.LoginWithEmailAllowed) yield return "People sign in with the user name of an account of the file.";
        if (!realm.BruteForceProtected || realm.FailureFactor < 1) yield return "Accounts are always protected from guessing.";

        foreach (var repeated in Repeated(realm.Clients.Select(client => client.ClientId))
            .Concat(Repeated(realm.Users.Select(user => user.Username))).Concat(Repeated(realm.Groups.Select(group => group.Path))))
            yield return $"'{repeated}' appears twice.";
        foreach (var group in realm.Groups.Where(group => group.Path != "/" + group.Name))
            yield return $"Group '{group.Name}' is not at the top: groups do not nest here.";
    }

    private static IEnumerable<string> OfClient(ClientDocument client, RealmDocument realm)
    {
        if (client.PublicClient || client.ClientAuthenticatorType is not "client-secret" || client.Secret.Length == 0)
            yield return $"Client '{client.ClientId}' has no secret: clients are confidential.";
        if (client.ImplicitFlowEnabled) yield return $"Client '{client.ClientId}' asks for the implicit flow.";
        if (!client.FullScopeAllowed) yield return $"Client '{client.ClientId}' restricts role scopes.";
        if (client.StandardFlowEnabled && !client.RequiresPkce) yield return $"Client '{client.ClientId}' does not demand PKCE with S256.";
        if (client.ServiceAccountsEnabled && !realm.Users.Any(user => user.ServiceAccountClientId == client.ClientId))
            yield return $"Client '{client.ClientId}' has no service account in the file.";
        foreach (var mapper in client.ProtocolMappers.Where(mapper => !ClaimMappers.Knows(mapper.ProtocolMapper)))
            yield return $"Client '{client.ClientId}' uses the unknown mapper '{mapper.ProtocolMapper}'.";
    }

    private static IEnumerable<string> OfUser(UserDocument user, RealmDocument realm)
    {
        foreach (var role in user.RealmRoles.Where(role => realm.Roles.Realm.All(known => known.Name != role)))
            yield return $"Account '{user.Username}' has the unknown role '{role}'.";
        foreach (var group in user.Groups.Where(group => realm.Groups.All(known => known.Path != group)))
            yield return $"Account '{user.Username}' is in the unknown group '{group}'.";
        if (user.Credentials.Any(credential => credential.Type is not "password" || credential.Temporary))
            yield return $"Account '{user.Username}' has a credential that is not a lasting password.";
        if (user.ServiceAccountClientId is { } client && realm.Clients.All(known => known.ClientId != client))
            yield return $"Account '{user.Username}' serves the unknown client '{client}'.";
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()).Select(group => group.Key);
}
