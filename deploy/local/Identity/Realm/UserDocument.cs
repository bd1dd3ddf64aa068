using System.Text.Json.Serialization;

namespace Reseau.Identity.Realm;

/// <summary>An account of the realm file: a person, or the service account of a client.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record UserDocument
{
    public required string Username { get; init; }
    public bool Enabled { get; init; } = true;
    public string? Email { get; init; }
    public bool EmailVerified { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public Dictionary<string, string[]> Attributes { get; init; } = [];
    public CredentialDocument[] Credentials { get; init; } = [];
    public string[] RealmRoles { get; init; } = [];
    public string[] Groups { get; init; } = [];
    public string? ServiceAccountClientId { get; init; }
}

/// <summary>A password in plain text, as an import file carries it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CredentialDocument(string Type, string Value, bool Temporary = false);
