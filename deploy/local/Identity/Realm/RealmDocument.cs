using System.Text.Json.Serialization;

namespace Reseau.Identity.Realm;

/// <summary>
/// Keycloak's realm import format, as far as the realm of Réseau uses it. An unknown field is an error at start: a setting
/// that Keycloak would apply and this provider would ignore must not go unnoticed.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RealmDocument
{
    public required string Realm { get; init; }
    public bool Enabled { get; init; }
    public string DisplayName { get; init; } = "";
    public string SslRequired { get; init; } = "external";
    public bool RegistrationAllowed { get; init; }
    public bool LoginWithEmailAllowed { get; init; }
    public bool InternationalizationEnabled { get; init; }
    public string[] SupportedLocales { get; init; } = [];
    public string DefaultLocale { get; init; } = "";
    public string DefaultSignatureAlgorithm { get; init; } = "RS256";
    public int AccessCodeLifespan { get; init; } = 60;
    public int AccessTokenLifespan { get; init; } = 300;
    public int SsoSessionIdleTimeout { get; init; } = 1800;
    public int SsoSessionMaxLifespan { get; init; } = 36000;
    public bool RevokeRefreshToken { get; init; }
    public int RefreshTokenMaxReuse { get; init; }
    public bool BruteForceProtected { get; init; }
    public int FailureFactor { get; init; } = 30;
    public int WaitIncrementSeconds { get; init; } = 60;
    public int MaxFailureWaitSeconds { get; init; } = 900;
    public int MaxDeltaTimeSeconds { get; init; } = 43200;
    public required RolesDocument Roles { get; init; }
    public GroupDocument[] Groups { get; init; } = [];
    public ClientDocument[] Clients { get; init; } = [];
    public UserDocument[] Users { get; init; } = [];
}

/// <summary>The roles of the realm.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RolesDocument(RoleDocument[] Realm);

/// <summary>A realm role.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RoleDocument(string Name, string Description = "");

/// <summary>A group, which stands for an institution.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record GroupDocument(string Name, string Path, Dictionary<string, string[]> Attributes);
