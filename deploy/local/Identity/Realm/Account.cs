using System.Security.Cryptography;
using System.Text;

namespace Reseau.Identity.Realm;

/// <summary>A person or a service account, with what its groups say of it.</summary>
public sealed class Account
{
    private readonly UserDocument _user;
    private readonly IReadOnlyList<GroupDocument> _groups;
    private readonly byte[]? _passwordHash;

    internal Account(UserDocument user, string subject, IReadOnlyList<GroupDocument> groups)
    {
        (_user, Subject, _groups) = (user, subject, groups);
        if (user.Credentials is [var credential, ..]) _passwordHash = HashOf(credential.Value);
    }

    /// <summary>Identifier that tokens carry as <c>sub</c>.</summary>
    public string Subject { get; }

    /// <summary>Name typed to sign in.</summary>
    public string Username => _user.Username;

    /// <summary>Whether the account may be used.</summary>
    public bool Enabled => _user.Enabled;

    /// <summary>The client that uses this account; null for a person.</summary>
    public string? ServiceAccountClientId => _user.ServiceAccountClientId;

    /// <summary>Whether the e-mail address is verified; null without an address.</summary>
    public bool? EmailVerified => _user.Email is null ? null : _user.EmailVerified;

    /// <summary>First and last name; null when neither is known.</summary>
    public string? FullName => string.Join(' ', new[] { _user.FirstName, _user.LastName }.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } name ? name : null;

    /// <summary>Realm roles.</summary>
    public IReadOnlyList<string> Roles => _user.RealmRoles;

    /// <summary>Whether <paramref name="password"/> is this account's.</summary>
    public bool HasPassword(string password) =>
        _passwordHash is not null && CryptographicOperations.FixedTimeEquals(_passwordHash, HashOf(password));

    /// <summary>
    /// Values of an attribute. As in Keycloak, the account's own values hide those of its groups; without aggregation the
    /// first group that has the attribute decides, with it all of them add up.
    /// </summary>
    public IReadOnlyList<string> Attribute(string name, bool aggregate)
    {
        var own = OwnAttribute(name);
        if (own.Length > 0 && !aggregate) return own;

        var inherited = _groups.Select(group => group.Attributes.GetValueOrDefault(name) ?? []).Where(values => values.Length > 0);
        return aggregate
            ? [.. own.Concat(inherited.SelectMany(values => values)).Distinct(StringComparer.Ordinal)]
            : inherited.FirstOrDefault() ?? [];
    }

    private string[] OwnAttribute(string name) => name switch
    {
        "username" => [_user.Username],
        "email" => _user.Email is { } email ? [email] : [],
        "firstName" => _user.FirstName is { } first ? [first] : [],
        "lastName" => _user.LastName is { } last ? [last] : [],
        _ => _user.Attributes.GetValueOrDefault(name) ?? [],
    };

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
