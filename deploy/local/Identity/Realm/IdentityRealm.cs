using System.Security.Cryptography;
using System.Text;

namespace Reseau.Identity.Realm;

/// <summary>The realm once read: who exists, and what is known of them. It never changes while the process runs.</summary>
public sealed class IdentityRealm
{
    private readonly Dictionary<string, ClientDocument> _clients;
    private readonly Dictionary<string, Account> _accountsByName;
    private readonly Dictionary<string, Account> _accountsBySubject;
    private readonly Dictionary<string, Account> _serviceAccounts;

    internal IdentityRealm(RealmDocument document)
    {
        Settings = document;
        var groups = document.Groups.ToDictionary(group => group.Path, StringComparer.Ordinal);
        var accounts = document.Users.Select(user => new Account(
            user, SubjectOf(document.Realm, user.Username), [.. user.Groups.Select(path => groups[path])])).ToArray();

        _clients = document.Clients.Where(client => client.Enabled).ToDictionary(client => client.ClientId, StringComparer.Ordinal);
        _accountsBySubject = accounts.ToDictionary(account => account.Subject, StringComparer.Ordinal);
        _serviceAccounts = accounts.Where(account => account.ServiceAccountClientId is not null)
            .ToDictionary(account => account.ServiceAccountClientId!, StringComparer.Ordinal);
        // A service account never signs in as a person; Keycloak compares user names without case.
        _accountsByName = accounts.Where(account => account.ServiceAccountClientId is null)
            .ToDictionary(account => account.Username, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Durations and limits.</summary>
    public RealmDocument Settings { get; }

    /// <summary>Name of the realm.</summary>
    public string Name => Settings.Realm;

    /// <summary>The enabled client of that id.</summary>
    public ClientDocument? FindClient(string? clientId) => clientId is null ? null : _clients.GetValueOrDefault(clientId);

    /// <summary>The person's account of that user name.</summary>
    public Account? FindPerson(string username) => _accountsByName.GetValueOrDefault(username.Trim());

    /// <summary>The enabled account of that subject.</summary>
    public Account? FindSubject(string subject) => _accountsBySubject.GetValueOrDefault(subject) is { Enabled: true } account ? account : null;

    /// <summary>The account a client acts as with its own credentials.</summary>
    public Account? FindServiceAccount(string clientId) => _serviceAccounts.GetValueOrDefault(clientId) is { Enabled: true } account ? account : null;

    // The file gives no identifiers: one derived from the name stays the same from start to start, so records keep pointing at the account.
    private static string SubjectOf(string realm, string username) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{realm}/{username}")).AsSpan(0, 16)).ToString();
}
